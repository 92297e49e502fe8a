import { labelOf } from "./diff-labels.ts";
import { type Text, textIn } from "./localized.ts";
import { type Node, textsOf, toNode } from "./node.ts";
import { type Body, bodySchemas, kindOf } from "./parse.ts";

export interface Change {
  readonly op: "added" | "removed" | "changed" | "moved";
  /** Ids and field names from the root. */
  readonly path: string;
  /** Where it is, for people: `Lesson “How to report” › Callout “In danger” › Text`. */
  readonly where: string;
  /** The language of `before` and `after` where a text changed in one language only. */
  readonly language?: string;
  readonly before?: string;
  readonly after?: string;
}

/** What changed between two revisions of a body, in reading order of the later one; texts per language, `locale` first. */
export function diffBodies(before: Body, after: Body, locale: string): Change[] {
  const old = toNode(bodySchemas[kindOf(before)], before);
  const now = toNode(bodySchemas[kindOf(after)], after);
  return compare(old, now, { locale, path: [], labels: [] });
}

interface Place {
  readonly locale: string;
  readonly path: readonly string[];
  readonly labels: readonly string[];
}

function compare(before: Node, after: Node, place: Place): Change[] {
  if (before.kind === "text" && after.kind === "text") return compareTexts(before.text, after.text, place);
  if (before.kind === "list" && after.kind === "list")
    return compareLists(before.entries, after.entries, place);
  if (before.kind === "object" && after.kind === "object")
    return compareEntries(before.fields, after.fields, place);
  const [old, now] = [spoken(before, place.locale), spoken(after, place.locale)];
  return old === now ? [] : [{ op: "changed", ...located(place), before: old, after: now }];
}

function compareTexts(before: Text, after: Text, place: Place): Change[] {
  const languages = new Set([place.locale, ...Object.keys(before), ...Object.keys(after)]);
  return [...languages].flatMap((language): Change[] => {
    const [old, now] = [before[language], after[language]];
    if (old === now) return [];
    const op = old === undefined ? "added" : now === undefined ? "removed" : "changed";
    return [{ op, ...located(place), language, ...sides(old, now) }];
  });
}

function compareLists(
  before: ReadonlyMap<string, Node>,
  after: ReadonlyMap<string, Node>,
  place: Place,
): Change[] {
  const changes = compareEntries(before, after, place);
  const kept = [...before.keys()].filter((id) => after.has(id));
  const order = [...after.keys()].filter((id) => before.has(id));
  if (kept.join("\n") === order.join("\n")) return changes;
  const names = (ids: readonly string[]) =>
    ids.map((id) => labelOf(id, after.get(id), place.path.at(-1), place.locale)).join("; ");
  return [...changes, { op: "moved", ...located(place), before: names(kept), after: names(order) }];
}

function compareEntries(
  before: ReadonlyMap<string, Node>,
  after: ReadonlyMap<string, Node>,
  place: Place,
): Change[] {
  const gone = [...before].filter(([key]) => !after.has(key));
  return [
    ...[...after].flatMap(([key, node]): Change[] => {
      const inside = step(place, key, node);
      const old = before.get(key);
      if (old !== undefined) return compare(old, node, inside);
      return [{ op: "added", ...located(inside), after: spoken(node, place.locale) }];
    }),
    ...gone.map(([key, node]): Change => {
      return { op: "removed", ...located(step(place, key, node)), before: spoken(node, place.locale) };
    }),
  ];
}

function step(place: Place, key: string, node: Node): Place {
  const label = labelOf(key, node, place.path.at(-1), place.locale);
  return {
    locale: place.locale,
    path: [...place.path, key],
    labels: label === "" ? place.labels : [...place.labels, label],
  };
}

function located({ path, labels }: Place): { path: string; where: string } {
  return { path: path.join("/"), where: labels.join(" › ") };
}

function sides(before: string | undefined, after: string | undefined): { before?: string; after?: string } {
  return { ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) };
}

/** A part as a person would read it out: its texts, or its plain value. */
function spoken(node: Node, locale: string): string {
  if (node.kind === "value") return typeof node.value === "string" ? node.value : JSON.stringify(node.value);
  const texts = textsOf(node).map(({ text }) => textIn(text, locale));
  return texts.length > 0 ? texts.join("\n") : JSON.stringify(plain(node));
}

function plain(node: Node): unknown {
  if (node.kind === "text") return node.text;
  if (node.kind === "value") return node.value;
  return Object.fromEntries(
    [...(node.kind === "list" ? node.entries : node.fields)].map(([k, v]) => [k, plain(v)]),
  );
}
