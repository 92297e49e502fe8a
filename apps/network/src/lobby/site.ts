import { csrfToken } from "@concord/http";
import { hotlinesOf } from "@concord/tenant";
import { localHref, type Site } from "@concord/ui";
import type { Context } from "hono";
import { lobbyBrand } from "./brand.ts";
import type { LobbyDeps } from "./lobby.tsx";
import { messages } from "./messages.ts";

export const lobbyLocales = ["en", "es"];

/** The frame of the lobby's pages; the hotlines are those that all states share. */
export function lobbySite(c: Context, { assets, config, file, profiles }: LobbyDeps, locale: string): Site {
  const t = messages.in(locale);
  const path = new URL(c.req.url).pathname.replace(/^\/es(?=\/)/, "");
  const href = (target: string) => localHref({ locales: lobbyLocales, locale }, target);
  return {
    brand: lobbyBrand(locale),
    assets,
    title: t("lobby.name"),
    discreetName: "Concord",
    locale,
    locales: lobbyLocales,
    path,
    official: false,
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

/** A page of an instance in the reader's language. Every state of the trial speaks English without a prefix. */
export function instanceHref(port: number, code: string, locale: string, path = "/"): string {
  return `http://${code}.localhost:${port}${locale === "en" ? "" : `/${locale}`}${path}`;
}
