import { localHref } from "@concord/ui";
import { Hono } from "hono";
import type { PortalContext, PortalEnv } from "../portal/environment.ts";
import { attempt, readForm } from "../portal/forms.ts";
import { demandPerson } from "./demand-person.ts";
import { messages } from "./messages.ts";
import { createPersonToken, listPersonTokens, revokePersonToken } from "./person-tokens.ts";
import { OwnTokensPage, type OwnTokensState } from "./views/own-tokens-page.tsx";

/** Where a person lets a program of their own work with their learning. */
export function ownTokensPortal(): Hono<PortalEnv> {
  const app = new Hono<PortalEnv>();
  app.get("/learn/systems", (c) => show(c, {}));
  app.post("/learn/systems", async (c) => {
    const { values } = await readForm(c);
    const name = typeof values.name === "string" ? values.name : "";
    const done = await attempt(c, [messages], async () =>
      createPersonToken(c.get("context"), { personId: demandPerson(c.get("context").actor), name }),
    );
    if (!done.ok) return show(c, { form: { values, errors: done.errors } }, done.status);
    return show(c, { made: done.value.token });
  });
  app.post("/learn/systems/:id{tok_[0-9a-f]+}/revoke", async (c) => {
    await revokePersonToken(c.get("context"), { id: c.req.param("id") });
    return c.redirect(localHref(c.get("site"), "/learn/systems"), 303);
  });
  return app;
}

async function show(
  c: PortalContext,
  state: OwnTokensState,
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const context = c.get("context");
  const tokens = await listPersonTokens(context, { personId: demandPerson(context.actor) });
  // A token on a page must not stay in a browser's cache.
  c.header("Cache-Control", "private, no-store");
  const page = { site: c.get("site"), tokens, now: context.clock.now(), state };
  return c.html(<OwnTokensPage {...page} />, status);
}
