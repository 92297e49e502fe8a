import type { Brand } from "@concord/ui";
import { z } from "zod";
import { type Localized, textIn } from "./text-schema.ts";

const color = z.string().regex(/^#[0-9a-f]{6}$/, "is not a color such as #1b4d3e");

/** Five colors; every other one is derived from them, and the pairs are checked for contrast at load. */
export const brandSchema = z.strictObject({
  colors: z.strictObject({
    primary: color.describe("Buttons and links"),
    primaryDark: color.describe("Dark panels and navigation"),
    accent: color.describe("Rules and marks"),
    paper: color.describe("Tinted background"),
    ink: color.describe("Text"),
  }),
  typeface: z.enum(["public-sans", "source-sans", "merriweather", "merriweather-text", "public-source"]),
  layout: z.strictObject({
    header: z.enum(["bar", "ledger", "masthead", "rail"]),
    hero: z.enum(["plain", "split", "band", "framed"]),
    corners: z.enum(["square", "soft", "round"]),
    emblem: z.enum(["start", "end", "above"]),
    pattern: z.enum(["none", "stripes", "chevrons", "waves", "grid", "beads"]),
  }),
});

/** What the pages need to wear a profile's brand. */
export function brandOf(profile: Wearing, locale: string): Brand {
  const { brand, program, emblemSvg } = profile;
  return { ...brand, emblemSvg, name: textIn(program.name, locale), acronym: program.acronym };
}

interface Wearing {
  readonly brand: z.infer<typeof brandSchema>;
  readonly program: { readonly name: Localized; readonly acronym: string };
  readonly emblemSvg: string;
}
