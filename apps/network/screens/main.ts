import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { browser } from "@concord/testing";
import type { Browser } from "playwright-core";
import { startTrialNetwork, type TrialNetwork } from "../journeys/trial-network.ts";
import { type Walker, walker } from "../journeys/walker.ts";
import { readNetworkFile } from "../src/network-file.ts";
import { trialPeople } from "../src/trial/trial-people.ts";
import { type Shot, shots } from "./pages.ts";

const folder = join(import.meta.dirname, "../../../docs/screens");
const widths = [1280, 390];
const locales = ["en", "es"];

/** Takes a picture of every page of the path from a running network, wide and narrow, in both languages. */
async function main(): Promise<void> {
  const { tour } = readNetworkFile();
  const sites = { "": "", host: tour.host, adopter: tour.adopter, region: "region" };
  await mkdir(folder, { recursive: true });
  const network = await startTrialNetwork({ only: [tour.host, tour.adopter], filled: true });
  const chromium = await browser();
  try {
    for (const width of widths) await picturesAt(width, chromium, network, sites);
  } finally {
    await chromium.close();
    await network.stop();
  }
}

async function picturesAt(
  width: number,
  chromium: Browser,
  network: TrialNetwork,
  sites: Record<Shot["site"], string>,
): Promise<void> {
  for (const role of [undefined, "officer", "member", "licensee"] as const) {
    for (const site of ["", "host", "adopter", "region"] as const) {
      const wanted = shots.filter((shot) => shot.as === role && shot.site === site);
      if (wanted.length === 0) continue;
      const visitor = await walker(chromium, network, { width });
      const code = sites[site];
      const person = trialPeople(code).find((one) => one.role === role);
      if (person) await visitor.signIn(code, person.email);
      for (const shot of wanted) await picture(visitor, shot, code, width);
      await visitor.close();
    }
  }
}

async function picture(visitor: Walker, shot: Shot, code: string, width: number): Promise<void> {
  for (const locale of locales) {
    const path = locale === "en" ? shot.path : `/${locale}${shot.path}`;
    await visitor.open(code, path);
    const file = join(folder, `${shot.name}-${locale}-${width}.jpg`);
    await visitor.page.screenshot({ path: file, type: "jpeg", quality: 60, fullPage: true });
    process.stdout.write(`${shot.name} ${locale} ${width}\n`);
  }
}

await main();
