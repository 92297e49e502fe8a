import { readFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { dirname, join, relative, resolve } from "node:path";
import { build, type Plugin } from "esbuild";

/** Sass compiles on demand and the others bring a binary: they stay files of their own, found where they were declared. */
const apart = /^(?:sass|sharp|@myriaddreamin\/typst-ts-node-compiler|playwright-core)$/;

/**
 * Writes a program and all it imports into one folder, so that it starts without resolving two thousand files.
 * Run in an app's folder with its entries: `node ../../tools/bundle.ts src/main.ts`; `src/main.ts` becomes `dist/main.js`.
 */
async function bundle(entries: readonly string[]): Promise<void> {
  const outdir = resolve("dist");
  await rm(outdir, { recursive: true, force: true });
  await build({
    entryPoints: entries.map((entry) => resolve(entry)),
    outdir,
    entryNames: "[name]",
    chunkNames: "[name]-[hash]",
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node24",
    keepNames: true,
    sourcemap: true,
    legalComments: "none",
    logLevel: "warning",
    jsx: "automatic",
    jsxImportSource: "hono/jsx",
    plugins: [keepsItsPlace(outdir), staysApart(outdir)],
    banner: {
      // CommonJS in a bundle asks for Node's own modules by `require`.
      js: 'import { createRequire as concordRequire } from "node:module"; const require = concordRequire(import.meta.url);',
    },
  });
}

/** Files that a module reads lie beside its source; a worker's entry is an entry of the same bundle. */
function keepsItsPlace(outdir: string): Plugin {
  return {
    name: "keeps-its-place",
    setup(bundling) {
      bundling.onLoad({ filter: /\.tsx?$/ }, ({ path }) => {
        if (path.includes("node_modules")) return undefined;
        const place = JSON.stringify(`./${relative(outdir, path)}`);
        const folder = JSON.stringify(`/${relative(outdir, dirname(path))}`);
        const contents = readFileSync(path, "utf8")
          .replaceAll(
            /new URL\("\.\/([\w-]+)\.ts", import\.meta\.url\)/g,
            'new URL("./$1.js", import.meta.here)',
          )
          .replaceAll("import.meta.dirname", `(import.meta.dirname + ${folder})`)
          .replaceAll("import.meta.url", `new URL(${place}, import.meta.url).href`)
          .replaceAll("import.meta.here", "import.meta.url");
        return { contents, loader: path.endsWith("x") ? "tsx" : "ts" };
      });
    },
  };
}

/** Names the file itself, since the package is not resolved from the bundle's folder. */
function staysApart(outdir: string): Plugin {
  return {
    name: "stays-apart",
    setup(bundling) {
      bundling.onResolve({ filter: apart }, async ({ path, importer, resolveDir, kind, pluginData }) => {
        if (pluginData === "resolving") return undefined;
        const found = await bundling.resolve(path, { importer, resolveDir, kind, pluginData: "resolving" });
        const file = relative(outdir, found.path);
        return found.errors.length > 0
          ? { errors: found.errors }
          : { path: file.startsWith(".") ? file : join("./", file), external: true };
      });
    },
  };
}

await bundle(process.argv.slice(2));
