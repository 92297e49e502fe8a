import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Brand } from "@concord/ui";
import { messages } from "./messages.ts";

/** The lobby belongs to no state, and looks like none. */
export function lobbyBrand(locale: string): Brand {
  return {
    colors: {
      primary: "#2a4d7c",
      primaryDark: "#1f2f46",
      accent: "#c98a1b",
      paper: "#f3f5f8",
      ink: "#1b1f27",
    },
    emblemSvg: readFileSync(join(import.meta.dirname, "emblem.svg"), "utf8"),
    typeface: "public-sans",
    name: messages.in(locale)("lobby.name"),
    acronym: "Concord",
    layout: { header: "bar", hero: "plain", corners: "soft", emblem: "start", pattern: "none" },
  };
}
