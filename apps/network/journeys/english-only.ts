import { glob, readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

type Catalog = Readonly<Record<string, string>>;
const root = join(import.meta.dirname, "../../..");

/** Every whole message that is English and not also right in Spanish. */
export async function englishMessages(): Promise<ReadonlySet<string>> {
  const english = new Set<string>();
  const spanish = new Set<string>();
  for await (const path of glob(["apps/*/src/**/messages/en.ts", "packages/*/src/**/messages/en.ts"], {
    cwd: root,
  })) {
    const [en, es] = await Promise.all([catalog(path), catalog(path.replace(/en\.ts$/, "es.ts"))]);
    for (const [key, text] of Object.entries(en)) {
      spanish.add(es[key] ?? "");
      if (text !== es[key] && !text.includes("{")) english.add(text);
    }
  }
  for (const text of spanish) english.delete(text);
  return english;
}

async function catalog(path: string): Promise<Catalog> {
  const module: { default: Catalog } = await import(pathToFileURL(join(root, path)).href);
  return module.default;
}

/** Expressions for texts that are the same in both languages, one to a line; a line that begins with # says why. */
export async function allowedTexts(): Promise<RegExp[]> {
  const lines = (await readFile(join(import.meta.dirname, "same-in-both.txt"), "utf8")).split("\n");
  return lines
    .filter((line) => line && !line.startsWith("#"))
    .map((line) => new RegExp(`^(?:${line})$`, "u"));
}

/** Small words that stand inside names, such as the Port Authority of the Coast. */
const joining = new Set([
  "a",
  "al",
  "and",
  "at",
  "by",
  "de",
  "del",
  "for",
  "from",
  "in",
  "la",
  "of",
  "on",
  "the",
  "to",
  "y",
]);

/** A text that is more than a name: it has a word in small letters besides those that join names. */
export function readsAsWords(text: string): boolean {
  if (/@|:\/\//.test(text)) return false;
  const words = text.split(/[\s,.;:!?()“”"]+/);
  return words.some((word) => /^\p{Ll}{2,}$/u.test(word) && !joining.has(word));
}
