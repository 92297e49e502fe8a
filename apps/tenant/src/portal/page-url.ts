import { localHref } from "@concord/ui";
import type { Tenant } from "../context.ts";
import { siteLocales } from "./site.ts";

/** The whole address of a page in somebody's language, for mail and print. */
export function pageUrl(tenant: Tenant, locale: string, path: string): string {
  return `${tenant.origin}${localHref({ locales: siteLocales(tenant.profile), locale }, path)}`;
}
