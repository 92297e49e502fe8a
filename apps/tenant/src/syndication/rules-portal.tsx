import { localHref } from "@concord/ui";
import { Hono } from "hono";
import type { PortalContext, PortalEnv } from "../portal/environment.ts";
import { readForm } from "../portal/forms.ts";
import { ruleChoices, sharedKinds } from "./model.ts";
import { listRules, setRules } from "./set-rules.ts";
import { RulesPage } from "./views/rules-page.tsx";

/** What this office does with each member's material. */
export function rulesRoutes(): Hono<PortalEnv> {
  const app = new Hono<PortalEnv>();
  app.get("/office/network/rules", async (c) => {
    const members = await listRules(c.get("context"), {});
    return c.html(<RulesPage site={c.get("site")} members={members} done={c.req.query("done")} />);
  });
  app.post("/office/network/rules/:code", saveRules);
  return app;
}

async function saveRules(c: PortalContext): Promise<Response> {
  const { values } = await readForm(c);
  const code = c.req.param("code") ?? "";
  const chosen = sharedKinds.map((kind) => [kind, ruleChoices.find((one) => one === values[kind])]);
  await setRules(c.get("context"), { code, ...Object.fromEntries(chosen) });
  return c.redirect(localHref(c.get("site"), `/office/network/rules?done=${encodeURIComponent(code)}`), 303);
}
