import type { Browser, Page } from "playwright-core";
import type { AnswersRequests } from "../local-site.ts";
import type { Seen } from "../visitor.ts";

interface Site {
  readonly app: AnswersRequests;
  readonly origin: string;
}

/** Shows in a browser what a visitor saw, with the styles and scripts that the same site answers; close its context. */
export async function showPage(browser: Browser, site: Site, seen: Seen, width: number): Promise<Page> {
  const address = new URL(seen.path, site.origin).href;
  const context = await browser.newContext({ viewport: { width, height: 900 } });
  await context.route("**/*", async (route) => {
    const url = route.request().url();
    const answer =
      url === address
        ? new Response(seen.bytes, { status: seen.status, headers: seen.headers })
        : await site.app.fetch(new Request(url));
    await route.fulfill({
      status: answer.status,
      headers: Object.fromEntries(answer.headers),
      body: Buffer.from(await answer.arrayBuffer()),
    });
  });
  const page = await context.newPage();
  await page.goto(address);
  return page;
}
