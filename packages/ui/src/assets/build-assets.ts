import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, extname, join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { compileStyles } from "./compile-styles.ts";

/** What a build made: logical names to hashed file names, and the hash of the sources they came from. */
export interface Manifest {
  readonly source: string;
  readonly files: Readonly<Record<string, string>>;
}

const root = join(import.meta.dirname, "../..");
const compressible = new Set([".css", ".js", ".svg"]);

/** The hash of everything the build reads; a manifest with another one is stale. */
export async function sourceHash(): Promise<string> {
  const hash = createHash("sha256");
  for (const folder of ["src/styles", "src/scripts", "src/patterns", "src/assets"]) {
    for (const name of (await readdir(join(root, folder))).sort()) {
      if (!name.includes(".test.")) hash.update(name).update(await readFile(join(root, folder, name)));
    }
  }
  hash.update(await readFile(join(uswdsFolder(), "package.json")));
  return hash.digest("hex").slice(0, 16);
}

/** Compiles, hashes and compresses every asset into `folder`, and writes the manifest last. */
export async function buildAssets(folder: string): Promise<Manifest> {
  await mkdir(folder, { recursive: true });
  const source = await sourceHash();
  const files: Record<string, string> = {};
  const uswds = uswdsFolder();
  let css = await compileStyles(uswds);
  for (const [whole, origin, path = ""] of css.matchAll(/url\(\s*"?(uswds|patterns)\/([^")]+)"?\s*\)/g)) {
    const home = origin === "uswds" ? join(uswds, "dist") : join(root, "src/patterns");
    const name = await emit(folder, basename(path), await readFile(join(home, path)), files);
    css = css.replaceAll(whole, `url(${name})`);
  }
  await emit(folder, "site.css", Buffer.from(css), files);
  for (const script of await readdir(join(root, "src/scripts"))) {
    if (script.endsWith(".js"))
      await emit(folder, script, await readFile(join(root, "src/scripts", script)), files);
  }
  const manifest: Manifest = { source, files };
  await write(join(folder, "manifest.json"), Buffer.from(JSON.stringify(manifest, null, 2)));
  return manifest;
}

async function emit(folder: string, name: string, bytes: Buffer, files: Record<string, string>) {
  const extension = extname(name);
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 10);
  const hashed = `${basename(name, extension)}.${hash}${extension}`;
  await write(join(folder, hashed), bytes);
  if (compressible.has(extension)) {
    await write(join(folder, `${hashed}.gz`), gzipSync(bytes, { level: 9 }));
    await write(join(folder, `${hashed}.br`), brotliCompressSync(bytes));
  }
  files[name] = hashed;
  return hashed;
}

/** Several processes may build at once: each file appears whole or not at all. */
async function write(path: string, bytes: Uint8Array): Promise<void> {
  const partial = join(dirname(path), `.${process.pid}-${basename(path)}`);
  await writeFile(partial, bytes);
  await rename(partial, path);
}

/** USWDS does not export its package.json; its entry is `dist/js/uswds.min.js`. */
function uswdsFolder(): string {
  return join(dirname(createRequire(import.meta.url).resolve("@uswds/uswds")), "../..");
}
