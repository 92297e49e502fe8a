import { csrfToken } from "@concord/http";
import { type Hotline, localHref, type NavItem, type Site, type UiAssets } from "@concord/ui";
import type { Context as HonoContext } from "hono";
import type { Context } from "../context.ts";
import { brandOf, type Profile, textIn } from "../profile/index.ts";
import { messages } from "./messages.ts";

const sections = [
  ["nav.join", "/join"],
  ["nav.trainings", "/trainings"],
  ["nav.toolkits", "/toolkits"],
  ["nav.members", "/members"],
  ["nav.help", "/help"],
] as const;

/** The frame of one request's pages: brand, language, navigation and who is signed in. */
export function siteOf(c: HonoContext, context: Context, assets: UiAssets, path: string): Site {
  const { profile } = context.tenant;
  const { locale } = context;
  const t = messages.in(locale);
  const locales = siteLocales(profile);
  const href = (target: string) => localHref({ locales, locale }, target);
  const account = accountOf(context, href);
  return {
    brand: brandOf(profile, locale),
    assets,
    title: textIn(profile.program.name, locale),
    discreetName: profile.discreetName,
    locale,
    timeZone: profile.jurisdiction.timeZones.default,
    locales,
    path,
    official: profile.official,
    jurisdictionName: textIn(profile.jurisdiction.name, locale),
    nav: sections.map(([key, target]) => navItem(t(key), href(target), isHere(path, target))),
    footerNav: [
      navItem(t("nav.rules"), href("/rules")),
      navItem(t("nav.verify"), href("/verify")),
      navItem(t("nav.figures"), href("/figures")),
      navItem(t("nav.api"), "/api/docs"),
      ...(context.tenant.trial ? trialLinks(context, href) : []),
    ],
    hotlines: hotlinesOf(profile, locale),
    helpHref: href("/help"),
    signInHref: href("/sign-in"),
    ...(account ? { account } : {}),
    // Read only by a page that has a form, so that other pages set no cookie.
    get csrf() {
      return csrfToken(c);
    },
    office: {
      name: textIn(profile.office.name, locale),
      email: profile.office.email,
      ...(profile.office.address && { address: profile.office.address }),
      ...(profile.office.phone && { phone: profile.office.phone }),
      ...(profile.office.website && { website: profile.office.website }),
    },
  };
}

/** The profile's languages, the default one first: it has no prefix in addresses. */
export function siteLocales(profile: Profile): string[] {
  const { available, default: first } = profile.locales;
  return [first, ...available.filter((locale) => locale !== first)];
}

export function hotlinesOf(profile: Profile, locale: string): Hotline[] {
  // The first one stands on every page: the line that knows trafficking, not the emergency number.
  const lines = profile.hotlines.toSorted((a, b) => Number(a.emergency) - Number(b.emergency));
  return lines.flatMap((line) => {
    if (!line.phone) return [];
    return {
      name: textIn(line.name, locale),
      phone: line.phone,
      note: textIn(line.purpose, locale),
      source: line.source,
      ...(line.languages && { languages: textIn(line.languages, locale) }),
      ...(line.lastVerified && { lastVerified: line.lastVerified }),
      ...(line.sms && { text: line.sms }),
      ...(line.tty && { tty: line.tty }),
      ...(line.chatUrl && { chatHref: line.chatUrl }),
    };
  });
}

function accountOf(context: Context, href: (path: string) => string): Site["account"] {
  const { actor, locale } = context;
  if (actor.kind !== "person") return undefined;
  const t = messages.in(locale);
  return {
    name: actor.name || actor.email || actor.id,
    signOutAction: href("/sign-out"),
    items: [
      ...(actor.roles.includes("officer") ? [navItem(t("nav.office"), href("/office"))] : []),
      ...(actor.memberIds.length > 0 ? [navItem(t("nav.desk"), href("/member"))] : []),
      navItem(t("nav.learn"), href("/learn")),
    ],
  };
}

function trialLinks({ locale, tenant }: Context, href: (path: string) => string): NavItem[] {
  const t = messages.in(locale);
  const tour = locale === "en" ? "/tour" : `/${locale}/tour`;
  return [
    navItem(t("nav.mailbox"), href("/mailbox")),
    ...(tenant.lobbyUrl ? [navItem(t("nav.tour"), tenant.lobbyUrl + tour)] : []),
  ];
}

function navItem(label: string, href: string, current = false): NavItem {
  return { label, href, current };
}

function isHere(path: string, target: string): boolean {
  const [pathname = "/"] = path.split("?");
  return pathname === target || pathname.startsWith(`${target}/`);
}
