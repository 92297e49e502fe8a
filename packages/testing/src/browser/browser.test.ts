import { expect, test } from "vitest";
import { browser } from "./browser.ts";

test.each([
  ["the machine's", {}],
  ["npm's", { carriedOnly: true }],
])(
  "%s Chromium draws a page, text included, and runs its script",
  async (_, options) => {
    const chromium = await browser(options);
    try {
      const page = await chromium.newPage({ viewport: { width: 390, height: 700 } });
      await page.setContent(
        "<h1 style='display:inline-block'>Concord</h1><script>document.title = 'run'</script>",
      );
      expect(await page.title()).toBe("run");
      const box = await page.locator("h1").boundingBox();
      expect(box?.width).toBeGreaterThan(50);
      expect((await page.screenshot()).byteLength).toBeGreaterThan(1_000);
    } finally {
      await chromium.close();
    }
  },
  120_000,
);
