import * as nodeCrypto from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import * as runtime from "@concord/runtime";
import * as jose from "jose";
import ts from "typescript";
import * as zod from "zod";
import type * as Protocol from "../src/index.ts";

const src = join(import.meta.dirname, "../src");
const outside: Readonly<Record<string, unknown>> = {
  "node:crypto": nodeCrypto,
  "@concord/runtime": runtime,
  jose,
  zod,
};

const compiled = new Map(
  ["", "sync"].flatMap((folder) =>
    readdirSync(join(src, folder))
      .filter((file) => file.endsWith(".ts") && !/\.(test|fixture)\.ts$/.test(file))
      .map((file) => posix.join(folder, file))
      .map((file) => [file, compile(readFileSync(join(src, file), "utf8"))] as const),
  ),
);

/** The protocol's code with one file changed, loaded beside the one that runs. */
export function loadProtocol(change?: { readonly file: string; readonly source: string }): typeof Protocol {
  const loaded = new Map<string, object>();
  const load = (file: string): object => {
    const known = loaded.get(file);
    if (known) return known;
    const exports = {};
    loaded.set(file, exports);
    const code = file === change?.file ? compile(change.source) : compiled.get(file);
    if (code === undefined) throw new Error(`no file ${file}`);
    const require = (name: string) => outside[name] ?? load(posix.join(dirname(file), name));
    new Function("exports", "require", code)(exports, require);
    return exports;
  };
  return load("index.ts") as typeof Protocol;
}

function compile(source: string): string {
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2024 },
  });
  return outputText;
}
