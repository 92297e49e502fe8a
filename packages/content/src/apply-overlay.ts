import { withLocalNotes } from "./local-notes.ts";
import type { Text } from "./localized.ts";
import { mapTexts, textsOf, toNode } from "./node.ts";
import type { Overlay } from "./overlay.ts";
import { type Body, type BodyKind, type BodyOf, bodySchemas, kindOf, readBody } from "./parse.ts";

/** The texts of a body by the paths that an overlay names them with. */
export function textPaths(body: Body): ReadonlyMap<string, Text> {
  return new Map(textsOf(toNode(bodySchemas[kindOf(body)], body)).map(({ path, text }) => [path, text]));
}

export interface OverlayFault {
  readonly path: string;
  /** `orphaned`: the origin has no such text any more. `stale`: the origin's text changed since. */
  readonly reason: "orphaned" | "stale";
}

/** Local texts that a new revision of the origin leaves without a place or out of date. */
export function overlayFaults(body: Body, overlay: Overlay): OverlayFault[] {
  const known = textPaths(body);
  return Object.entries(overlay.texts).flatMap(([path, local]): OverlayFault[] => {
    const text = known.get(path);
    if (text === undefined) return [{ path, reason: "orphaned" }];
    const stale = local.of !== undefined && !Object.values(text).includes(local.of);
    return stale ? [{ path, reason: "stale" }] : [];
  });
}

/**
 * The body as this office shows it: local texts in place, law notes and contacts as blocks of their own. Neither
 * argument is changed, so the overlay outlives every revision of the body. A language that local texts complete
 * joins `languages`.
 */
export function applyOverlay<K extends BodyKind>(kind: K, body: BodyOf<K>, overlay: Overlay): BodyOf<K> {
  const schema = bodySchemas[kind];
  const worded = mapTexts(schema, body, (path, text) => localText(path, text, overlay));
  const noted = readBody(kind, withLocalNotes(readBody(kind, worded), overlay));
  return { ...noted, languages: completeLanguages(noted) };
}

function localText(path: string, text: Text, overlay: Overlay): Text {
  const own = Object.hasOwn(overlay.texts, path) ? overlay.texts[path]?.text : undefined;
  return Object.fromEntries(
    Object.entries({ ...text, ...own }).map(([language, value]) => {
      const program = named(value, "{{program}}", overlay.program, language);
      return [language, named(program, "{{office}}", overlay.office, language)];
    }),
  );
}

function named(value: string, token: string, name: Text | undefined, language: string): string {
  const own = name?.[language] ?? name?.en;
  return own === undefined ? value : value.replaceAll(token, () => own);
}

function completeLanguages(body: Body): string[] {
  const texts = [...textPaths(body).values()];
  const offered = new Set(texts.flatMap((text) => Object.keys(text)));
  const complete = [...offered].filter((language) => texts.every((text) => Object.hasOwn(text, language)));
  return [...body.languages, ...complete.filter((language) => !body.languages.includes(language))];
}
