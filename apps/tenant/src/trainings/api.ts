import {
  createRouter,
  decodeCursor,
  encodeCursor,
  linkPages,
  pageQuery,
  problemResponses,
} from "@concord/http";
import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import type { ApiEnv } from "../api-environment.ts";
import { readAttendance } from "./attend.ts";
import { listCatalogue, readTraining } from "./catalogue.ts";
import {
  attendance,
  registered,
  registrationRequest,
  sessionList,
  trainingDetail,
  trainingList,
} from "./contract.ts";
import { listUpcoming, type PublicSession } from "./list-sessions.ts";
import type { Training } from "./model.ts";
import { registerForSession } from "./register.ts";

const byCreation = z.object({ createdAt: z.string(), id: z.string() });
const byStart = z.object({ startsAt: z.string(), id: z.string() });
const bearer = [{ bearer: [] }];

const listTrainingsRoute = createRoute({
  method: "get",
  path: "/api/v1/trainings",
  operationId: "listTrainings",
  tags: ["Trainings"],
  summary: "The trainings and series this office offers, newest first",
  request: { query: pageQuery().extend({ kind: z.enum(["training", "series"]).optional() }) },
  responses: {
    200: {
      description: "A page of the catalogue",
      content: { "application/json": { schema: trainingList } },
    },
    ...problemResponses("invalid"),
  },
});

const readTrainingRoute = createRoute({
  method: "get",
  path: "/api/v1/trainings/{trainingId}",
  operationId: "readTraining",
  tags: ["Trainings"],
  summary: "One offered training with its body",
  request: { params: z.object({ trainingId: z.string() }) },
  responses: {
    200: { description: "The training", content: { "application/json": { schema: trainingDetail } } },
    ...problemResponses("not-found", "invalid"),
  },
});

const listSessionsRoute = createRoute({
  method: "get",
  path: "/api/v1/sessions",
  operationId: "listSessions",
  tags: ["Trainings"],
  summary: "Live sessions ahead, soonest first",
  request: { query: pageQuery() },
  responses: {
    200: { description: "A page of sessions", content: { "application/json": { schema: sessionList } } },
    ...problemResponses("invalid"),
  },
});

const registerRoute = createRoute({
  method: "post",
  path: "/api/v1/sessions/{sessionId}/registrations",
  operationId: "registerForSession",
  tags: ["Trainings"],
  summary: "Register somebody; the confirmation goes to the e-mail address",
  request: {
    params: z.object({ sessionId: z.string() }),
    body: { content: { "application/json": { schema: registrationRequest } } },
  },
  responses: {
    201: { description: "Registered", content: { "application/json": { schema: registered } } },
    ...problemResponses("not-found", "invalid", "conflict"),
  },
});

const attendanceRoute = createRoute({
  method: "get",
  path: "/api/v1/sessions/{sessionId}/attendance",
  operationId: "readAttendance",
  tags: ["Trainings"],
  summary: "Who registered for a session and who came (scope sessions:manage)",
  security: bearer,
  request: { params: z.object({ sessionId: z.string() }) },
  responses: {
    200: { description: "The attendance", content: { "application/json": { schema: attendance } } },
    ...problemResponses("unauthenticated", "forbidden", "not-found", "invalid"),
  },
});

/** Catalogue, sessions, registration and attendance for other systems. */
export function trainingsApi(): OpenAPIHono<ApiEnv> {
  const api = createRouter<ApiEnv>();
  api.openapi(listTrainingsRoute, async (c) => {
    const { cursor, limit, kind } = c.req.valid("query");
    const before = cursor === undefined ? undefined : decodeCursor(byCreation, cursor);
    const context = c.get("context");
    const { trainings, next } = await listCatalogue(context, { kind, before, limit });
    if (next) linkPages(c, { next: encodeCursor(next) });
    return c.json({ trainings: trainings.map((one) => summaryOf(one, context.tenant.origin)) }, 200);
  });
  api.openapi(readTrainingRoute, async (c) => {
    const context = c.get("context");
    const { training, body } = await readTraining(context, c.req.valid("param"));
    return c.json({ ...summaryOf(training, context.tenant.origin), body }, 200);
  });
  api.openapi(listSessionsRoute, async (c) => {
    const { cursor, limit } = c.req.valid("query");
    const after = cursor === undefined ? undefined : decodeCursor(byStart, cursor);
    const context = c.get("context");
    const { sessions, next } = await listUpcoming(context, { after, limit });
    if (next) linkPages(c, { next: encodeCursor(next) });
    return c.json({ sessions: sessions.map((one) => sessionOf(one, context.tenant.origin)) }, 200);
  });
  api.openapi(registerRoute, async (c) => {
    const { locale, ...who } = c.req.valid("json");
    const context = c.get("context");
    const { registration } = await registerForSession(
      { ...context, locale: locale ?? context.locale },
      { ...c.req.valid("param"), ...who },
    );
    return c.json(registration, 201);
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
  return api;
}

function summaryOf(training: Training, origin: string) {
  const { id, kind, source, item, title, summary, languages, minutes, attribution, licence } = training;
  return {
    id,
    kind,
    source,
    item,
    revision: training.offeredRevision ?? training.latestRevision,
    title,
    summary,
    languages: [...languages],
    minutes,
    attribution,
    licence,
    url: `${origin}/trainings/${id}`,
  };
}

function sessionOf(session: PublicSession, origin: string) {
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
