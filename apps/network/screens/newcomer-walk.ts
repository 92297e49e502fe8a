import type { Browser } from "playwright-core";
import { factsOn, fill, press } from "../journeys/form.ts";
import { openNewcomer } from "../journeys/open-newcomer.ts";
import { signAtDesk } from "../journeys/sign-at-desk.ts";
import { walker } from "../journeys/walker.ts";
import { until } from "../test/tenant-program.ts";
import { officer } from "../test/trial-place.ts";
import type { Snap } from "./camera.ts";

/** A new state asks to join, and keepers sign: the pages of both, step by step. */
export async function newcomerWalk(chromium: Browser, snap: Snap): Promise<void> {
  const newcomer = await openNewcomer();
  try {
    const { network } = newcomer;
    const office = await walker(chromium, network);
    const keeper = await walker(chromium, network);
    await keeper.open("region", "/network");
    const id = /[0-9a-f]{64}/.exec(await keeper.text())?.[0] ?? "";
    await office.signIn("zz", officer.email);
    await office.open("zz", "/office/network/join");
    await snap(office, "newcomer-find");
    await fill(office.page, { address: network.url("region"), id });
    await press(office.page, "main form button");
    await snap(office, "newcomer-ask");
    await press(office.page, 'main button[value="send"]');
    await snap(office, "newcomer-wait");
    const fingerprint = (await factsOn(office.page)).get("Fingerprint of your key") ?? "";

    await keeper.open("region", "/network/desk");
    await snap(keeper, "desk");
    await press(keeper.page, 'main a[href*="/begin/add"]');
    await snap(keeper, "desk-fingerprint");
    await fill(keeper.page, { fingerprint });
    await press(keeper.page, "main form button");
    await snap(keeper, "desk-draft");
    await signAtDesk(keeper, "Anna");
    await snap(keeper, "desk-one-signed");
    const proposal = keeper.page.url();
    await keeper.open("region", "/network/desk/trial-keepers");
    await snap(keeper, "desk-trial-keepers");
    await keeper.page.goto(proposal);
    await signAtDesk(keeper, "Ben");
    await snap(keeper, "desk-in-force");

    const look = 'main form[action$="/look"]';
    await office.open("zz", "/office/network/join");
    await press(office.page, `${look} button`);
    await until(async () => {
      await office.open("zz", "/office/network/join");
      return (await office.page.locator(look).count()) === 0;
    });
    await snap(office, "newcomer-member");
    await office.open("zz", "/office/network/key");
    await snap(office, "newcomer-key");
    await Promise.all([office.close(), keeper.close()]);
  } finally {
    await newcomer.stop();
  }
}
