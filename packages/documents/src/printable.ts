import type { Coverage } from "./coverage.ts";

export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json | undefined };

const replacement = "\uFFFD";
/** Controls and formatting that PDF/UA forbids or that would reorder what surrounds them; line feeds stay. */
const unprintable = /[\p{Cc}\p{Cs}\p{Co}\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF]/gu;
/** Joiners and selectors draw nothing, so no font needs to hold them. */
const invisible = /^[\p{Default_Ignorable_Code_Point}\n]$/u;

/** Nearly every text: letters and marks that every text face has, so that nothing needs a closer look. */
const plain = /^[\n\x20-\x7E\u00A1-\u00AC\u00AE-\u00FF\u2013\u2014\u2018\u2019\u201C\u201D\u2026]*$/;
const mark = /\p{M}/u;
const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });

/**
 * What can be set. PDF/UA-1 refuses an empty box: a character that no bundled font draws prints as U+FFFD, and marks
 * that no one font has together with their letter are left out.
 */
export function printable(text: string, families: readonly Coverage[]): string {
  if (plain.test(text)) return text;
  const clean = text
    .toWellFormed()
    .normalize("NFC")
    .replace(/\r\n?/g, "\n")
    .replace(/\t/g, " ")
    .replace(unprintable, (control) => (control === "\n" ? control : ""));
  return Array.from(segmenter.segment(clean), ({ segment }) => printableCluster(segment, families)).join("");
}

function printableCluster(cluster: string, families: readonly Coverage[]): string {
  const drawn = (character: string, covers: Coverage) =>
    invisible.test(character) || covers(character.codePointAt(0) ?? 0);
  const characters = [...cluster];
  const whole = !mark.test(characters[0] ?? "");
  if (whole && families.some((covers) => characters.every((character) => drawn(character, covers))))
    return cluster;
  return characters
    .filter((character) => !mark.test(character))
    .map((character) => (families.some((covers) => drawn(character, covers)) ? character : replacement))
    .join("");
}

/** Applies `printable` to every string of a JSON value; what is undefined becomes null. */
export function printableJson(value: Json | undefined, families: readonly Coverage[]): Json {
  if (typeof value === "string") return printable(value, families);
  if (value === null || value === undefined) return null;
  if (typeof value !== "object") return value;
  if (isList(value)) return value.map((item) => printableJson(item, families));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, printableJson(item, families)]));
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
