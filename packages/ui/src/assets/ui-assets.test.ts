import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { serveSamples } from "../../test/serve-samples.tsx";
import { brandVariables } from "./sentinels.ts";
import { ensureUiAssets, type UiAssets, uiAssets } from "./ui-assets.ts";

let folder: string;
let assets: UiAssets;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "ui-"));
  assets = await ensureUiAssets(folder);
});
afterAll(() => rm(folder, { recursive: true }));

test("the stylesheet holds custom properties and no sentinel, and every address in it is served", async () => {
  const css = await (await uiAssets(assets).request(assets.href("site.css"))).text();
  expect(css).toContain("var(--primary)");
  expect(css).not.toContain("#8b4566");
  const names = [...css.matchAll(/url\(([^")]+)\)/g)].map(([, name]) => name);
  expect(names.length).toBeGreaterThan(15);
  for (const name of names)
    expect((await uiAssets(assets).request(`/assets/${name}`)).status, name).toBe(200);
});

test("files are compressed beforehand and cached for good", async () => {
  const answer = await uiAssets(assets).request(assets.href("site.css"), {
    headers: { "Accept-Encoding": "gzip" },
  });
  expect(answer.headers.get("Content-Encoding")).toBe("gzip");
  expect(answer.headers.get("Cache-Control")).toContain("immutable");
  expect(gunzipSync(await answer.arrayBuffer()).toString()).toContain("--font-body");
});

test("an unknown file is not found, nor one outside the folder", async () => {
  for (const path of ["/assets/nothing.css", "/assets/..%2fpackage.json", "/assets/manifest.json"]) {
    expect((await uiAssets(assets).request(path)).status).toBe(404);
  }
});

test("assets older than their sources are built again, fresh ones are left", async () => {
  const manifest = join(folder, "manifest.json");
  const fresh = await readFile(manifest, "utf8");
  await writeFile(manifest, fresh.replace(/"source": "[^"]+"/, '"source": "old"'));
  await ensureUiAssets(folder);
  expect(await readFile(manifest, "utf8")).toBe(fresh);
});

test("a sentinel color without a custom property stops the build", () => {
  expect(() => brandVariables("a{color:#c05eb0}")).toThrow("#c05eb0");
});

test("a first visit takes less than 100 KB compressed", async () => {
  const server = await serveSamples();
  const html = await (await server.app.request("/form")).text();
  const wanted = [...html.matchAll(/(?:href|src)="(\/(?:assets|brand|emblem)[^"]+)"/g)].map(
    ([, path]) => path ?? "",
  );
  let total = gzipSync(html).length;
  for (const path of new Set(wanted)) {
    const answer = await server.app.request(path, { headers: { "Accept-Encoding": "gzip" } });
    expect(answer.status, path).toBe(200);
    total += (await answer.arrayBuffer()).byteLength;
  }
  await server.close();
  expect(total).toBeGreaterThan(50_000);
  expect(total).toBeLessThan(100_000);
});
