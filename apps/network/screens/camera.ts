import { join } from "node:path";
import type { Walker } from "../journeys/walker.ts";

const widths = [1280, 390];
const locales = ["en", "es"];

/** Longer pages are cut: what is below says nothing new. */
const longest = 3_600;

/** Pictures below the fold are loaded only when asked for; one that cannot be loaded is shown as it is. */
const withPictures = `Promise.all([...document.images].map((image) => {
  image.loading = "eager";
  return image.decode().catch(() => undefined);
})).then(() => undefined)`;

export type Snap = (visitor: Walker, name: string) => Promise<void>;

/** Takes pictures of the page that is open, wide and narrow, in both languages, and comes back to it. */
export function camera(folder: string): Snap {
  return async ({ page }, name) => {
    const here = new URL(page.url());
    for (const locale of locales) {
      const there = new URL(here);
      // Where English is not the site's first language, its address names it.
      if (locale !== "en")
        there.pathname = here.pathname.startsWith("/en/")
          ? here.pathname.slice(3)
          : `/${locale}${here.pathname}`;
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 });
        await page.goto(there.href);
        await page.evaluate(withPictures);
        const height = await page.evaluate<number>("document.documentElement.scrollHeight");
        // A window as tall as the page: what stays at a window's edge lies at the page's.
        await page.setViewportSize({ width, height: Math.min(height, longest) });
        await page.screenshot({
          path: join(folder, `${name}-${locale}-${width}.jpg`),
          ...{ type: "jpeg", quality: 40 },
        });
      }
    }
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(here.href);
    process.stdout.write(`${name}\n`);
  };
}
