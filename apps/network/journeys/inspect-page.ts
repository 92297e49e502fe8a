import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { expect } from "vitest";

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What holds of every page: axe finds nothing, nothing sticks out, it says that it is a demonstration and where help is. */
export async function inspectPage(page: Page): Promise<void> {
  await axe(page);
  await fits(page);
  const text = await page.evaluate<string>("document.body.innerText");
  expect(text, page.url()).toMatch(/^.*(Demonstration|Demostración)/im);
  expect(text, page.url()).toContain("1-888-373-7888");
}

/** No violation that axe can find (WCAG 2.2 AA). */
async function axe(page: Page): Promise<void> {
  await page.evaluate(axeSource);
  const found = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    const { violations } = await axe.run({
      runOnly: { type: "tag", values: tags },
      resultTypes: ["violations"],
      preload: false,
    });
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`,
    );
  });
  expect(found, page.url()).toEqual([]);
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
