import { decodeCursor, encodeCursor } from "@concord/http";
import { DomainError } from "@concord/runtime";
import { localHref } from "@concord/ui";
import { Hono } from "hono";
import type { Context } from "../context.ts";
import { readMember } from "../membership/index.ts";
import type { PortalContext, PortalEnv } from "../portal/environment.ts";
import { type Attempt, attempt, readForm } from "../portal/forms.ts";
import { appointOfficer } from "./appoint-officer.ts";
import { revokeRole } from "./grant-role.ts";
import { listPeople, type PersonWithRoles, peoplePosition } from "./list-people.ts";
import { messages } from "./messages.ts";
import type { Role } from "./model.ts";
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
    return done.ok ? back(c, "appointed") : show(c, { officer: { values, errors: done.errors } }, done);
  });
  app.post("/office/people/:id/revoke", async (c) => {
    const { values } = await readForm(c);
    const memberId = text(values.memberId);
    const input = {
      personId: c.req.param("id"),
      role: text(values.role) as Role,
      ...(memberId ? { memberId } : {}),
    };
    const done = await attempt(c, [messages], () => revokeRole(c.get("context"), input));
    return done.ok ? back(c, "role-revoked") : show(c, { problem: done.errors.form }, done);
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
    return back(c, "token-revoked");
  });
  return app;
}

async function show(c: PortalContext, state: PeoplePageState, failed?: Attempt<unknown>): Promise<Response> {
  const context = c.get("context");
  const search = c.req.query("q")?.trim() ?? "";
  const cursor = c.req.query("cursor");
  const after = cursor ? { after: decodeCursor(peoplePosition, cursor) } : {};
  const [{ officers, people, next }, tokens] = await Promise.all([
    listPeople(context, { search, ...after }),
    listApiTokens(context, {}),
  ]);
  const page = (
    <PeoplePage
      site={c.get("site")}
      officers={officers}
      found={{
        search,
        people,
        memberNames: await namesOf(context, people),
        ...(next ? { next: encodeCursor(next) } : {}),
      }}
      tokens={tokens}
      now={context.clock.now()}
      state={state}
    />
  );
  return c.html(page, failed && !failed.ok ? failed.status : 200);
}

/** The firms that the people of a page act for. A restricted record keeps its name, and is shown by its id. */
async function namesOf(context: Context, people: readonly PersonWithRoles[]): Promise<Map<string, string>> {
  const ids = new Set(people.flatMap(({ roles }) => roles.flatMap(({ memberId }) => memberId ?? [])));
  const named = await Promise.all(
    [...ids].map(async (memberId): Promise<[string, string][]> => {
      const found = await readMember(context, { memberId }).catch(unlessRefused);
      return found ? [[memberId, found.member.legalName]] : [];
    }),
  );
  return new Map(named.flat());
}

function unlessRefused(error: unknown): undefined {
  if (!(error instanceof DomainError)) throw error;
}

function back(c: PortalContext, done: string): Response {
  return c.redirect(localHref(c.get("site"), `/office/people?done=${done}`), 303);
}

function text(value: string | readonly string[] | undefined): string {
  return typeof value === "string" ? value : "";
}
