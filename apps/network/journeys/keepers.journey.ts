import { generateSigningKey, readSigningKey } from "@concord/federation";
import { browser } from "@concord/testing";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { publish, tryToPublish } from "./federation/office.ts";
import { factsOn, press, send } from "./form.ts";
import { holdCeremony, openDraft, signAtDesk } from "./sign-at-desk.ts";
import { madeUpTraining, writeTraining } from "./teach.ts";
import { startTrialNetwork, type TrialNetwork } from "./trial-network.ts";
import { untilIncoming } from "./until-incoming.ts";
import { type Walker, walker } from "./walker.ts";

const key = "/office/network/key";
const soon = { timeout: 60_000, interval: 500 };

let network: TrialNetwork;
let chromium: Browser;
/** Alabama's officer, whose office has the key, and Mississippi's, who takes what Alabama signs. */
let office: Walker;
let taker: Walker;

beforeAll(async () => {
  [network, chromium] = await Promise.all([startTrialNetwork({ only: ["ms", "al"] }), browser()]);
  office = await walker(chromium, network);
  await office.signIn("al", "officer@al.example");
  taker = await walker(chromium, network);
  await taker.signIn("ms", "officer@ms.example");
});
afterAll(async () => {
  await chromium?.close();
  await network?.stop();
});

test("an office asks for a new key, keepers let it sign, and the office goes on with it by itself", async () => {
  await shareSomething();
  await office.open("al", key);
  const old = (await factsOn(office.page)).get("Fingerprint of your key") ?? "";
  const { fingerprint, next } = await askForKey();
  await office.inspect();
  await holdCeremony(chromium, network, {
    from: "/begin/rotate",
    typed: { fingerprint, from: next },
    says: `signs entries from ${next} on`,
  });
  await untilSigningWith(fingerprint);
  expect(await office.text()).toContain("The old key can end now");
  expect(await office.text()).toContain(old);
  await office.inspect();
  await shareSomething();
});

test("the old key ends where it signed last, as the office reads it out", async () => {
  await office.open("al", key);
  const [, to = "", fingerprint = ""] =
    /this fingerprint ends at entry (\d+)\.\s+([0-9a-f ]{24})/.exec(await office.text()) ?? [];
  await holdCeremony(chromium, network, {
    from: "/begin/retire",
    typed: { member: "us-al", fingerprint, to },
    says: ` to ${to}.`,
  });
  await untilOffice("al", key, (said) => !said.includes("The old key can end now"));
});

test("a key may be stolen: the office signs nothing, and keepers close its record at its last entry", async () => {
  const { page } = office;
  await office.open("al", key);
  await press(page, 'main form[action$="/halt"] button');
  expect(await office.text()).toContain("Your office signs nothing more");
  await office.inspect();
  const read = await factsOn(page);
  const seq = read.get("Number of the last entry") ?? "";
  const head = read.get("Its hash") ?? "";
  expect(head.replaceAll(" ", "")).toMatch(/^[0-9a-f]{64}$/);
  const made = madeUpTraining();
  const unsigned = await writeTraining(office, "al", made);
  await tryToPublish(office, "al", unsigned);
  expect(new URL(page.url()).search).toBe("");
  await holdCeremony(chromium, network, {
    from: "/begin/close",
    typed: { member: "us-al", cause: "stolen", seq, head },
    says: `Closed at entry ${seq}, since the key was stolen`,
  });
});

test("with the record closed a new key goes on by voice alone, and the others take what it signs", async () => {
  const { fingerprint } = await askForKey();
  await holdCeremony(chromium, network, {
    from: "/begin/rotate",
    typed: { fingerprint },
    says: "us-al, record 2:",
  });
  await untilSigningWith(fingerprint);
  expect(await office.text()).not.toContain("Your office signs nothing more");
  await shareSomething();
});

test("a keeper takes back what she signed, and nothing of it is in force", async () => {
  const anna = await walker(chromium, network);
  await openDraft(anna, "/begin/suspend", { member: "us-ms" });
  expect(await anna.text()).toContain("us-ms is suspended.");
  await signAtDesk(anna, "Anna");
  const proposal = anna.page.url();
  await press(anna.page, 'main a[href$="/withdraw"]');
  await anna.inspect();
  await signAtDesk(anna, "Anna");
  expect(anna.page.url()).toBe(proposal);
  expect(await anna.text()).toContain("was withdrawn");
  await anna.inspect();
  await anna.close();
});

test("a member is suspended, every office reads what that means, and it comes back", async () => {
  await holdCeremony(chromium, network, {
    from: "/begin/suspend",
    typed: { member: "us-al" },
    says: "us-al is suspended.",
  });
  await untilOffice("ms", "/office/network", (said) => said.includes("Suspended"), taker);
  await taker.inspect();
  await holdCeremony(chromium, network, {
    from: "/begin/readmit",
    typed: { member: "us-al" },
    says: "us-al counts again.",
  });
  await untilOffice("ms", "/office/network", (said) => !said.includes("Suspended"), taker);
});

test("a keeper of the list gives way to another, and the list is renewed under the new founding document", async () => {
  const { publicJwk } = readSigningKey(generateSigningKey());
  const anna = await walker(chromium, network);
  await anna.open("region", "/network/desk/begin/root");
  const kept = await anna.page
    .locator('[name="registry-keep"]')
    .evaluateAll((boxes) => boxes.map((box) => box.getAttribute("value") ?? ""));
  await anna.close();
  expect(kept).toHaveLength(3);
  await holdCeremony(chromium, network, {
    from: "/begin/root",
    typed: { "registry-keep": kept.slice(0, 2), "registry-new-1": JSON.stringify(publicJwk) },
    says: "Keepers of the list of members: 2 of 3 must sign",
    role: "root",
  });
  await holdCeremony(chromium, network, { from: "/begin/renew", says: "No member changes" });
  await taker.open("region", "/network");
  expect(await taker.text()).toContain("Alabama");
  await shareSomething();
});

/** Alabama publishes what nobody has yet, and Mississippi takes it in: its signature holds there. */
async function shareSomething(): Promise<void> {
  const made = madeUpTraining();
  await publish(office, "al", await writeTraining(office, "al", made));
  await untilIncoming(taker, "ms", made.en);
}

/** Has a new key made and the request for it sent; gives what a keeper is then told on the telephone. */
async function askForKey(): Promise<{ fingerprint: string; next: string }> {
  await office.open("al", key);
  await press(office.page, 'main button[value="send"]');
  const said = await office.text();
  const [, fingerprint = ""] = /fingerprint(?: of the new key)?:\s+([0-9a-f ]{24})/.exec(said) ?? [];
  const [, next = ""] = /number of your next entry: (\d+)/.exec(said) ?? [];
  expect(fingerprint, said).not.toBe("");
  return { fingerprint, next };
}

async function untilSigningWith(fingerprint: string): Promise<void> {
  await office.open("al", key);
  const look = 'main form[action$="/look"] button';
  if ((await office.page.locator(look).count()) > 0) await press(office.page, look);
  await untilOffice("al", key, (said) => said.includes(fingerprint) && !said.includes("Look again now"));
  expect((await factsOn(office.page)).get("Fingerprint of your key")).toBe(fingerprint);
}

/** Asks the network now, until an office's page says what it should. */
async function untilOffice(
  code: string,
  path: string,
  holds: (said: string) => boolean,
  who: Walker = office,
): Promise<void> {
  await who.open(code, "/office/network");
  await send(who.page, {}, 'main form[action$="/sync"]');
  await expect
    .poll(async () => {
      await who.open(code, path);
      const said = await who.text();
      return holds(said) ? "as it should" : said;
    }, soon)
    .toBe("as it should");
}
