import { localHref } from "@concord/ui";
import { Hono } from "hono";
import type { PortalContext, PortalEnv } from "../portal/environment.ts";
import { type Attempt, attempt, readForm } from "../portal/forms.ts";
import { askToJoin } from "./ask-to-join.ts";
import { findNetwork } from "./find-network.ts";
import { giveUp } from "./give-up.ts";
import { keyRoutes } from "./key-portal.tsx";
import { lookAgain } from "./look-again.ts";
import { messages } from "./messages.ts";
import { readJoin, readRequest } from "./read-join.ts";
import { JoinPage, type JoinPageProps } from "./views/join-page.tsx";

const home = "/office/network/join";

/** The office's side of what a network agrees on: how this office becomes a member of one, and its key. */
export function ceremoniesPortal(): Hono<PortalEnv> {
  const app = new Hono<PortalEnv>();
  app.get(home, (c) => show(c));
  app.post(home, async (c) => {
    const { values } = await readForm(c);
    const typed = { address: String(values.address ?? ""), id: String(values.id ?? "") };
    const done = await attempt(c, [messages], () => findNetwork(c.get("context"), typed));
    return done.ok ? back(c) : show(c, { values, errors: done.errors }, done.status);
  });
  app.post(`${home}/ask`, async (c) => {
    const { values } = await readForm(c);
    const input = { way: values.way } as Parameters<typeof askToJoin>[1];
    return after(c, await attempt(c, [messages], () => askToJoin(c.get("context"), input)));
  });
  app.get(`${home}/request`, async (c) => {
    const context = c.get("context");
    return c.body(await readRequest(context, {}), 200, {
      "Content-Type": "application/jose",
      "Content-Disposition": `attachment; filename="${context.tenant.peer.code}.join"`,
    });
  });
  app.post(`${home}/look`, async (c) =>
    after(c, await attempt(c, [messages], () => lookAgain(c.get("context")))),
  );
  app.post(`${home}/stop`, async (c) =>
    after(c, await attempt(c, [messages], () => giveUp(c.get("context"), {}))),
  );
  app.route("/", keyRoutes());
  return app;
}

function back(c: PortalContext): Response {
  return c.redirect(localHref(c.get("site"), home), 303);
}

/** What was refused is said above the page as it stands now. */
async function after(c: PortalContext, done: Attempt<unknown>): Promise<Response> {
  return done.ok ? back(c) : show(c, { problem: Object.values(done.errors)[0] }, done.status);
}

async function show(
  c: PortalContext,
  more: Partial<Pick<JoinPageProps, "values" | "errors" | "problem">> = {},
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const view = await readJoin(c.get("context"), {});
  return c.html(<JoinPage site={c.get("site")} view={view} {...more} />, status);
}
