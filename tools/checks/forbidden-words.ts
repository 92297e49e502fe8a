import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Check } from "./check.ts";
import { listFiles } from "./files.ts";

/** What must never stand in the project, and why. */
const words: readonly (readonly [RegExp, string])[] = [
  [
    /registry\.(npmjs|yarnpkg|npmmirror)\.|(deb|security)\.debian\./i,
    "a package registry's host; whoever installs chooses it",
  ],
  [/(?<![\w.-])\/work\/\w/, "a path of one machine"],
  [/\b(test|it|describe)\.(fails|skip|todo|only)\b/, "a test that is passed over or may fail unnoticed"],
  [/^(<{7}|>{7}) /m, "an unfinished merge"],
];
const text =
  /\.(tsx?|m?js|json|ya?ml|md|scss|typ|sh|svg|css|html|grit|sql|toml)$|(^|\/)(Dockerfile|LICENSE[^/]*|run)$/;

export const forbiddenWords: Check = {
  name: "forbidden words",
  async run(root) {
    const files = listFiles(root).filter((path) => text.test(path));
    return { faults: files.flatMap((path) => faultsOfFile(path, readFileSync(join(root, path), "utf8"))) };
  },
};

function faultsOfFile(path: string, content: string): string[] {
  const present = words.filter(([word]) => word.test(content));
  return present.flatMap(([word, why]) =>
    content
      .split("\n")
      .flatMap((line, index) => (word.test(line) ? [`${path}:${index + 1} holds ${why}.`] : [])),
  );
}
