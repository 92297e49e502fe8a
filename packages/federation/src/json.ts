/** Any JSON value. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [member: string]: Json };

export type JsonResult =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly reason: "not-canonical" }
  /** Read, but it holds what no database keeps; `value` is only for finding out what it was said about. */
  | { readonly ok: false; readonly reason: "malformed"; readonly value: unknown };

const deepest = 64;

/**
 * Reads JSON as two honest readers would read it alike and could keep it (I-JSON, RFC 7493, and a little more):
 * valid UTF-8, no byte order mark, no member named twice; no U+0000, no lone surrogate, no number outside what
 * a double holds exactly, and at most 64 levels.
 */
export function parseStrictJson(bytes: Uint8Array): JsonResult {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    const value: unknown = JSON.parse(text);
    if (hasDuplicateMembers(text)) return { ok: false, reason: "not-canonical" };
    return isKeepable(value, 1) ? { ok: true, value } : { ok: false, reason: "malformed", value };
  } catch {
    return { ok: false, reason: "not-canonical" };
  }
}

function isKeepable(value: unknown, level: number): boolean {
  if (typeof value === "string") return value.isWellFormed() && !value.includes("\0");
  if (typeof value === "number") return Math.abs(value) <= Number.MAX_SAFE_INTEGER;
  if (typeof value === "boolean" || value === null) return true;
  if (level > deepest) return false;
  const inside = Array.isArray(value) ? value : Object.entries(value as object).flat();
  return inside.every((one) => isKeepable(one, level + 1));
}

/** `text` must already be valid JSON. Names are compared after their escapes are read. */
function hasDuplicateMembers(text: string): boolean {
  const open: (Set<string> | undefined)[] = [];
  let at = nextOf(text, 0);
  while (at < text.length) {
    const [char, start] = [text[at], at];
    at = char === '"' ? endOfString(text, start) : start + 1;
    const names = open.at(-1);
    if (char === "{") open.push(new Set());
    else if (char === "[") open.push(undefined);
    else if (char !== '"') open.pop();
    else if (names && isMemberName(text, at)) {
      const name: string = JSON.parse(text.slice(start, at));
      if (names.has(name)) return true;
      names.add(name);
    }
    at = nextOf(text, at);
  }
  return false;
}

/** Where the next bracket or string begins; the end of the text where there is none. */
function nextOf(text: string, from: number): number {
  let at = from;
  while (at < text.length && !'{}[]"'.includes(text[at] ?? "")) at += 1;
  return at;
}

/** Looks for quotes and not at each character: nearly all of a page of a feed is inside its strings. */
function endOfString(text: string, start: number): number {
  let at = start;
  do at = text.indexOf('"', at + 1);
  while (slashesBefore(text, at) % 2 === 1);
  return at + 1;
}

function slashesBefore(text: string, at: number): number {
  let slashes = 0;
  while (text[at - 1 - slashes] === "\\") slashes += 1;
  return slashes;
}

/** A string of an object is a name exactly when a colon follows it. */
function isMemberName(text: string, end: number): boolean {
  let at = end;
  while (/\s/.test(text[at] ?? "")) at += 1;
  return text[at] === ":";
}
