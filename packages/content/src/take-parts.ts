import { textPaths } from "./apply-overlay.ts";
import { type Change, diffBodies } from "./diff-bodies.ts";
import { type Body, type Checked, checkBody, kindOf } from "./parse.ts";

/** What an office takes or leaves as one: a block, a lesson's own field, an entry of a list, or a field of the body. */
export interface ChangedPart {
  readonly path: string;
  /** Where it is, for people. */
  readonly where: string;
  readonly changes: readonly Change[];
}

type Fields = Readonly<Record<string, unknown>>;
type Entry = Fields & { readonly id: string };

/** What changed between two revisions, by the parts that can be taken one by one. */
export function changedParts(before: Body, after: Body, locale: string): ChangedPart[] {
  // Which languages a body speaks follows from its texts.
  const changes = diffBodies(before, after, locale).filter(({ path }) => path !== "languages");
  const byPart = Map.groupBy(changes, ({ path }) => partOf(path, before, after));
  return [...byPart].map(([path, all]) => ({ path, where: placeOf(all), changes: all }));
}

/**
 * The earlier revision with the named parts of the later one, in the languages that all its texts then have. Not valid
 * where what was taken and what was left make no body together.
 */
export function takeParts(
  before: Body,
  after: Body,
  paths: readonly string[],
): Checked<ReturnType<typeof kindOf>> {
  const merged = mergeFields(before, after, "", new Set(paths));
  const kind = kindOf(before);
  const texts = [...textPaths({ ...before, ...merged }).values()];
  const languages = [...new Set([...before.languages, ...after.languages])].filter((language) =>
    texts.every((text) => Object.hasOwn(text, language)),
  );
  return checkBody(kind, { ...merged, languages });
}

function partOf(path: string, before: Fields, after: Fields): string {
  const steps = path.split("/");
  const [field = "", , inside] = steps;
  if (field === "lessons") return steps.slice(0, inside === "blocks" ? 4 : 3).join("/");
  return steps.slice(0, isList(before[field]) && isList(after[field]) ? 2 : 1).join("/");
}

/** What the places of all its changes have in common. */
function placeOf(changes: readonly Change[]): string {
  const [first = [], ...others] = changes.map(({ where }) => where.split(" › "));
  const shared = first.filter((step, at) => others.every((other) => other[at] === step));
  return shared.join(" › ");
}

function mergeFields(before: Fields, after: Fields, prefix: string, taken: ReadonlySet<string>): Fields {
  const keys = [...new Set([...Object.keys(after), ...Object.keys(before)])];
  return Object.fromEntries(
    keys.flatMap((key) => {
      const [path, old, now] = [prefix + key, before[key], after[key]];
      const together = isList(old) && isList(now) && (prefix === "" || key === "blocks");
      const value = together ? mergeList(old, now, path, taken) : taken.has(path) ? now : old;
      return value === undefined ? [] : [[key, value]];
    }),
  );
}

function mergeList(
  before: readonly Entry[],
  after: readonly Entry[],
  path: string,
  taken: ReadonlySet<string>,
): Entry[] {
  const entries = new Map<string, Entry>();
  for (const id of new Set([...before, ...after].map((entry) => entry.id))) {
    const old = before.find((entry) => entry.id === id);
    const now = after.find((entry) => entry.id === id);
    const apart = path === "lessons" && old && now;
    const value = apart
      ? { ...mergeFields(old, now, `${path}/${id}/`, taken), id }
      : taken.has(`${path}/${id}`)
        ? now
        : old;
    if (value) entries.set(id, value);
  }
  const [first, second] = taken.has(path) ? [after, before] : [before, after];
  return orderOf(first, second).flatMap((id) => entries.get(id) ?? []);
}

/** The order of the first list; what only the second has stands after what it follows there. */
function orderOf(first: readonly Entry[], second: readonly Entry[]): string[] {
  const order = first.map(({ id }) => id);
  for (const [at, { id }] of second.entries()) {
    if (order.includes(id)) continue;
    order.splice(order.indexOf(second[at - 1]?.id ?? "") + 1, 0, id);
  }
  return order;
}

function isList(value: unknown): value is readonly Entry[] {
  return Array.isArray(value) && value.every((one) => typeof one === "object" && one !== null && "id" in one);
}
