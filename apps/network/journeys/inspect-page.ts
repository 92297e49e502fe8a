import { axeFindings } from "@concord/testing";
import type { Page } from "playwright-core";
import { expect } from "vitest";

/** What holds of every page: axe finds nothing, nothing sticks out, it says that it is a demonstration and where help is. */
export async function inspectPage(page: Page): Promise<void> {
  expect(await axeFindings(page), page.url()).toEqual([]);
  await fits(page);
  const text = await page.evaluate<string>("document.body.innerText");
  expect(text, page.url()).toMatch(/^.*(Demonstration|Demostración)/im);
  expect(text, page.url()).toContain("1-888-373-7888");
}

/** Nothing sticks out to the right; what does is named by its markup. */
const sticksOut = `(() => {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  const wide = [...document.body.querySelectorAll("*")].filter((one) => one.getBoundingClientRect().right > clientWidth);
  return wide.map((one) => one.outerHTML.slice(0, 120)).slice(-3);
})()`;

async function fits(page: Page): Promise<void> {
  expect(await page.evaluate<string[]>(sticksOut), `sideways scroll on ${page.url()}`).toEqual([]);
}
