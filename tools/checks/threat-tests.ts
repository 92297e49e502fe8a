import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Check } from "./check.ts";
import { isExempt, isTest, listFiles } from "./files.ts";

const link = /\[((?:[^\]\\]|\\.)+)\]\(([^)\s]+)\)/g;

/** A threat that no test tries is a promise: in a table of threats each row names, at its end, tests that exist. */
export const threatTests: Check = {
  name: "threats and their tests",
  async run(root) {
    const documents = listFiles(root).filter((path) => path.endsWith(".md") && !isExempt(path));
    return { faults: documents.flatMap((path) => faultsOfDocument(root, path)) };
  },
};

function faultsOfDocument(root: string, document: string): string[] {
  const lines = readFileSync(join(root, document), "utf8").split("\n");
  let inTable = false;
  return lines.flatMap((line, index) => {
    const [first, ...rest] = cellsOf(line);
    const isHead = first === "threat";
    inTable = first !== undefined && (inTable || isHead);
    if (!inTable || isHead || !first || /^:?-+:?$/.test(first)) return [];
    const place = `${document}:${index + 1}`;
    const named = [...(rest.at(-1) ?? "").matchAll(link)];
    if (named.length === 0) return [`${place} names no test for "${first}". Link one in the last cell.`];
    return named.flatMap(([, title = "", path = ""]) =>
      holdsTest(join(root, dirname(document), path), title)
        ? []
        : [`${place} names the test "${title}", which ${path} does not have.`],
    );
  });
}

const cellsOf = (line: string) =>
  line.startsWith("|")
    ? line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim())
    : [];

const holdsTest = (file: string, title: string) =>
  isTest(file) && existsSync(file) && readFileSync(file, "utf8").includes(title);
