import type { Browser } from "playwright-core";
import { press } from "../journeys/form.ts";
import { openDraft, signAtDesk } from "../journeys/sign-at-desk.ts";
import { startTrialNetwork } from "../journeys/trial-network.ts";
import { walker } from "../journeys/walker.ts";
import type { Snap } from "./camera.ts";

const key = "/office/network/key";

/** What an office sees of its own key, and keepers of the rarer things that they do. */
export async function keepersWalk(chromium: Browser, snap: Snap): Promise<void> {
  const network = await startTrialNetwork({ only: ["ms", "al"] });
  try {
    const office = await walker(chromium, network);
    await office.signIn("al", "officer@al.example");
    await office.open("al", key);
    await press(office.page, 'main button[value="send"]');
    await snap(office, "key-asked");
    await office.open("al", key);
    await press(office.page, 'main form[action$="/halt"] button');
    await snap(office, "key-stolen");

    const keeper = await walker(chromium, network);
    for (const ceremony of ["close", "retire", "root"]) {
      await keeper.open("region", `/network/desk/begin/${ceremony}`);
      await snap(keeper, `desk-${ceremony}`);
    }
    await openDraft(keeper, "/begin/suspend", { member: "us-ms" });
    await signAtDesk(keeper, "Anna");
    await press(keeper.page, 'main a[href$="/withdraw"]');
    await snap(keeper, "desk-withdraw");
    await signAtDesk(keeper, "Anna");
    await snap(keeper, "desk-withdrawn");
    await Promise.all([office.close(), keeper.close()]);
  } finally {
    await network.stop();
  }
}
