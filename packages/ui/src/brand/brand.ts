/** The five colors an office chooses, as `#rrggbb`; every other color is derived from them. */
export const tokenNames = ["primary", "primaryDark", "accent", "paper", "ink"] as const;
export type TokenName = (typeof tokenNames)[number];

/** Pairings of what USWDS ships; each stays under 75 KB for the faces a first visit needs. */
export const typefaces = [
  "public-sans",
  "source-sans",
  "merriweather",
  "merriweather-text",
  "public-source",
] as const;
export type Typeface = (typeof typefaces)[number];

/** What tells two states apart without color. */
export interface BrandLayout {
  /** `bar`: one white row. `ledger`: white title row, dark navigation row. `masthead`: dark, centered. `rail`: a heavy rule above, navigation at the foot of the title. */
  readonly header: (typeof headerStyles)[number];
  /** `plain`: large type on white. `split`: a dark panel beside the text. `band`: dark, full width. `framed`: a ruled frame on paper. */
  readonly hero: (typeof heroStyles)[number];
  /** Corners of buttons, fields, tags and cards. */
  readonly corners: (typeof cornerStyles)[number];
  readonly emblem: (typeof emblemPlaces)[number];
  /** The weave of the decorative band. */
  readonly pattern: (typeof patterns)[number];
}

export const headerStyles = ["bar", "ledger", "masthead", "rail"] as const;
export const heroStyles = ["plain", "split", "band", "framed"] as const;
export const cornerStyles = ["square", "soft", "round"] as const;
export const emblemPlaces = ["start", "end", "above"] as const;
export const patterns = ["none", "stripes", "chevrons", "waves", "grid", "beads"] as const;

export interface Brand {
  readonly colors: Readonly<Record<TokenName, string>>;
  /** A square SVG document with a viewBox and no script; decorative, since the name stands beside it. */
  readonly emblemSvg: string;
  readonly typeface: Typeface;
  /** The program's name in full, and its short form. */
  readonly name: string;
  readonly acronym: string;
  readonly layout: BrandLayout;
}
