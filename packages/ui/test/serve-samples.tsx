import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Hono } from "hono";
import {
  type Brand,
  type BrandLayout,
  brandHrefs,
  brandRoutes,
  ensureUiAssets,
  type Typeface,
  uiAssets,
} from "../src/index.ts";
import { SampleForm } from "./sample-form.tsx";
import { SampleFront } from "./sample-front.tsx";
import { SampleRecords } from "./sample-records.tsx";
import { sampleBrand, sampleSite } from "./sample-site.ts";

const policy =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'";

/** Serves the sample pages under a strict policy; `?header=…&hero=…` and so on try other brands. */
export async function serveSamples(): Promise<{ url: string; app: Hono; close(): Promise<void> }> {
  const assets = await ensureUiAssets();
  const app = new Hono();
  app.use(async (c, next) => {
    await next();
    c.header("Content-Security-Policy", policy);
  });
  app.route("/", uiAssets(assets));
  const brands = new Map<string, Hono>();
  const known = (brand: Brand): Brand => {
    brands.set(new URL(brandHrefs(brand).stylesheet, "http://localhost").search, brandRoutes(brand));
    return brand;
  };
  app.get("/brand.css", (c) => brands.get(new URL(c.req.url).search)?.request("/brand.css") ?? c.notFound());
  app.get("/emblem.svg", () => brandRoutes(sampleBrand).request("/emblem.svg"));
  for (const [prefix, locale] of [
    ["", "en"],
    ["/es", "es"],
  ] as const) {
    for (const [path, View] of [
      ["/form", SampleForm],
      ["/records", SampleRecords],
      ["/front", SampleFront],
    ] as const) {
      app.get(prefix + path, (c) =>
        c.html(<View site={sampleSite(assets, locale, { path, brand: known(brandOf(c.req.query())) })} />),
      );
    }
  }
  const server = createServer(async (request, response) => {
    const answer = await app.request(new URL(request.url ?? "/", "http://localhost").href);
    response.writeHead(answer.status, Object.fromEntries(answer.headers));
    response.end(Buffer.from(await answer.arrayBuffer()));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    app,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function brandOf({ typeface, ...layout }: Record<string, string>): Brand {
  return {
    ...sampleBrand,
    typeface: (typeface as Typeface | undefined) ?? sampleBrand.typeface,
    layout: { ...sampleBrand.layout, ...(layout as Partial<BrandLayout>) },
  };
}
