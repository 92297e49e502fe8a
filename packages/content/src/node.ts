import { z } from "zod";
import { localizedMarkdown, localizedText, type Text } from "./localized.ts";

/** A body seen as a tree whose lists are keyed by the ids of their parts, so that a path survives reordering. */
export type Node =
  | { readonly kind: "text"; readonly text: Text }
  | { readonly kind: "list"; readonly entries: ReadonlyMap<string, Node> }
  | { readonly kind: "object"; readonly fields: ReadonlyMap<string, Node> }
  | { readonly kind: "value"; readonly value: unknown };

/** Reads `value` by its schema; what the schema does not know (a later version's part) stays a plain value. */
export function toNode(schema: unknown, value: unknown): Node {
  const inner = unwrap(schema, value);
  if (inner === localizedText || inner === localizedMarkdown)
    return { kind: "text", text: localizedMarkdown.parse(value) };
  if (inner instanceof z.ZodArray && Array.isArray(value)) return arrayNode(inner, value);
  if (inner instanceof z.ZodObject && isRecord(value)) {
    const fields = new Map<string, Node>();
    for (const [key, field] of Object.entries(value)) {
      const known = Object.hasOwn(inner.shape, key) ? inner.shape[key] : undefined;
      if (field !== undefined) fields.set(key, toNode(known, field));
    }
    return { kind: "object", fields };
  }
  return { kind: "value", value };
}

export interface FoundText {
  /** Ids and field names from the root, `/` between: `lessons/start/blocks/intro/markdown`. */
  readonly path: string;
  readonly text: Text;
}

/** Every text for people in the tree, in reading order. */
export function textsOf(node: Node, path = ""): FoundText[] {
  if (node.kind === "text") return [{ path, text: node.text }];
  if (node.kind === "value") return [];
  const children = node.kind === "list" ? node.entries : node.fields;
  return [...children].flatMap(([key, child]) => textsOf(child, path === "" ? key : `${path}/${key}`));
}

/** The value with every text replaced by what `change` returns; everything else is copied as it is. */
export function mapTexts(
  schema: unknown,
  value: unknown,
  change: (path: string, text: Text) => Text,
  path = "",
): unknown {
  const inner = unwrap(schema, value);
  const below = (key: string) => (path === "" ? key : `${path}/${key}`);
  if (inner === localizedText || inner === localizedMarkdown)
    return change(path, localizedMarkdown.parse(value));
  if (inner instanceof z.ZodArray && Array.isArray(value))
    return value.map((part, index) =>
      mapTexts(inner.element, part, change, below(isRecord(part) ? String(part.id) : String(index))),
    );
  if (!(inner instanceof z.ZodObject && isRecord(value))) return structuredClone(value);
  return Object.fromEntries(
    Object.entries(value).map(([key, field]) => [
      key,
      mapTexts(Object.hasOwn(inner.shape, key) ? inner.shape[key] : undefined, field, change, below(key)),
    ]),
  );
}

function arrayNode(schema: z.ZodArray, value: readonly unknown[]): Node {
  const ids = value.map((part) => (isRecord(part) && typeof part.id === "string" ? part.id : undefined));
  if (ids.some((id) => id === undefined)) return { kind: "value", value };
  return {
    kind: "list",
    entries: new Map(value.map((part, index) => [ids[index] ?? "", toNode(schema.element, part)])),
  };
}

function unwrap(schema: unknown, value: unknown): unknown {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodNullable)
    return unwrap(schema.unwrap(), value);
  if (schema instanceof z.ZodLazy) return unwrap(schema.unwrap(), value);
  if (schema instanceof z.ZodUnion) {
    const option = schema.options.find((one) => one instanceof z.ZodType && one.safeParse(value).success);
    return option === undefined ? undefined : unwrap(option, value);
  }
  return schema;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
