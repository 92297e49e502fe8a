import { Hono } from "hono";
import type { PortalEnv } from "../portal/environment.ts";
import { checkChain } from "./check-chain.ts";
import { listAudit } from "./list.ts";
import { AuditPage } from "./views/audit-page.tsx";

const pageSize = 50;

export function auditPortal(): Hono<PortalEnv> {
  const app = new Hono<PortalEnv>();
  app.get("/office/audit", async (c) => {
    const context = c.get("context");
    const before = Number(c.req.query("before"));
    const [kind, id] = (c.req.query("about") ?? "").split("/");
    const lines = await listAudit(context, {
      limit: pageSize,
      ...(Number.isSafeInteger(before) && before > 0 ? { before } : {}),
      ...(kind && id ? { subject: { kind, id } } : {}),
    });
    const verdict = c.req.query("check") === "chain" ? await checkChain(context, {}) : undefined;
    const about = kind && id ? { about: { kind, id } } : {};
    return c.html(
      <AuditPage
        site={c.get("site")}
        lines={lines}
        more={lines.length === pageSize}
        {...about}
        {...(verdict && { verdict })}
      />,
    );
  });
  return app;
}
