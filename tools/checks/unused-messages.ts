import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isTest, isTypeScript, listFiles } from "./files.ts";

/** Template texts shorter than this say too little to tell which keys they make. */
const leastText = 3;

/** Codes of a schema's issues, which no source spells out. */
const issueCodes = /^(invalid-(type|format|key|value|union|element)|too-(big|small)|not-multiple-of)$/;

/** Keys of English catalogs that no code names, neither as they are nor as a template makes them. */
export async function unusedMessages(
  root: string,
  catalogs: ReadonlyMap<string, readonly string[]>,
): Promise<string[]> {
  const sources = listFiles(root).filter(
    (path) =>
      isTypeScript(path) && !isTest(path) && !path.includes("/messages/") && !path.startsWith("tools/"),
  );
  const literals = new Set<string>();
  const templates = new Set<string>();
  for (const path of sources) {
    const text = readFileSync(join(root, path), "utf8");
    for (const [, literal = ""] of text.matchAll(/"([\w.:-]+)"/g)) literals.add(literal);
    for (const [, template = ""] of text.matchAll(/`((?:[\w.:-]*\$\{[^`{}]*\})+[\w.:-]*)`/g))
      templates.add(template);
  }
  const made = [...templates].flatMap(patternOf);
  const isUsed = (key: string) =>
    literals.has(key) || issueCodes.test(key) || made.some((pattern) => pattern.test(key));
  return [...catalogs].flatMap(([folder, keys]) =>
    keys.filter((key) => !isUsed(key)).map((key) => `${folder}/en.ts says "${key}", which nothing uses.`),
  );
}

function patternOf(template: string): RegExp[] {
  const parts = template.split(/\$\{[^}]*\}/);
  if (parts.join("").length < leastText || parts.some((part) => /[^\w.:-]/.test(part))) return [];
  return [new RegExp(`^${parts.map((part) => part.replaceAll(".", "\\.")).join(".+")}$`)];
}
