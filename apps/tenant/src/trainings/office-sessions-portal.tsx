import { textIn } from "@concord/content";
import { decodeCursor, encodeCursor } from "@concord/http";
import { dayIn } from "@concord/runtime";
import { type FormErrors, type FormValues, localHref } from "@concord/ui";
import { Hono } from "hono";
import { z } from "zod";
import type { PortalContext, PortalEnv } from "../portal/environment.ts";
import { attempt, flattened, readForm } from "../portal/forms.ts";
import { readAttendance } from "./attend.ts";
import { listLiveParts } from "./catalogue.ts";
import { listOfficeSessions } from "./list-sessions.ts";
import { messages } from "./messages.ts";
import { cancelSession, changeSession, planSession } from "./plan-session.ts";
import type { LiveSession } from "./session-model.ts";
import { OfficeSessionPage } from "./views/office-session-page.tsx";
import { OfficeSessionsPage } from "./views/office-sessions-page.tsx";
import { SessionFormPage } from "./views/session-form.tsx";

const position = z.object({ startsAt: z.string(), id: z.string() });

/** The office's live sessions: plan, change, call off, and see who came. */
export function officeSessionsPortal(): Hono<PortalEnv> {
  const app = new Hono<PortalEnv>();
  app.get("/office/sessions", async (c) => {
    const past = c.req.query("past") === "yes";
    const cursor = c.req.query("cursor");
    const after = cursor ? decodeCursor(position, cursor) : undefined;
    const { sessions, next } = await listOfficeSessions(c.get("context"), { past, after });
    const site = c.get("site");
    const query = next && `?${past ? "past=yes&" : ""}cursor=${encodeCursor(next)}`;
    const nextHref = query && `${localHref(site, "/office/sessions")}${query}`;
    const shown = { sessions, past, nextHref, timeZone: zoneOf(c) };
    return c.html(<OfficeSessionsPage site={site} {...shown} />);
  });
  app.get("/office/sessions/new", (c) => showForm(c, { locale: c.get("site").locale, mode: "live-online" }));
  app.post("/office/sessions/new", async (c) => {
    const { values } = await readForm(c);
    const done = await attempt(c, [messages], async () => planSession(c.get("context"), planOf(c, values)));
    return done.ok
      ? backTo(c, done.value.id, "planned")
      : showForm(c, values, undefined, done.errors, done.status);
  });
  app.get("/office/sessions/:id{ses_[0-9a-f]+}", (c) => showSession(c));
  app.get("/office/sessions/:id{ses_[0-9a-f]+}/edit", async (c) => {
    const { session } = await readAttendance(c.get("context"), { sessionId: idOf(c) });
    return showForm(c, valuesOf(session, zoneOf(c)), session.id);
  });
  app.post("/office/sessions/:id{ses_[0-9a-f]+}/edit", async (c) => {
    const { values } = await readForm(c);
    const sessionId = idOf(c);
    const done = await attempt(c, [messages], async () =>
      changeSession(c.get("context"), { ...planOf(c, values), sessionId }),
    );
    return done.ok
      ? backTo(c, sessionId, "changed")
      : showForm(c, values, sessionId, done.errors, done.status);
  });
  app.post("/office/sessions/:id{ses_[0-9a-f]+}/cancel", async (c) => {
    const done = await attempt(c, [messages], () => cancelSession(c.get("context"), { sessionId: idOf(c) }));
    return done.ok ? backTo(c, idOf(c), "cancelled") : showSession(c, done.errors, done.status);
  });
  return app;
}

async function showSession(c: PortalContext, errors: FormErrors = {}, status: 200 | 409 | 422 = 200) {
  const found = await readAttendance(c.get("context"), { sessionId: idOf(c) });
  const page = <OfficeSessionPage site={c.get("site")} {...found} timeZone={zoneOf(c)} errors={errors} />;
  return c.html(page, status);
}

async function showForm(
  c: PortalContext,
  values: FormValues,
  sessionId?: string,
  errors: FormErrors = {},
  status: 200 | 409 | 422 = 200,
) {
  const site = c.get("site");
  const live = await listLiveParts(c.get("context"), {});
  const parts = live.map(({ value, series, part }) => ({
    value,
    label: `${textIn(series, site.locale)}: ${textIn(part, site.locale)}`,
  }));
  const action = sessionId ? `/office/sessions/${sessionId}/edit` : "/office/sessions/new";
  const form = { action, editing: sessionId !== undefined, parts, timeZone: zoneOf(c), values, errors };
  return c.html(<SessionFormPage site={site} {...form} />, status);
}

/** What was typed, as the verb takes it. */
function planOf(c: PortalContext, values: FormValues) {
  const typed = (name: string) => String(values[name] ?? "");
  const each = (name: string) =>
    Object.fromEntries(c.get("site").locales.map((code) => [code, typed(`${name}.${code}`)]));
  return {
    title: each("title"),
    description: each("description"),
    locale: typed("locale"),
    day: typed("day"),
    from: typed("from"),
    to: typed("to"),
    mode: typed("mode") === "in-person" ? ("in-person" as const) : ("live-online" as const),
    joinUrl: typed("joinUrl"),
    place: typed("place"),
    capacity: typed("capacity"),
    host: typed("host"),
    part: typed("part"),
  };
}

function valuesOf(session: LiveSession, timeZone: string): FormValues {
  const time = new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit" });
  const { title, description, locale, mode, joinUrl, place, capacity, host, trainingId, partId } = session;
  return flattened({
    title,
    description,
    locale,
    mode,
    joinUrl,
    place,
    capacity,
    host,
    part: trainingId && `${trainingId}/${partId}`,
    day: dayIn(timeZone, session.startsAt),
    from: time.format(session.startsAt),
    to: time.format(session.endsAt),
  });
}

function zoneOf(c: PortalContext): string {
  return c.get("context").tenant.profile.jurisdiction.timeZones.default;
}

function idOf(c: PortalContext): string {
  return c.req.param("id") ?? "";
}

function backTo(c: PortalContext, id: string, done: string): Response {
  return c.redirect(localHref(c.get("site"), `/office/sessions/${id}?done=${done}`), 303);
}
