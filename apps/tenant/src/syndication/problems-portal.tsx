import { localHref } from "@concord/ui";
import { Hono } from "hono";
import type { PortalEnv } from "../portal/environment.ts";
import { attempt } from "../portal/forms.ts";
import { messages } from "./messages.ts";
import { readHolders, readProblems, readRegistry, releaseMember } from "./read-problems.ts";
import { HoldersPage } from "./views/holders-page.tsx";
import { timesOf } from "./views/network-page.tsx";
import { ProblemsPage } from "./views/problems-page.tsx";
import { RegistryPage } from "./views/registry-page.tsx";

/** What does not go as it should, who holds what of ours, and who is in the network. */
export function problemsRoutes(): Hono<PortalEnv> {
  const app = new Hono<PortalEnv>();
  app.get("/office/network/problems", async (c) => {
    const site = c.get("site");
    const problems = await readProblems(c.get("context"), {});
    return c.html(
      <ProblemsPage site={site} {...problems} times={timesOf(site)} released={c.req.query("released")} />,
    );
  });
  app.post("/office/network/problems/:code/release", async (c) => {
    const code = c.req.param("code");
    const done = await attempt(c, [messages], () => releaseMember(c.get("context"), { code }));
    // Somebody else was faster: the page shows how it stands.
    const query = done.ok ? `?released=${encodeURIComponent(code)}` : "";
    return c.redirect(localHref(c.get("site"), `/office/network/problems${query}`), 303);
  });
  app.get("/office/network/published/:item", async (c) => {
    const site = c.get("site");
    const { shared, holders } = await readHolders(c.get("context"), { item: c.req.param("item") });
    return c.html(<HoldersPage site={site} shared={shared} holders={holders} times={timesOf(site)} />);
  });
  app.get("/office/network/members", async (c) => {
    const site = c.get("site");
    return c.html(
      <RegistryPage site={site} {...(await readRegistry(c.get("context"), {}))} times={timesOf(site)} />,
    );
  });
  return app;
}
