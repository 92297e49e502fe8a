import { localHref } from "@concord/ui";
import { Hono } from "hono";
import type { PortalContext, PortalEnv } from "../portal/environment.ts";
import { type Attempt, attempt, readForm } from "../portal/forms.ts";
import { appointOfficer } from "./appoint-officer.ts";
import { revokeRole } from "./grant-role.ts";
import { listPeople } from "./list-people.ts";
import { messages } from "./messages.ts";
import { createApiToken, listApiTokens, revokeApiToken } from "./tokens.ts";
import { PeoplePage, type PeoplePageState } from "./views/people-page.tsx";

/** Who works in the office, and which systems may use the API. */
export function officePeoplePortal(): Hono<PortalEnv> {
  const app = new Hono<PortalEnv>();
  app.get("/office/people", (c) => show(c, {}));
  app.post("/office/people", async (c) => {
    const { values } = await readForm(c);
    const done = await attempt(c, [messages], () =>
      appointOfficer(c.get("context"), { email: text(values.email), name: text(values.name) }),
    );
    return done.ok ? back(c) : show(c, { officer: { values, errors: done.errors } }, done);
  });
  app.post("/office/people/:id/revoke", async (c) => {
    const done = await attempt(c, [messages], () =>
      revokeRole(c.get("context"), { personId: c.req.param("id"), role: "officer" }),
    );
    return done.ok ? back(c) : show(c, { problem: done.errors.form }, done);
  });
  app.post("/office/tokens", async (c) => {
    const { values } = await readForm(c);
    const scopes = [values.scopes ?? []].flat();
    const input = {
      name: text(values.name),
      scopes: scopes as never[],
      days: Number(text(values.days) || 90),
    };
    const done = await attempt(c, [messages], () => createApiToken(c.get("context"), input));
    return done.ok
      ? show(c, { token: done.value.token })
      : show(c, { tokenForm: { values, errors: done.errors } }, done);
  });
  app.post("/office/tokens/:id/revoke", async (c) => {
    await revokeApiToken(c.get("context"), { id: c.req.param("id") });
    return back(c);
  });
  return app;
}

async function show(c: PortalContext, state: PeoplePageState, failed?: Attempt<unknown>): Promise<Response> {
  const context = c.get("context");
  const [{ officers }, tokens] = await Promise.all([listPeople(context, {}), listApiTokens(context, {})]);
  const page = (
    <PeoplePage
      site={c.get("site")}
      officers={officers}
      tokens={tokens}
      now={context.clock.now()}
      state={state}
    />
  );
  return c.html(page, failed && !failed.ok ? failed.status : 200);
}

function back(c: PortalContext): Response {
  return c.redirect(localHref(c.get("site"), "/office/people"), 303);
}

function text(value: string | readonly string[] | undefined): string {
  return typeof value === "string" ? value : "";
}
