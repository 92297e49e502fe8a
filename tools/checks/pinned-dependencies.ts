import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { Check } from "./check.ts";
import { listFiles } from "./files.ts";

const exact = /^(npm:(@[\w.-]+\/)?[\w.-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/;
const groups = ["dependencies", "devDependencies", "optionalDependencies", "peerDependencies"];

/** One version of everything, written once, exactly: what is tested is what is installed. */
export const pinnedDependencies: Check = {
  name: "pinned dependencies",
  async run(root) {
    const workspace = parse(readFileSync(join(root, "pnpm-workspace.yaml"), "utf8"));
    const catalog = new Map<string, string>(Object.entries(workspace.catalog ?? {}));
    const loose = [...catalog].filter(([, version]) => !exact.test(String(version)));
    const manifests = listFiles(root).filter((path) => /(^|\/)package\.json$/.test(path));
    return {
      faults: [
        ...loose.map(
          ([name, version]) => `pnpm-workspace.yaml: ${name} is "${version}"; pin one exact version.`,
        ),
        ...manifests.flatMap((path) => faultsOfManifest(root, path)),
      ],
    };
  },
};

function faultsOfManifest(root: string, path: string): string[] {
  const manifest = JSON.parse(readFileSync(join(root, path), "utf8"));
  const wanted = groups.flatMap((group) => Object.entries<string>(manifest[group] ?? {}));
  return wanted
    .filter(([, version]) => version !== "catalog:" && version !== "workspace:*")
    .map(
      ([name, version]) =>
        `${path}: ${name} is "${version}"; write "catalog:" and pin it in pnpm-workspace.yaml.`,
    );
}
