import { Hono } from "hono";
import { countDirectory } from "../membership/index.ts";
import { listUpcoming } from "../trainings/index.ts";
import type { PortalEnv } from "./environment.ts";
import { HelpPage } from "./views/help.tsx";
import { HomePage } from "./views/home.tsx";
import { RulesPage } from "./views/rules.tsx";

/** The first page, and the page of help. */
export function publicPortal(): Hono<PortalEnv> {
  const app = new Hono<PortalEnv>();
  app.get("/", async (c) => {
    const context = c.get("context");
    const [members, { sessions }] = await Promise.all([
      countDirectory(context, {}),
      listUpcoming(context, { limit: 2 }),
    ]);
    const { profile } = context.tenant;
    return c.html(<HomePage site={c.get("site")} profile={profile} members={members} sessions={sessions} />);
  });
  app.get("/rules", (c) =>
    c.html(<RulesPage site={c.get("site")} profile={c.get("context").tenant.profile} />),
  );
  // Opens from anywhere without sign-in, cookie, referrer or a line in the access log.
  app.get("/help", (c) => {
    c.header("Referrer-Policy", "no-referrer");
    c.header("Cache-Control", "no-store");
    return c.html(<HelpPage site={c.get("site")} profile={c.get("context").tenant.profile} />);
  });
  return app;
}
