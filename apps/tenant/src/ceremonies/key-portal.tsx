import { localHref } from "@concord/ui";
import { Hono } from "hono";
import type { PortalContext, PortalEnv } from "../portal/environment.ts";
import { attempt, readForm } from "../portal/forms.ts";
import { askNewKey, giveUpKey } from "./ask-new-key.ts";
import { haltSigning, resumeSigning } from "./halt-signing.ts";
import { messages } from "./messages.ts";
import { readKey, readKeyRequest } from "./read-key.ts";
import { restoreOwnFeed } from "./restore-own-feed.ts";
import { lookForKey } from "./take-new-key.ts";
import { KeyPage, type KeyPageProps } from "./views/key-page.tsx";

const home = "/office/network/key";

/** What a member does with its key and its feed: a new one, a stolen one, a restored database. */
export function keyRoutes(): Hono<PortalEnv> {
  const app = new Hono<PortalEnv>();
  app.get(home, (c) => show(c));
  app.post(`${home}/ask`, async (c) => {
    const { values } = await readForm(c);
    const input = { way: values.way } as Parameters<typeof askNewKey>[1];
    return doing(c, () => askNewKey(c.get("context"), input));
  });
  app.get(`${home}/request`, async (c) => {
    const context = c.get("context");
    return c.body(await readKeyRequest(context, {}), 200, {
      "Content-Type": "application/jose",
      "Content-Disposition": `attachment; filename="${context.tenant.peer.code}.join"`,
    });
  });
  app.post(`${home}/look`, (c) => doing(c, () => lookForKey(c.get("context"))));
  app.post(`${home}/stop`, (c) => doing(c, () => giveUpKey(c.get("context"), {})));
  app.post(`${home}/halt`, (c) => doing(c, () => haltSigning(c.get("context"), {})));
  app.post(`${home}/resume`, (c) => doing(c, () => resumeSigning(c.get("context"), {})));
  app.post(`${home}/restore`, async (c) => {
    const done = await attempt(c, [messages], () => restoreOwnFeed(c.get("context")));
    if (done.ok) return show(c, { restored: done.value });
    return show(c, { problem: Object.values(done.errors)[0] }, done.status);
  });
  return app;
}

async function doing(c: PortalContext, work: () => Promise<unknown>): Promise<Response> {
  const done = await attempt(c, [messages], work);
  if (done.ok) return c.redirect(localHref(c.get("site"), home), 303);
  return show(c, { problem: Object.values(done.errors)[0] }, done.status);
}

async function show(
  c: PortalContext,
  more: Pick<KeyPageProps, "problem" | "restored"> = {},
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const view = await readKey(c.get("context"), {});
  return c.html(<KeyPage site={c.get("site")} view={view} {...more} />, status);
}
