import { browser } from "@concord/testing";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { becomeMember } from "./become-member.ts";
import { countRows } from "./count-rows.ts";
import { press } from "./form.ts";
import { madeUpFirm } from "./made-up.ts";
import { startTrialNetwork, type TrialNetwork } from "./trial-network.ts";
import { walker } from "./walker.ts";

const states = ["ms", "al"] as const;

let network: TrialNetwork;
let chromium: Browser;

beforeAll(async () => {
  [network, chromium] = await Promise.all([startTrialNetwork({ only: states, filled: true }), browser()]);
});
afterAll(async () => {
  await chromium?.close();
  await network?.stop();
});

test("over years of members too, the region's total is what SQL counts in every state's database", async () => {
  const before = await countedBySql();
  expect(before).toBeGreaterThan(300);
  await untilTotal(before);
  const officer = await walker(chromium, network);
  await officer.signIn("ms", "officer@ms.example");
  const applicant = await walker(chromium, network, { scripts: false });
  await becomeMember(applicant, officer, "ms", madeUpFirm());
  await officer.open("ms", "/office/figures");
  await press(officer.page, "form#publish button");
  await untilTotal(before + 1);
  expect(await countedBySql()).toBe(before + 1);
});

/** Every state's own database, past everything that the product says of itself. */
function countedBySql(): Promise<number> {
  return countRows(
    network,
    states.map((code) => `tenant_${code}`),
    // By the states' own day: at night it is not the server's.
    "select count(*)::int as rows from members where status = 'active' and valid_until >= (now() at time zone 'America/Chicago')::date",
  );
}

/** Waits until the sum of the region's rows of these states, as anybody may download them, is this. */
async function untilTotal(expected: number): Promise<void> {
  const total = async () => {
    const response = await network.fetch(network.url("region", "/api/v1/membership"));
    const { rows } = (await response.json()) as { rows: { member: string; activeMembers: number | null }[] };
    const counted = states.map((code) => rows.find(({ member }) => member === `us-${code}`)?.activeMembers);
    return counted.reduce<number>((sum, members) => sum + (members ?? Number.NaN), 0);
  };
  await expect.poll(total, { timeout: 90_000, interval: 500 }).toBe(expected);
}
