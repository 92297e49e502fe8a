import { existsSync, readFileSync } from "node:fs";
import { type Document, LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import type { Fault } from "./faults.ts";
import { keysAt } from "./json-schema.ts";
import { explainIssue } from "./mend.ts";

/** A YAML file as plain data, with the means to say on which line a path stands. */
export interface YamlFile {
  readonly file: string;
  readonly data: unknown;
  lineOf(path: readonly PropertyKey[]): number | undefined;
}

/** Reads a YAML file; what is wrong with it goes to `faults`, and nothing is returned for a file that cannot be read. */
export function readYaml(path: string, file: string, faults: Fault[]): YamlFile | undefined {
  if (!existsSync(path)) {
    faults.push({
      file,
      path: "",
      problem: "is missing",
      mend: `add ${file}; a neighbouring profile shows how`,
    });
    return undefined;
  }
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(path, "utf8"), { lineCounter: lines });
  for (const error of document.errors) {
    const line = lines.linePos(error.pos[0]).line;
    faults.push({
      file,
      path: "",
      line,
      problem: firstLine(error.message),
      mend: "mend the YAML on this line",
    });
  }
  if (document.errors.length > 0) return undefined;
  return { file, data: document.toJS(), lineOf: (at) => lineOf(document, lines, at) };
}

/** Holds the file against a schema and adds every issue to `faults`. */
export function checkYaml(yaml: YamlFile, schema: z.ZodType, faults: Fault[]): void {
  const parsed = schema.safeParse(yaml.data);
  for (const issue of parsed.error?.issues ?? []) {
    for (const found of explainIssue(issue, (at) => keysAt(schema, at))) {
      faults.push({ file: yaml.file, ...withLine(yaml, found.path), ...found });
    }
  }
}

/** The line of a JSON Pointer, ready to be spread into a fault. */
export function withLine(yaml: YamlFile, path: string): { line?: number } {
  const keys = path
    .split("/")
    .slice(1)
    .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
  const line = yaml.lineOf(keys);
  return line === undefined ? {} : { line };
}

function lineOf(document: Document, lines: LineCounter, path: readonly PropertyKey[]): number | undefined {
  for (let length = path.length; length > 0; length -= 1) {
    const keys = path.slice(0, length).map((key) => (/^\d+$/.test(String(key)) ? Number(key) : key));
    const node = document.getIn(keys, true);
    const start = rangeStart(node);
    if (start !== undefined) return lines.linePos(start).line;
  }
  return undefined;
}

function rangeStart(node: unknown): number | undefined {
  if (typeof node !== "object" || node === null || !("range" in node) || !Array.isArray(node.range))
    return undefined;
  const start: unknown = node.range[0];
  return typeof start === "number" ? start : undefined;
}

function firstLine(message: string): string {
  return message.split("\n")[0]?.replace(/ at line .*$/, "") ?? message;
}
