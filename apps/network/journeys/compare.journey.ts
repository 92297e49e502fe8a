import { browser } from "@concord/testing";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { becomeMember } from "./become-member.ts";
import { countRows } from "./count-rows.ts";
import { press } from "./form.ts";
import { madeUpFirm } from "./made-up.ts";
import { readPdf } from "./read-pdf.ts";
import { startTrialNetwork, type TrialNetwork } from "./trial-network.ts";
import { type Walker, walker } from "./walker.ts";

const states = ["ms", "al"] as const;

let network: TrialNetwork;
let chromium: Browser;
let officers: Map<string, Walker>;
let analyst: Walker;

beforeAll(async () => {
  [network, chromium] = await Promise.all([startTrialNetwork({ only: states }), browser()]);
  analyst = await walker(chromium, network, { width: 390 });
  officers = new Map();
  for (const code of states) {
    const officer = await walker(chromium, network);
    await officer.signIn(code, `officer@${code}.example`);
    officers.set(code, officer);
  }
});
afterAll(async () => {
  await chromium?.close();
  await network?.stop();
});

test("before anybody publishes, the region says so and says what to do", async () => {
  await analyst.open("region", "/es/");
  expect(await analyst.page.locator("main .cc-empty").count()).toBe(1);
  await analyst.inspect();
});

test("one more member in Mississippi, and the region's total rises by exactly one, as SQL counts it", async () => {
  await join();
  for (const code of states) await publish(code);
  const before = await untilTotal(await countedBySql());
  await join();
  expect(await total()).toBe(before);
  await publish("ms");
  expect(await untilTotal(before + 1)).toBe(before + 1);
  expect(await countedBySql()).toBe(before + 1);
  for (const officer of officers.values()) await officer.close();
});

test("chart, map, table and file show the same, with day, denominator and its source", async () => {
  const { page } = analyst;
  await analyst.open("region", "/es/");
  await analyst.inspect();
  await analyst.open("region", "/");
  const titles = await page.locator("main svg[role=img] title").allTextContents();
  expect(titles.join("\n")).toMatch(/Active members by state/);
  expect(await page.locator("main svg[role=img] path").count()).toBeGreaterThan(10);
  const csv = await (
    await network.fetch(network.url("region", "/api/v1/membership?format=csv&lang=en"))
  ).text();
  const [head = "", ...lines] = csv.replace(/^\uFEFF/, "").split("\r\n");
  const at = head.split(",").indexOf("activeMembers");
  const rows = new Map(lines.map((line) => line.split(",")).map((cells) => [cells[0], Number(cells[at])]));
  const inFile = states.reduce((sum, code) => sum + (rows.get(`us-${code}`) ?? Number.NaN), 0);
  expect(inFile).toBe(await total());
  expect(csv).toContain("Demonstration");
  expect(await analyst.text()).toMatch(/per 1,000 establishments/);
  expect(await analyst.text()).toMatch(/Census Bureau/);
  for (const path of ["/about", "/network", "/states/us-ms", "/es/states/us-al"]) {
    await analyst.open("region", path);
    await analyst.inspect();
  }
  const sheet = await network.fetch(network.url("region", "/press.pdf"));
  const pdf = await readPdf(new Uint8Array(await sheet.arrayBuffer()));
  expect(pdf).toMatchObject({ ua: "1", language: "en" });
  expect(pdf.text).toContain("Mississippi");
  await analyst.close();
});

async function join(): Promise<void> {
  const applicant = await walker(chromium, network, { scripts: false });
  await becomeMember(applicant, officer("ms"), "ms", madeUpFirm());
  await applicant.close();
}

/** The officer signs this month's figures. */
async function publish(code: string): Promise<void> {
  const { page } = officer(code);
  await officer(code).open(code, "/office/figures");
  await officer(code).inspect();
  await press(page, "form#publish button");
  expect(new URL(page.url()).searchParams.get("done")).toBe("published");
  await officer(code).open(code, "/figures");
  await officer(code).inspect();
}

function officer(code: string): Walker {
  const found = officers.get(code);
  if (!found) throw new Error(`no officer of ${code}`);
  return found;
}

function countedBySql(): Promise<number> {
  const count =
    "select count(*)::int as rows from members where status = 'active' and valid_until >= current_date";
  return countRows(
    network,
    states.map((code) => `tenant_${code}`),
    count,
  );
}

/** Waits until the region has heard of it. */
async function untilTotal(expected: number): Promise<number> {
  await expect.poll(total, { timeout: 60_000, interval: 500 }).toBe(expected);
  return expected;
}

/** Active members in the last row of the region's table. */
async function total(): Promise<number> {
  await analyst.open("region", "/");
  return totalOn(analyst.page);
}

async function totalOn(page: Page): Promise<number> {
  const table = page.locator("main table", { hasText: "Members, rates and employees by state" });
  if ((await table.count()) === 0) return Number.NaN;
  const cell = await table.locator("tbody tr").last().locator("td").first().textContent();
  return Number(cell?.replaceAll(",", ""));
}
