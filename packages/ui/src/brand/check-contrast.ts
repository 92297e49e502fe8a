import { type Brand, tokenNames } from "./brand.ts";
import { contrastRatio, parseColor } from "./color.ts";
import { type PaletteName, palette } from "./palette.ts";

/** A pair the components put together that fails WCAG 2.2 AA, or a color that cannot be read. */
export interface ContrastFault {
  /** `foreground on background`, by the names of the custom properties. */
  readonly pair: string;
  /** As found, to two decimals; 0 where a color cannot be read. */
  readonly ratio: number;
  readonly needed: number;
}

const text = 4.5;
const shape = 3;

/** Foreground, background, ratio needed (SC 1.4.3 for text, 1.4.11 for shapes): what the stylesheet really pairs. */
const pairs: readonly (readonly [PaletteName, PaletteName, number])[] = [
  ["ink", "white", text],
  ["ink", "paper", text],
  ["ink", "tint", text],
  ["muted", "white", text],
  ["muted", "paper", text],
  ["muted", "tint", text],
  ["primary", "white", text],
  ["primary", "paper", text],
  ["primary", "tint", text],
  ["primary-dark", "white", text],
  ["primary-dark", "paper", text],
  ["primary-dark", "tint", text],
  ["visited", "white", text],
  ["visited", "paper", text],
  ["visited", "tint", text],
  ["white", "primary", text],
  ["white", "primary-dark", text],
  ["white", "primary-darker", text],
  ["on-dark", "primary-dark", text],
  ["on-dark", "primary-darker", text],
  ["ink", "accent-light", text],
  ["accent", "white", shape],
  ["accent", "paper", shape],
  ["accent-light", "primary-dark", shape],
  ["line-strong", "white", shape],
  ["line-strong", "paper", shape],
];

/** Every pair of a brand's colors that WCAG 2.2 AA refuses; empty for a brand that may be served. */
export function checkContrast(brand: Brand): ContrastFault[] {
  const unreadable = tokenNames.filter((token) => !parseColor(brand.colors[token]));
  if (unreadable.length > 0) return unreadable.map((token) => ({ pair: token, ratio: 0, needed: text }));
  const colors = palette(brand);
  return pairs.flatMap(([front, back, needed]) => {
    const ratio = contrastRatio(colors[front], colors[back]);
    return ratio < needed
      ? [{ pair: `${front} on ${back}`, ratio: Math.floor(ratio * 100) / 100, needed }]
      : [];
  });
}
