import { textIn } from "@concord/content";
import { type FormErrors, type FormValues, localHref } from "@concord/ui";
import { Hono, type MiddlewareHandler } from "hono";
import type { PortalContext, PortalEnv } from "../portal/environment.ts";
import { attempt, readForm } from "../portal/forms.ts";
import { sessionCalendar } from "./calendar.ts";
import { calendarOptions } from "./calendar-options.ts";
import { employerToken } from "./enroll.ts";
import { listForCalendar, type PublicSession, readSession } from "./list-sessions.ts";
import { messages } from "./messages.ts";
import { cancelRegistration, readRegistration, registerForSession } from "./register.ts";
import { sessionData } from "./structured-data.tsx";
import { RegistrationPage } from "./views/registration-page.tsx";
import { RegisteredPage, SessionPage } from "./views/session-page.tsx";

/** The public side of live sessions: calendar, registration, and a registration by its link. */
export function sessionsPortal(slow: MiddlewareHandler): Hono<PortalEnv> {
  const app = new Hono<PortalEnv>();
  app.get("/trainings/calendar.ics", async (c) =>
    calendarFile(c, await listForCalendar(c.get("context"), {}), pageOf(c), "publish"),
  );
  app.get("/trainings/sessions/:file{ses_[0-9a-f]+\\.ics}", async (c) => {
    const sessionId = c.req.param("file").replace(/\.ics$/, "");
    const { session } = await readSession(c.get("context"), { sessionId });
    return calendarFile(c, [session], pageOf(c), session.cancelledAt ? "cancel" : "publish");
  });
  app.get("/trainings/sessions/:id{ses_[0-9a-f]+}", (c) => showSession(c));
  app.post("/trainings/sessions/:id{ses_[0-9a-f]+}", slow, async (c) => {
    const { values } = await readForm(c);
    const done = await attempt(c, [messages], () =>
      registerForSession(c.get("context"), {
        sessionId: c.req.param("id"),
        name: String(values.name ?? ""),
        email: String(values.email ?? ""),
        via: employerToken.safeParse(values.via).data,
      }),
    );
    if (!done.ok) return showSession(c, values, done.errors, done.status);
    const { session, registration } = done.value;
    const site = c.get("site");
    return c.html(
      <RegisteredPage site={site} email={registration.email} title={textIn(session.title, site.locale)} />,
    );
  });
  app.get("/trainings/registrations/:file{[\\w-]{43}\\.ics}", async (c) => {
    const { session } = await readRegistration(c.get("context"), { key: c.req.param("file").slice(0, 43) });
    const { joinUrl, attendanceCode: _code, ...shown } = session;
    return calendarFile(
      c,
      [shown],
      joinUrl === null ? pageOf(c) : () => joinUrl,
      session.cancelledAt ? "cancel" : "publish",
    );
  });
  app.get("/trainings/registrations/:key", async (c) => {
    const { profile } = c.get("context").tenant;
    const found = await readRegistration(c.get("context"), { key: c.req.param("key") });
    c.header("Referrer-Policy", "no-referrer");
    return c.html(
      <RegistrationPage
        site={c.get("site")}
        {...found}
        path={`/trainings/registrations/${c.req.param("key")}`}
        timeZone={profile.jurisdiction.timeZones.default}
      />,
    );
  });
  app.post("/trainings/registrations/:key/cancel", slow, async (c) => {
    const key = c.req.param("key");
    await cancelRegistration(c.get("context"), { key });
    return c.redirect(localHref(c.get("site"), `/trainings/registrations/${key}`), 303);
  });
  return app;
}

async function showSession(
  c: PortalContext,
  values: FormValues = {},
  errors: FormErrors = {},
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const context = c.get("context");
  const { actor, tenant, locale } = context;
  const { session, registration } = await readSession(context, { sessionId: c.req.param("id") ?? "" });
  const page = (
    <SessionPage
      site={c.get("site")}
      session={session}
      registration={registration}
      timeZone={tenant.profile.jurisdiction.timeZones.default}
      values={status === 200 ? { name: actor.name, email: actor.email } : values}
      // An employer's page sends its staff here; what is no employer's token is left out.
      via={employerToken.safeParse(values.via ?? c.req.query("via")).data}
      errors={errors}
      head={sessionData({ tenant, locale }, session)}
    />
  );
  return c.html(page, status);
}

function pageOf(c: PortalContext): (session: PublicSession) => string {
  const { origin } = c.get("context").tenant;
  return ({ id }) => `${origin}${localHref(c.get("site"), `/trainings/sessions/${id}`)}`;
}

function calendarFile(
  c: PortalContext,
  sessions: readonly PublicSession[],
  url: (session: PublicSession) => string,
  method: "publish" | "cancel",
): Response {
  const file = sessionCalendar(sessions, calendarOptions(c.get("context"), url), method);
  c.header("Content-Type", `text/calendar; charset=utf-8; method=${method.toUpperCase()}`);
  return c.body(file);
}
