import type { Locale } from "@concord/runtime";
import { localHref, type NavItem, type Site, type UiAssets } from "@concord/ui";
import { regionBrand } from "./brand.ts";
import { hotlinesIn, readHotlines } from "./hotlines.ts";
import { locales, regionZone } from "./locale.ts";
import { messages } from "./messages.ts";

const sections = [
  ["nav.figures", "/"],
  ["nav.network", "/network"],
  ["nav.about", "/about"],
] as const;

/** The frame of one request's pages; `path` is path and query without the language prefix. There is a sheet for the press only where something is published. */
export type SiteOf = (locale: Locale, path: string, published: boolean) => Site;

interface SiteParts {
  /** The region's. */
  readonly name: string;
  readonly assets: UiAssets;
  /** The lobby of the trial it is part of. */
  readonly lobbyUrl?: string;
}

/** Reads once what stands on every page. */
export function createSiteOf({ name, assets, lobbyUrl }: SiteParts): SiteOf {
  const lines = readHotlines();
  const fixed = new Map(
    locales.map((locale) => [
      locale as Locale,
      {
        brand: regionBrand(name, locale),
        hotlines: hotlinesIn(lines, locale),
        assets,
        tour: tourLink(locale, lobbyUrl),
      },
    ]),
  );
  return (locale, path, published) => {
    const parts = fixed.get(locale) ?? fixed.get(locales[0]);
    if (!parts) throw new Error("no language");
    return siteIn(locale, path, published, parts);
  };
}

/** The way back, where there is a lobby. */
function tourLink(locale: Locale, lobbyUrl: string | undefined): NavItem[] {
  if (lobbyUrl === undefined) return [];
  const path = localHref({ locales, locale }, "/tour");
  return [{ label: messages.in(locale)("nav.tour"), href: lobbyUrl + path }];
}

function siteIn(
  locale: Locale,
  path: string,
  published: boolean,
  { tour, ...fixed }: Pick<Site, "brand" | "hotlines" | "assets"> & { tour: readonly NavItem[] },
): Site {
  const t = messages.in(locale);
  const href = (target: string) => localHref({ locales, locale }, target);
  const [pathname = "/"] = path.split("?");
  return {
    ...fixed,
    title: t("site.title"),
    discreetName: t("site.discreet"),
    locale,
    timeZone: regionZone,
    locales,
    path,
    official: false,
    nav: sections.map(([key, target]) => ({
      label: t(key),
      href: href(target),
      current: target === "/" ? pathname === "/" : pathname.startsWith(target),
    })),
    footerNav: [
      ...(published ? [{ label: t("nav.press"), href: href("/press.pdf") }] : []),
      { label: t("nav.api"), href: "/api/docs" },
      { label: t("nav.about"), href: href("/about") },
      ...tour,
    ],
    helpHref: href("/help"),
    // Nobody signs in here: a form carries what it is believed by.
    csrf: "",
  };
}
