import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import type { Check } from "./check.ts";
import { isExempt, listFiles } from "./files.ts";

const cited = /(?<![\w/.@~:-])(?:\.?\.\/)?(?:apps|packages|docs|tools|\.ci)\/[\w./@*{},<>…-]*/g;
const linked = /\]\(([^)\s#]+)(?:#[^)\s]*)?\)/g;

/** A document that cites a file which is gone misleads; every path and relative link must lead somewhere. */
export const documentPaths: Check = {
  name: "document paths",
  async run(root) {
    const documents = listFiles(root).filter((path) => path.endsWith(".md") && !isExempt(path));
    return { faults: documents.flatMap((path) => faultsOfDocument(root, path)) };
  },
};

function faultsOfDocument(root: string, document: string): string[] {
  const lines = readFileSync(join(root, document), "utf8").split("\n");
  return lines.flatMap((line, index) => {
    const paths = [...line.matchAll(cited)].map(([path]) => clean(path));
    const links = [...line.matchAll(linked)].flatMap(([, target]) => (target ? [target] : []));
    const dead = [
      ...paths.filter(
        (path) => !leadsSomewhere(root, path) && !leadsSomewhere(root, join(dirname(document), path)),
      ),
      ...links.filter((link) => !isOutside(link) && !existsSync(join(root, dirname(document), link))),
    ];
    return [...new Set(dead)].map((path) => `${document}:${index + 1} cites ${path}, which does not exist.`);
  });
}

const clean = (path: string) => path.replace(/[.,…]+$/, "");

const isOutside = (link: string) => /^[a-z]+:|^#/.test(link);

/** `<name>` and `*` stand for one segment, `{a,b}` for alternatives. */
function leadsSomewhere(root: string, path: string): boolean {
  const pattern = normalize(path).replace(/<[^>]*>/g, "*");
  if (!/[*{]/.test(pattern)) return existsSync(join(root, pattern));
  return globSync(pattern, { cwd: root }).length > 0;
}
