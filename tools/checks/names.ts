import { basename } from "node:path";
import type { Check } from "./check.ts";
import { isSource, listFiles } from "./files.ts";

const empty = new Set([
  "utils",
  "util",
  "helpers",
  "helper",
  "common",
  "types",
  "manager",
  "service",
  "misc",
]);
const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)*$/;

export const fileNames: Check = {
  name: "file names",
  async run(root) {
    const faults = listFiles(root).filter(isSource).flatMap(faultsOfPath);
    return { faults };
  },
};

function faultsOfPath(path: string): string[] {
  const segments = path.split("/");
  const word = basename(path).split(".")[0] ?? "";
  const vague = [...segments.slice(0, -1), word].find((part) => empty.has(part));
  const faults: string[] = [];
  if (vague) faults.push(`${path}: "${vague}" says nothing of what is inside; name it by what it does.`);
  if (segments.slice(0, -1).includes("state")) {
    faults.push(`${path}: no folder is named "state"; it reads as application state.`);
  }
  const stem = basename(path).replace(/^_/, "");
  if (!kebab.test(stem)) faults.push(`${path}: file names are kebab-case.`);
  return faults;
}
