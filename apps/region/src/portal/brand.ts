import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Brand } from "@concord/ui";
import { messages } from "./messages.ts";

const emblem = join(import.meta.dirname, "../../brand/emblem.svg");

/** The network's own look, which is no state's: graphite on stone. */
export function regionBrand(name: string, locale: string): Brand {
  const t = messages.in(locale);
  return {
    colors: {
      primary: "#3b4658",
      primaryDark: "#222833",
      accent: "#8f5a14",
      paper: "#f5f4f0",
      ink: "#1d2026",
    },
    emblemSvg: readFileSync(emblem, "utf8"),
    typeface: "public-sans",
    name: t("site.title"),
    acronym: t("site.acronym", { region: t("region.name", { name }) }),
    layout: { header: "ledger", hero: "plain", corners: "square", emblem: "start", pattern: "none" },
  };
}
