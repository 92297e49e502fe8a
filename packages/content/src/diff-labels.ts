import { textIn } from "./localized.ts";
import { type ContentMessage, messages } from "./messages.ts";
import { type Node, textsOf } from "./node.ts";

/** Fields that only group what is inside them, and so are not worth a word. */
const silent = new Set([
  "lessons",
  "blocks",
  "questions",
  "options",
  "items",
  "parts",
  "entries",
  "path",
  "sections",
  "agenda",
  "references",
  "objectives",
  "contacts",
  "levels",
  "scale",
  "lines",
  "template",
  "assessment",
]);

/** A name for one step of a path: a part by its kind and first words, a field by its word; "" for groups. */
export function labelOf(
  key: string,
  node: Node | undefined,
  list: string | undefined,
  locale: string,
): string {
  if (silent.has(key)) return "";
  const t = messages.in(locale);
  const kind = partKind(list, node);
  if (kind !== undefined) {
    const name = node === undefined ? "" : firstWords(node, locale);
    return name === "" ? t(kind) : t("diff.named", { kind: t(kind), name });
  }
  const word = `field.${key}`;
  return messages.has(word) ? t(word) : key;
}

function partKind(list: string | undefined, node: Node | undefined): ContentMessage | undefined {
  if (list === undefined || !silent.has(list) || list === "template" || list === "assessment")
    return undefined;
  const type = node?.kind === "object" ? node.fields.get("type") : undefined;
  const typed = `block.${type?.kind === "value" ? String(type.value) : ""}`;
  if (messages.has(typed)) return typed;
  const part = `part.${list}`;
  return messages.has(part) ? part : undefined;
}

function firstWords(node: Node, locale: string): string {
  const [first] = textsOf(node);
  if (first === undefined) return "";
  const line = textIn(first.text, locale).replace(/\s+/g, " ");
  return line.length <= 60 ? line : `${line.slice(0, 59).replace(/\s\S*$/, "")}…`;
}
