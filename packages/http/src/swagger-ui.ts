import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { Hono } from "hono";
import { html } from "hono/html";
import { etagOf, notModified } from "./conditional.ts";
import { type PageFrame, plainFrame } from "./plain-page.ts";

const { resolve } = createRequire(import.meta.url);

const assets: Readonly<Record<string, string>> = {
  "swagger-ui.css": "text/css; charset=utf-8",
  "swagger-ui-bundle.js": "text/javascript; charset=utf-8",
};

/** Swagger UI from this package's own files. `validatorUrl` is off: it would send the address elsewhere. */
const start = `window.addEventListener("load", () => {
  SwaggerUIBundle({ url: "/api/openapi.json", dom_id: "#docs", deepLinking: true, validatorUrl: null });
});
`;

/** The readable API documentation, to be mounted at `/api/docs`. Works under a CSP without inline code. */
export function swaggerUi(title: string, frame: PageFrame = plainFrame): Hono {
  const app = new Hono();
  const loaded = new Map<string, Promise<{ bytes: Uint8Array<ArrayBuffer>; etag: string }>>();
  app.get("/", (c) => frame(c, { title, locale: "en", body, head }));
  app.get("/start.js", (c) => c.body(start, 200, { "Content-Type": "text/javascript; charset=utf-8" }));
  app.get("/:asset", async (c) => {
    const name = c.req.param("asset");
    const type = Object.hasOwn(assets, name) ? assets[name] : undefined;
    if (!type) return c.notFound();
    const file = loaded.get(name) ?? load(name);
    loaded.set(name, file);
    const { bytes, etag } = await file;
    c.header("Cache-Control", "public, max-age=3600");
    return notModified(c, etag) ?? c.body(bytes, 200, { "Content-Type": type });
  });
  return app;
}

async function load(name: string): Promise<{ bytes: Uint8Array<ArrayBuffer>; etag: string }> {
  const bytes = await readFile(resolve(`swagger-ui-dist/${name}`));
  return { bytes, etag: etagOf(bytes) };
}

const head = html`<link rel="stylesheet" href="/api/docs/swagger-ui.css">`.toString();

const body = html`<div id="docs"></div>
<noscript><p><a href="/api/openapi.json">/api/openapi.json</a></p></noscript>
<script src="/api/docs/swagger-ui-bundle.js"></script>
<script src="/api/docs/start.js"></script>`.toString();
