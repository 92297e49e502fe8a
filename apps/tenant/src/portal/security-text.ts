import type { Clock } from "@concord/runtime";
import { Hono } from "hono";
import type { Tenant } from "../context.ts";
import { demonstrationNotice } from "../profile/index.ts";
import { siteLocales } from "./site.ts";

const path = "/.well-known/security.txt";
const validForMs = 90 * 86_400_000;

/** Where to tell of a weakness (RFC 9116): the office's own address, good for the next 90 days. */
export function securityText({ tenant, clock }: { tenant: Tenant; clock: Clock }): Hono {
  const { profile, origin } = tenant;
  const locales = siteLocales(profile);
  const notice = demonstrationNotice(profile, locales[0] ?? "en");
  const app = new Hono();
  app.get(path, (c) => {
    const lines = [
      ...(notice ? [`# ${notice}`] : []),
      `Contact: mailto:${profile.office.email}`,
      `Expires: ${new Date(clock.now().getTime() + validForMs).toISOString()}`,
      `Preferred-Languages: ${locales.join(", ")}`,
      `Canonical: ${origin}${path}`,
    ];
    return c.text(`${lines.join("\n")}\n`);
  });
  return app;
}
