import { randomInt } from "node:crypto";
import type { Browser } from "playwright-core";
import type { Upload } from "./form.ts";

/** A picture that did not exist before: a browser draws it in random colours. */
export async function drawPicture(browser: Browser, width: number, height: number): Promise<Upload> {
  const page = await browser.newPage({ viewport: { width, height } });
  const color = () => `rgb(${[0, 0, 0].map(() => randomInt(256)).join(" ")})`;
  const stops = Array.from({ length: 8 }, color).join(", ");
  await page.setContent(`<body style="margin:0;height:100vh;background:linear-gradient(40deg, ${stops})">`);
  const buffer = await page.screenshot({ type: "png" });
  await page.close();
  return { name: "pier.png", mimeType: "image/png", buffer };
}
