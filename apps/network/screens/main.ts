import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { browser } from "@concord/testing";
import type { Browser } from "playwright-core";
import { press } from "../journeys/form.ts";
import { startTrialNetwork } from "../journeys/trial-network.ts";
import { walker } from "../journeys/walker.ts";
import { readNetworkFile } from "../src/network-file.ts";
import { trialPeople } from "../src/trial/trial-people.ts";
import { camera } from "./camera.ts";
import { keepersWalk } from "./keepers-walk.ts";
import { newcomerWalk } from "./newcomer-walk.ts";
import { shots } from "./pages.ts";
import { troubleWalk } from "./trouble-walk.ts";
import { joinWalk, learnWalk, type Stage, toolkitWalk, tourWalk } from "./walks.ts";

const folder = join(import.meta.dirname, "../../../docs/screens");

const walks = {
  path: pathWalk,
  trouble: (chromium: Browser) => troubleWalk(chromium, camera(folder)),
  newcomer: (chromium: Browser) => newcomerWalk(chromium, camera(folder)),
  keepers: (chromium: Browser) => keepersWalk(chromium, camera(folder)),
} as const;

/**
 * Takes pictures wide and narrow, in both languages: of every page of the path from a running network, of the office's
 * pages on a network in trouble, of a new state's way into it, and of what keepers do later. With the name of a walk, of that one alone.
 */
async function main(only?: string): Promise<void> {
  const wanted = Object.entries(walks).filter(([name]) => only === undefined || name === only);
  if (wanted.length === 0) throw new Error(`No walk ${only}: there are ${Object.keys(walks).join(", ")}`);
  if (only === undefined) await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const chromium = await browser();
  try {
    for (const [, walk] of wanted) await walk(chromium);
  } finally {
    await chromium.close();
  }
}

async function pathWalk(chromium: Browser): Promise<void> {
  const { tour } = readNetworkFile();
  const network = await startTrialNetwork({ filled: true });
  const stage = { chromium, network, host: tour.host, snap: camera(folder) };
  try {
    await standingPages(stage, { "": "", host: tour.host, adopter: tour.adopter, region: "region" });
    await joinWalk(stage);
    await learnWalk(stage);
    await toolkitWalk(stage);
    // Its bar stands on every page from then on, so it comes last.
    await tourWalk(stage);
  } finally {
    await network.stop();
  }
}

async function standingPages(
  { chromium, network, snap }: Stage,
  sites: Record<string, string>,
): Promise<void> {
  for (const role of [undefined, "officer", "member", "licensee"] as const) {
    for (const site of ["", "host", "adopter", "region"] as const) {
      const wanted = shots.filter((shot) => shot.as === role && shot.site === site);
      const code = sites[site] ?? "";
      const visitor = await walker(chromium, network);
      const person = role && trialPeople(code).find((one) => one.role === role);
      if (person && wanted.length > 0) await visitor.signIn(code, person.email);
      for (const { name, path, follow = [] } of wanted) {
        await visitor.open(code, path);
        for (const link of follow) await press(visitor.page, link);
        await snap(visitor, name);
      }
      await visitor.close();
    }
  }
}

await main(process.argv[2]);
