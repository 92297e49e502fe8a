// Renders the sample pages to PNG files for looking at: tsx test/shots.tsx <folder>
import { mkdir } from "node:fs/promises";
import { browser } from "@concord/testing";
import { serveSamples } from "./serve-samples.tsx";

const folder = process.argv[2] ?? "/tmp/shots";
await mkdir(folder, { recursive: true });
const server = await serveSamples();
const chromium = await browser();
const wanted = process.argv.slice(3);
for (const path of wanted.length > 0
  ? wanted
  : ["/form", "/records", "/front", "/es/form", "/es/records", "/es/front"]) {
  for (const width of [1280, 390]) {
    const page = await chromium.newPage({ viewport: { width, height: 900 } });
    await page.goto(`${server.url}${path}`);
    await page.screenshot({
      path: `${folder}/${path.slice(1).replaceAll(/[/?=&]/g, "-")}-${width}.png`,
      fullPage: true,
    });
    await page.close();
  }
}
await chromium.close();
await server.close();
