import type { Browser } from "playwright-core";
import { press } from "../journeys/form.ts";
import { shared, startTroubledNetwork } from "../journeys/make-trouble.ts";
import { walker } from "../journeys/walker.ts";
import type { Snap } from "./camera.ts";

const pages = [
  { name: "trouble-states", path: "" },
  { name: "trouble-problems", path: "/problems" },
  { name: "trouble-incoming", path: "/incoming" },
  { name: "trouble-adopted", path: "/adopted" },
  { name: "trouble-published", path: "/published" },
  { name: "trouble-rules", path: "/rules" },
  { name: "trouble-keys", path: "/members" },
];

/** The office's pages on a network in which much goes wrong, as its officer sees them. */
export async function troubleWalk(chromium: Browser, snap: Snap): Promise<void> {
  const network = await startTroubledNetwork();
  try {
    const officer = await walker(chromium, network);
    await officer.signIn("ms", "officer@ms.example");
    for (const { name, path } of pages) {
      await officer.open("ms", `/office/network${path}`);
      await snap(officer, name);
    }
    await officer.open("ms", "/office/network/incoming");
    await press(officer.page, `main table a:has-text("${shared.trucks.en}")`);
    await snap(officer, "trouble-review");
    await officer.open("ms", "/office/network/published");
    const row = `main tr:has-text("${shared.night.en}")`;
    await press(officer.page, `${row} a[href*="/published/"]:not([href$="/end"])`);
    await snap(officer, "trouble-holders");
    await officer.close();
  } finally {
    await network.stop();
  }
}
