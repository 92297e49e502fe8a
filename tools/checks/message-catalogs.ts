import { readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";
import type { Check } from "./check.ts";
import { listFiles } from "./files.ts";
import { unusedMessages } from "./unused-messages.ts";

/** Every folder of messages has these; a language beyond them must be complete where it stands. */
const required = ["en", "es"];

type Catalog = Readonly<Record<string, string>>;

export const messageCatalogs: Check = {
  name: "messages",
  async run(root) {
    const english = listFiles(root).filter((path) => path.endsWith("/messages/en.ts"));
    const faults = await Promise.all(english.map((path) => faultsOfFolder(root, dirname(path))));
    const keys = english.map(async (path) => {
      const folder = dirname(path);
      return [folder, Object.keys(await read(root, folder, "en"))] as const;
    });
    return { faults: [...faults.flat(), ...(await unusedMessages(root, new Map(await Promise.all(keys))))] };
  },
};

async function faultsOfFolder(root: string, folder: string): Promise<string[]> {
  const languages = readdirSync(join(root, folder))
    .filter((name) => name.endsWith(".ts"))
    .map((name) => basename(name, ".ts"));
  const absent = required.filter((language) => !languages.includes(language));
  const english = await read(root, folder, "en");
  const compared = languages.map(async (language) => {
    const catalog = await read(root, folder, language);
    return faultsOfCatalog(english, catalog).map((fault) => `${folder}/${language}.ts ${fault}`);
  });
  const faults = await Promise.all(compared);
  return [...absent.map((language) => `${folder}/${language}.ts is missing.`), ...faults.flat()];
}

async function read(root: string, folder: string, language: string): Promise<Catalog> {
  const module: { default: Catalog } = await import(pathToFileURL(join(root, folder, `${language}.ts`)).href);
  return module.default;
}

function faultsOfCatalog(english: Catalog, catalog: Catalog): string[] {
  const missing = Object.keys(english).filter((key) => !(key in catalog));
  const extra = Object.keys(catalog).filter((key) => !(key in english));
  return [
    ...missing.map((key) => `lacks "${key}".`),
    ...extra.map((key) => `has "${key}", which English does not.`),
    ...Object.entries(catalog).flatMap(([key, text]) => faultsOfMessage(key, text, english[key])),
  ];
}

function faultsOfMessage(key: string, text: string, english: string | undefined): string[] {
  if (text.trim() === "") return [`leaves "${key}" empty.`];
  const values = valuesOf(text);
  if (values === undefined) return [`has a message that cannot be read, "${key}".`];
  const expected = english === undefined ? values : valuesOf(english);
  const differs = expected !== undefined && expected.join() !== values.join();
  return differs ? [`uses {${values.join("}, {")}} in "${key}", English {${expected.join("}, {")}}.`] : [];
}

/** The names a message is given values for, sorted; undefined when it is not an ICU message. */
function valuesOf(text: string): string[] | undefined {
  const names = new Set<string>();
  const visit = (element: MessageFormatElement): void => {
    if (element.type === TYPE.literal || element.type === TYPE.pound) return;
    if (element.type !== TYPE.tag) names.add(element.value);
    if (element.type === TYPE.tag) element.children.forEach(visit);
    if (element.type === TYPE.select || element.type === TYPE.plural) {
      for (const option of Object.values(element.options)) option.value.forEach(visit);
    }
  };
  try {
    parse(text).forEach(visit);
    return [...names].sort();
  } catch {
    return undefined;
  }
}
