import type { Brand, Hotline, Site, UiAssets } from "../src/index.ts";

/** A made-up state, so that nothing here looks like a profile. */
export const sampleBrand: Brand = {
  colors: { primary: "#1f5c8b", primaryDark: "#12324d", accent: "#a8650e", paper: "#f6f3ec", ink: "#1c2126" },
  emblemSvg:
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><circle cx="32" cy="32" r="30" fill="#12324d"/><path d="M12 40q10-8 20 0t20 0v6q-10 8-20 0t-20 0z" fill="#fff"/><path d="m32 10 4 14h-8z" fill="#e0a85a"/></svg>',
  typeface: "public-sans",
  name: "Franklin Businesses Against Trafficking",
  acronym: "FBAT",
  layout: { header: "ledger", hero: "plain", corners: "soft", emblem: "start", pattern: "waves" },
};

function sampleHotlines(locale: string): Hotline[] {
  return [
    {
      name:
        locale === "es" ? "Línea Nacional contra la Trata de Personas" : "National Human Trafficking Hotline",
      phone: "1-888-373-7888",
      text: "233733",
      tty: "711",
      lastVerified: "2026-11-02",
    },
    {
      name: locale === "es" ? "Emergencias" : "Emergencies",
      phone: "911",
      lastVerified: "2026-11-02",
    },
  ];
}

export function sampleSite(assets: UiAssets, locale = "en", changes: Partial<Site> = {}): Site {
  const es = locale === "es";
  const prefix = es ? "/es" : "";
  return {
    brand: sampleBrand,
    assets,
    title: es ? "Empresas de Franklin contra la Trata" : "Franklin Businesses Against Trafficking",
    discreetName: es ? "Capacitación laboral de Franklin" : "Franklin Workplace Training",
    locale,
    timeZone: "America/Chicago",
    locales: ["en", "es"],
    path: "/members?county=28047",
    official: false,
    jurisdictionName: "Franklin",
    nav: [
      { href: `${prefix}/signs`, label: es ? "Señales de alerta" : "Warning signs" },
      { href: `${prefix}/trainings`, label: es ? "Capacitaciones" : "Trainings" },
      { href: `${prefix}/toolkits`, label: es ? "Guías y materiales" : "Toolkits" },
      { href: `${prefix}/members`, label: es ? "Miembros" : "Members", current: true },
      { href: `${prefix}/join`, label: es ? "Únase al programa" : "Join" },
    ],
    footerNav: [
      { href: `${prefix}/accessibility`, label: es ? "Accesibilidad" : "Accessibility" },
      { href: `${prefix}/privacy`, label: es ? "Privacidad" : "Privacy" },
    ],
    hotlines: sampleHotlines(locale),
    helpHref: `${prefix}/help`,
    signInHref: `${prefix}/sign-in`,
    csrf: "token",
    office: {
      name: es ? "Oficina del Secretario de Estado de Franklin" : "Office of the Franklin Secretary of State",
      address: ["100 Capitol Street", "Jackson Harbor, FR 39000"],
      phone: "555-010-0199",
      email: "program@example.gov",
    },
    ...changes,
  };
}
