import type { Brand, TokenName } from "./brand.ts";
import { mix, parseColor, type Rgb } from "./color.ts";

const white: Rgb = [255, 255, 255];
const black: Rgb = [0, 0, 0];

/** Every color the components use, by custom property name without its dashes. Throws on a color that is not `#rrggbb`. */
export function palette(brand: Brand): Readonly<Record<PaletteName, Rgb>> {
  const primary = read(brand, "primary");
  const primaryDark = read(brand, "primaryDark");
  const accent = read(brand, "accent");
  const paper = read(brand, "paper");
  const ink = read(brand, "ink");
  return {
    primary,
    "primary-dark": primaryDark,
    "primary-darker": mix(primaryDark, black, 0.35),
    "primary-line": mix(primary, white, 0.55),
    "on-dark": mix(primaryDark, white, 0.88),
    tint: mix(primary, white, 0.91),
    accent,
    "accent-light": mix(accent, white, 0.55),
    paper,
    line: mix(ink, paper, 0.75),
    "line-strong": mix(ink, paper, 0.45),
    muted: mix(ink, white, 0.28),
    ink,
    visited: [84, 39, 143],
    white,
  };
}

export type PaletteName =
  | "primary"
  | "primary-dark"
  | "primary-darker"
  | "primary-line"
  | "on-dark"
  | "tint"
  | "accent"
  | "accent-light"
  | "paper"
  | "line"
  | "line-strong"
  | "muted"
  | "ink"
  | "visited"
  | "white";

function read(brand: Brand, token: TokenName): Rgb {
  const color = parseColor(brand.colors[token]);
  if (!color) throw new Error(`brand color ${token} is not #rrggbb`);
  return color;
}
