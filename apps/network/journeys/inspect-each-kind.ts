import type { Browser, Page } from "playwright-core";
import { kindOf, spanishOf, type Visited } from "./crawl.ts";
import { inspectPage } from "./inspect-page.ts";

const desktop = { width: 1280, height: 900 };
const phone = { width: 390, height: 844 };
const atOnce = 2;

/**
 * Looks at one page of each kind that a crawl saw, as whoever saw it first: its Spanish twin on a phone, filled as a
 * network is. The lobby's it also looks at in English on a wide screen, as the apps' own tests do with all of theirs.
 */
export async function inspectEachKind(
  browser: Browser,
  seen: ReadonlyMap<string, readonly Visited[]>,
): Promise<number> {
  const kinds = new Set<string>();
  for (const [cookies, visited] of seen) {
    const fresh = visited.filter((one) => {
      const kind = lookOf(one.url);
      const isNew = one.html !== undefined && one.status === 200 && spanishOf(one.url) && !kinds.has(kind);
      if (isNew) kinds.add(kind);
      return isNew;
    });
    const waiting = fresh.values();
    const lane = async () => {
      const context = await browser.newContext();
      const page = await context.newPage();
      for (const { url } of waiting) {
        await context.addCookies(inJar(cookies, url));
        await inspectKind(page, url);
      }
      await context.close();
    };
    await Promise.all(Array.from({ length: atOnce }, lane));
  }
  return kinds.size;
}

/** What a page looks like does not depend on what was asked for, nor on which state, board or item it is about. */
function lookOf(url: URL): string {
  const kind = kindOf(url)
    .replace(/\?.*$/, "")
    .replace(/^[a-z]{2}\./, "");
  return kind.replace(/(\/boards\/)[a-z-]+/, "$1:").replace(/\/us-[a-z]{2}\b/, "/:");
}

function inJar(cookies: string, url: URL) {
  const pairs = cookies.split("; ").filter(Boolean);
  return pairs.map((pair) => {
    const at = pair.indexOf("=");
    return { name: pair.slice(0, at), value: pair.slice(at + 1), url: url.origin };
  });
}

async function inspectKind(page: Page, url: URL): Promise<void> {
  if (url.hostname === "localhost") {
    await page.setViewportSize(desktop);
    await page.goto(url.href);
    await inspectPage(page);
  }
  await page.setViewportSize(phone);
  await page.goto(spanishOf(url)?.href ?? url.href);
  await inspectPage(page);
}
