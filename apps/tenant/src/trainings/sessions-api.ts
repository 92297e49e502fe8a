import { decodeCursor, encodeCursor, linkPages, pageQuery, problemResponses } from "@concord/http";
import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import type { MiddlewareHandler } from "hono";
import type { ApiEnv } from "../api-environment.ts";
import type { Context } from "../context.ts";
import { oncePerKey } from "../idempotency/index.ts";
import { attendSession, readAttendance } from "./attend.ts";
import { sessionCalendar } from "./calendar.ts";
import { calendarOptions } from "./calendar-options.ts";
import {
  attendance,
  attendanceReceipt,
  attendanceRequest,
  onceHeader,
  registered,
  registrationRequest,
  sessionList,
  sessionView,
} from "./contract.ts";
import { listUpcoming, type PublicSession, readSession } from "./list-sessions.ts";
import { registerForSession } from "./register.ts";

const byStart = z.object({ startsAt: z.string(), id: z.string() });
const params = z.object({ sessionId: z.string() });
const tags = ["Trainings"];
const json = <Schema extends z.ZodType>(schema: Schema) => ({ "application/json": { schema } });

/** What the calls that anybody may make need to know of their instance. */
export interface PublicCalls {
  /** The site's languages, the default one first. */
  readonly locales: readonly string[];
  readonly slow: MiddlewareHandler;
}

const listSessionsRoute = createRoute({
  method: "get",
  path: "/api/v1/sessions",
  operationId: "listSessions",
  tags: ["Trainings"],
  summary: "Live sessions ahead, soonest first",
  request: { query: pageQuery() },
  responses: {
    200: { description: "A page of sessions", content: json(sessionList) },
    ...problemResponses("invalid"),
  },
});

const readSessionRoute = createRoute({
  method: "get",
  path: "/api/v1/sessions/{sessionId}",
  operationId: "readSession",
  tags,
  summary: "One live session",
  request: { params },
  responses: {
    200: { description: "The session", content: json(sessionView) },
    ...problemResponses("not-found", "invalid"),
  },
});

const calendarRoute = createRoute({
  method: "get",
  path: "/api/v1/sessions/{sessionId}/calendar",
  operationId: "downloadSessionCalendar",
  tags,
  summary: "A session as iCalendar (RFC 5545), under the discreet name; a CANCEL where it was called off",
  request: { params },
  responses: {
    200: { description: "The calendar file", content: { "text/calendar": { schema: z.string() } } },
    ...problemResponses("not-found", "invalid"),
  },
});

const registerRoute = ({ locales, slow }: PublicCalls) =>
  createRoute({
    method: "post",
    path: "/api/v1/sessions/{sessionId}/registrations",
    operationId: "registerForSession",
    tags,
    summary: "Register somebody; the confirmation goes to the e-mail address",
    middleware: [slow, oncePerKey],
    request: { headers: onceHeader, params, body: { content: json(registrationRequest(locales)) } },
    responses: {
      201: { description: "Registered", content: json(registered) },
      ...problemResponses("not-found", "invalid", "conflict", "rate-limited"),
    },
  });

const attendRoute = ({ slow }: PublicCalls) =>
  createRoute({
    method: "post",
    path: "/api/v1/attendance",
    operationId: "attendSession",
    tags,
    summary: "Attend by the code shown in the session",
    description:
      "The certificate gives no credit until the person of the address signs in on the portal and says that it was them.",
    middleware: [slow],
    request: { body: { content: json(attendanceRequest) } },
    responses: {
      200: { description: "Noted", content: json(attendanceReceipt) },
      ...problemResponses("invalid", "conflict", "rate-limited"),
    },
  });

const attendanceRoute = createRoute({
  method: "get",
  path: "/api/v1/sessions/{sessionId}/attendance",
  operationId: "readAttendance",
  tags: ["Trainings"],
  summary: "Who registered for a session and who came (scope sessions:manage)",
  security: [{ bearer: [] }],
  request: { params },
  responses: {
    200: { description: "The attendance", content: json(attendance) },
    ...problemResponses("unauthenticated", "forbidden", "not-found", "invalid"),
  },
});

/** Live sessions for anybody, registration and attendance; who came, for the office. */
export function sessionRoutes(api: OpenAPIHono<ApiEnv>, calls: PublicCalls): void {
  api.openapi(listSessionsRoute, async (c) => {
    const { cursor, limit } = c.req.valid("query");
    const after = cursor === undefined ? undefined : decodeCursor(byStart, cursor);
    const context = c.get("context");
    const { sessions, next } = await listUpcoming(context, { after, limit });
    if (next) linkPages(c, { next: encodeCursor(next) });
    return c.json({ sessions: sessions.map((one) => sessionOf(one, context.tenant.origin)) }, 200);
  });
  api.openapi(readSessionRoute, async (c) => {
    const context = c.get("context");
    const { session } = await readSession(context, c.req.valid("param"));
    return c.json(sessionOf(session, context.tenant.origin), 200);
  });
  api.openapi(calendarRoute, async (c) => {
    const context = c.get("context");
    const { session } = await readSession(context, c.req.valid("param"));
    const method = session.cancelledAt ? "cancel" : "publish";
    const url = ({ id }: PublicSession) => `${context.tenant.origin}/trainings/sessions/${id}`;
    c.header("Content-Type", `text/calendar; charset=utf-8; method=${method.toUpperCase()}`);
    return c.body(sessionCalendar([session], calendarOptions(context, url), method), 200);
  });
  api.openapi(registerRoute(calls), async (c) => {
    const { locale, ...who } = c.req.valid("json");
    const context = inLocale(c.get("context"), calls.locales, locale);
    const { registration } = await registerForSession(context, { ...c.req.valid("param"), ...who });
    return c.json(registration, 201);
  });
  api.openapi(attendRoute(calls), async (c) => {
    const { session, certificates } = await attendSession(
      inLocale(c.get("context"), calls.locales),
      c.req.valid("json"),
    );
    return c.json({ sessionId: session.id, certificates }, 200);
  });
  api.openapi(attendanceRoute, async (c) => {
    const { session, registrations } = await readAttendance(c.get("context"), c.req.valid("param"));
    const rows = registrations.map(
      ({ id, name, email, memberId, registeredAt, cancelledAt, attendedAt }) => ({
        id,
        name,
        email,
        memberId,
        registeredAt: registeredAt.toISOString(),
        cancelledAt: cancelledAt?.toISOString() ?? null,
        attendedAt: attendedAt?.toISOString() ?? null,
      }),
    );
    return c.json({ sessionId: session.id, registrations: rows }, 200);
  });
}

/** The language that somebody is written to in: the one asked for, or else one that the site has. */
function inLocale(context: Context, locales: readonly string[], asked?: string): Context {
  const usual = locales.includes(context.locale) ? context.locale : (locales[0] ?? context.locale);
  return { ...context, locale: asked ?? usual };
}

export function sessionOf(session: PublicSession, origin: string) {
  const { id, kind, trainingId, partId, title, description, locale, mode, place, capacity, host } = session;
  return {
    id,
    kind,
    trainingId,
    partId,
    title,
    description,
    locale,
    mode,
    place,
    startsAt: session.startsAt.toISOString(),
    endsAt: session.endsAt.toISOString(),
    capacity,
    host,
    cancelled: session.cancelledAt !== null,
    url: `${origin}/trainings/sessions/${id}`,
  };
}
