import type { Locale } from "@concord/runtime";
import type { UiAssets } from "../assets/ui-assets.ts";
import type { Brand } from "../brand/brand.ts";

/** What the frame of a page needs of the instance and the request; built once per request by the app. */
export interface Site {
  readonly brand: Brand;
  readonly assets: UiAssets;
  /** Shown in the header and in the browser's title. */
  readonly title: string;
  /** Takes the title's place where the program's own name could put a reader at risk. */
  readonly discreetName: string;
  readonly locale: Locale;
  /** The zone whose days and hours the pages tell (an IANA name): the state's own. */
  readonly timeZone: string;
  /** The first one has no prefix in addresses. */
  readonly locales: readonly Locale[];
  /** Path and query of this page without the language prefix, such as `/members?county=28047`. */
  readonly path: string;
  readonly official: boolean;
  /** As in "the State of …"; absent for a site that is no state's, such as a region's. */
  readonly jurisdictionName?: string;
  readonly nav: readonly NavItem[];
  readonly footerNav?: readonly NavItem[];
  /** The first one stands on every public page; all stand in the footer. */
  readonly hotlines: readonly Hotline[];
  /** The page that says how to get help; its `#exit-this-page` explains the exit. */
  readonly helpHref?: string;
  readonly signInHref?: string;
  readonly account?: Account;
  readonly csrf: string;
  readonly office?: Office;
}

/** `href` is complete, with its language prefix: see `localHref`. */
export interface NavItem {
  readonly href: string;
  readonly label: string;
  /** How many things stand there, already formatted; tabs show it. */
  readonly count?: string;
  readonly current?: boolean;
}

/** Texts are already in the page's language. */
export interface Hotline {
  readonly name: string;
  readonly phone: string;
  readonly text?: string;
  readonly tty?: string;
  readonly chatHref?: string;
  readonly note?: string;
  readonly languages?: string;
  /** ISO date on which somebody last dialed or looked it up, where that is recorded. */
  readonly lastVerified?: string;
  /** Who answers for the number, in English. */
  readonly source?: string;
}

export interface Account {
  readonly name: string;
  readonly items: readonly NavItem[];
  /** Where the sign-out form posts. */
  readonly signOutAction: string;
}

export interface Office {
  readonly name: string;
  readonly address?: readonly string[];
  readonly phone?: string;
  readonly email?: string;
  readonly website?: string;
}

/** The address of `path` in a language: the first language has no prefix, `/es/…` is the others' shape. */
export function localHref(
  site: Pick<Site, "locales" | "locale">,
  path: string,
  locale = site.locale,
): string {
  if (locale === site.locales[0]) return path;
  return path === "/" ? `/${locale}/` : `/${locale}${path}`;
}

/** A language's name for itself, with a capital as at the start of a line. */
export function languageName(locale: Locale): string {
  const name = new Intl.DisplayNames([locale], { type: "language" }).of(locale) ?? locale;
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
}
