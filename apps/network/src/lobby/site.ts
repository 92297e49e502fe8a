import { csrfToken } from "@concord/http";
import { hotlinesOf } from "@concord/tenant";
import { localHref, type Site } from "@concord/ui";
import type { Context } from "hono";
import { originOf } from "../instances/place.ts";
import { lobbyBrand } from "./brand.ts";
import type { LobbyDeps } from "./lobby.tsx";
import { messages } from "./messages.ts";

export const lobbyLocales = ["en", "es"];

/** What a page in the network's own look is made from. */
export type SiteDeps = Pick<LobbyDeps, "assets" | "config" | "file" | "profiles">;

/**
 * The frame of the lobby's pages; the hotlines are those that all states share. A page in the place of a state names
 * the state in its notice.
 */
export function lobbySite(c: Context, deps: SiteDeps, locale = localeOf(c), jurisdictionName?: string): Site {
  const { assets, config, file, profiles } = deps;
  const t = messages.in(locale);
  const path = new URL(c.req.url).pathname.replace(/^\/es(?=\/)/, "");
  const href = (target: string) => lobbyHref(config.port, locale, target);
  return {
    brand: lobbyBrand(locale),
    assets,
    title: t("lobby.name"),
    discreetName: "Concord",
    locale,
    timeZone: profiles[0]?.jurisdiction.timeZones.default ?? "UTC",
    locales: lobbyLocales,
    path,
    official: false,
    ...(jurisdictionName ? { jurisdictionName } : {}),
    nav: [
      { href: href("/"), label: t("lobby.states"), current: path === "/" },
      { href: href("/tour"), label: t("lobby.tour"), current: path === "/tour" },
      { href: instanceHref(config.port, file.region.code, locale), label: t("lobby.region") },
    ],
    hotlines: profiles[0] ? hotlinesOf(profiles[0], locale) : [],
    get csrf() {
      return csrfToken(c);
    },
  };
}

/** The language that the address names, also where there is no such page. */
export function localeOf(c: Context): string {
  return lobbyLocales.find((locale) => c.req.path.startsWith(`/${locale}/`)) ?? "en";
}

/** A page of the lobby, from wherever it is linked. */
export function lobbyHref(port: number, locale: string, path: string): string {
  return originOf("", port) + localHref({ locales: lobbyLocales, locale }, path);
}

/** A page of an instance in the reader's language. Every state of the trial speaks English without a prefix. */
export function instanceHref(port: number, code: string, locale: string, path = "/"): string {
  return `${originOf(code, port)}${locale === "en" ? "" : `/${locale}`}${path}`;
}
