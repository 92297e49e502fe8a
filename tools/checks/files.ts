import { readdirSync } from "node:fs";
import { join } from "node:path";

const generated = new Set(["node_modules", ".git", ".data", ".turbo", "dist", "coverage"]);

/** Every file of the project, relative to its root, without what is installed, generated or a bad fixture. */
export function listFiles(root: string, folder = ""): string[] {
  const entries = readdirSync(join(root, folder), { withFileTypes: true });
  return entries.flatMap((entry) => {
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (generated.has(entry.name) || path === "tools/fixtures") return [];
    return entry.isDirectory() ? listFiles(root, path) : [path];
  });
}

export const isTypeScript = (path: string) => /\.tsx?$/.test(path);

export const isTest = (path: string) =>
  /\.(test|journey)\.(tsx?|mjs)$/.test(path) || /(^|\/)(test|journeys|screens)\//.test(path);

/** Text that grows with its subject and is read by entry, not as a whole. */
export const isExempt = (path: string) => /(^|\/)(messages|migrations|vectors|library|profiles)\//.test(path);

export const isSource = (path: string) =>
  /^(apps|packages|tools)\//.test(path) && /\.(tsx?|m?js|scss|typ|grit)$/.test(path);
