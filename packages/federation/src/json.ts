/** Any JSON value. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [member: string]: Json };

export type JsonResult = { readonly ok: true; readonly value: unknown } | { readonly ok: false };

/**
 * Reads JSON as two honest readers would read it alike: valid UTF-8, no byte order mark,
 * and no member named twice (RFC 8259 section 4 leaves that undefined).
 */
export function parseStrictJson(bytes: Uint8Array): JsonResult {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    const value: unknown = JSON.parse(text);
    return hasDuplicateMembers(text) ? { ok: false } : { ok: true, value };
  } catch {
    return { ok: false };
  }
}

/** `text` must already be valid JSON. Names are compared after their escapes are read. */
function hasDuplicateMembers(text: string): boolean {
  const open: (Set<string> | undefined)[] = [];
  let at = 0;
  while (at < text.length) {
    const char = text[at];
    if (char === "{") open.push(new Set());
    else if (char === "[") open.push(undefined);
    else if (char === "}" || char === "]") open.pop();
    else if (char === '"') {
      const end = endOfString(text, at);
      const names = open.at(-1);
      if (names && isMemberName(text, end)) {
        const name: string = JSON.parse(text.slice(at, end));
        if (names.has(name)) return true;
        names.add(name);
      }
      at = end;
      continue;
    }
    at += 1;
  }
  return false;
}

function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (text[at] !== '"') at += text[at] === "\\" ? 2 : 1;
  return at + 1;
}

/** A string of an object is a name exactly when a colon follows it. */
function isMemberName(text: string, end: number): boolean {
  let at = end;
  while (/\s/.test(text[at] ?? "")) at += 1;
  return text[at] === ":";
}
