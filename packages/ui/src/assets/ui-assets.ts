import { readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { Hono } from "hono";
import { type Atlas, loadAtlas } from "../charts/atlas.ts";
import { buildAssets, type Manifest, sourceHash } from "./build-assets.ts";

/** The built stylesheet, fonts and scripts, read once; `href` gives the hashed address of a logical name. */
export interface UiAssets {
  /** What the maps are drawn from. */
  readonly atlas: Atlas;
  href(name: string): string;
  file(hashedName: string): UiFile | undefined;
}

interface UiFile {
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly gz?: Uint8Array<ArrayBuffer>;
  readonly br?: Uint8Array<ArrayBuffer>;
}

const dist = join(import.meta.dirname, "../../dist");
const contentTypes: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

/** Builds the assets where they are missing or older than their sources, and reads them into memory. */
export async function ensureUiAssets(folder = dist): Promise<UiAssets> {
  const built = await readManifest(folder);
  const manifest = built?.source === (await sourceHash()) ? built : await buildAssets(folder);
  const files = new Map<string, UiFile>();
  for (const name of Object.values(manifest.files)) files.set(name, await readUiFile(folder, name));
  const atlas = await loadAtlas();
  return {
    atlas,
    href(name) {
      const hashed = manifest.files[name];
      if (!hashed) throw new Error(`no asset named ${name}`);
      return `/assets/${hashed}`;
    },
    file: (name) => files.get(name),
  };
}

/** Serves `/assets/*`: immutable for a year, since a changed file has another name, and compressed beforehand. */
export function uiAssets(assets: UiAssets): Hono {
  const app = new Hono();
  app.get("/assets/:name", (c) => {
    const file = assets.file(c.req.param("name"));
    if (!file) return c.notFound();
    const headers: Record<string, string> = {
      "Content-Type": file.type,
      "Cache-Control": "public, max-age=31536000, immutable",
      Vary: "Accept-Encoding",
    };
    const accepted = c.req.header("Accept-Encoding") ?? "";
    if (file.br && /\bbr\b/.test(accepted))
      return c.body(file.br, 200, { ...headers, "Content-Encoding": "br" });
    if (file.gz && /\bgzip\b/.test(accepted))
      return c.body(file.gz, 200, { ...headers, "Content-Encoding": "gzip" });
    return c.body(file.bytes, 200, headers);
  });
  return app;
}

async function readManifest(folder: string): Promise<Manifest | undefined> {
  try {
    return JSON.parse(await readFile(join(folder, "manifest.json"), "utf8"));
  } catch {
    return undefined;
  }
}

async function readUiFile(folder: string, name: string): Promise<UiFile> {
  const path = join(folder, name);
  const [bytes, gz, br] = await Promise.all([
    readFile(path),
    readFile(`${path}.gz`).catch(() => undefined),
    readFile(`${path}.br`).catch(() => undefined),
  ]);
  const type = contentTypes[extname(name)] ?? "application/octet-stream";
  return {
    type,
    bytes: new Uint8Array(bytes),
    ...(gz && { gz: new Uint8Array(gz) }),
    ...(br && { br: new Uint8Array(br) }),
  };
}
