import { serveNode } from "@concord/http";
import { createLogger } from "@concord/runtime";
import { axeFindings, browser } from "@concord/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { regionNetwork } from "../test/network.ts";
import { release } from "../test/release.ts";

let net: Awaited<ReturnType<typeof regionNetwork>>;
let served: Awaited<ReturnType<typeof serveNode>>;
let chromium: Awaited<ReturnType<typeof browser>>;

beforeAll(async () => {
  net = await regionNetwork(["us-ms", "us-al", "us-tx", "us-wv"]);
  for (const month of ["2026-08", "2026-09", "2026-10"]) {
    await net.state("us-ms").publish(release("ms", month, { active: 300 }));
    await net
      .state("us-tx")
      .publish(release("tx", month, { active: 400, difference: "For-profit firms only" }));
  }
  await net.state("us-al").publish(release("al", "2026-08", { active: 12_345 }));
  await net.region.peer.syncNow();
  net.down.add("us-tx");
  await net.region.peer.syncNow("us-tx");
  const log = createLogger({ level: "fatal" });
  served = await serveNode({ fetch: net.instance.fetch, port: 0, log });
  chromium = await browser();
});
afterAll(async () => {
  await chromium?.close();
  await served?.close();
  await net?.close();
});

const pages = ["/", "/states/us-tx", "/states/us-wv", "/network", "/about", "/help"];

test.each(pages.flatMap((page) => [page, `/es${page}`]))(
  "%s: axe finds nothing, and it reflows",
  async (path) => {
    for (const width of [1280, 390]) {
      const context = await chromium.newContext({ viewport: { width, height: 900 }, bypassCSP: true });
      const page = await context.newPage();
      await page.goto(`http://127.0.0.1:${served.port}${path}`);
      await page.evaluate("for (const one of document.querySelectorAll('main details')) one.open = true");
      expect(
        await page.evaluate("document.documentElement.scrollWidth - innerWidth"),
        `${width}`,
      ).toBeLessThanOrEqual(0);
      expect(await axeFindings(page), `${width}`).toEqual([]);
      await context.close();
    }
  },
);
