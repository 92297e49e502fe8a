import { z } from "zod";
import { profileFileSchema } from "./schema.ts";

type Node = Record<string, unknown>;

/** The JSON Schema that editors read while somebody writes a `profile.yaml`. */
export function profileJsonSchema(): string {
  const { $schema, ...rest } = z.toJSONSchema(profileFileSchema, { target: "draft-7", io: "input" });
  const schema = { $schema, title: "A Concord profile: one state's program as data", ...rest };
  return `${JSON.stringify(schema, undefined, 2)}\n`;
}

/** The keys a schema knows at a path, so that a misspelt one can be told its neighbours. */
export function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): readonly string[] {
  let node: unknown = z.toJSONSchema(schema, { io: "input" });
  for (const key of path) {
    if (!isNode(node)) return [];
    node =
      typeof key === "number"
        ? node.items
        : isNode(node.properties)
          ? node.properties[String(key)]
          : undefined;
  }
  return isNode(node) && isNode(node.properties) ? Object.keys(node.properties) : [];
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null;
}
