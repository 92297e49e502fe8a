import { setTimeout as sleep } from "node:timers/promises";
import { until } from "../../test/tenant-program.ts";
import { type Measure, quantile, type Scale, within } from "../measure.ts";
import { onGround } from "./ground.ts";
import type { MemberHost } from "./member-host.ts";

const peers = 55;
const limitSeconds = 2;
/** A member that was just asked is not asked again within a second. */
const restMilliseconds = 1_500;
/** All members share this machine; their polls must not be what is measured. */
const settings = { connections: 1, pollSeconds: 3_600 };

/** From the commit of a publication until all who follow the feed show it, each publication by itself. */
export async function measureHints({ small }: Scale): Promise<Measure[]> {
  const publications = small ? 5 : 20;
  const codes = Array.from({ length: peers }, (_, at) => `peer${at + 1}`);
  const halves = [codes.filter((_, at) => at % 2 === 0), codes.filter((_, at) => at % 2 === 1)];
  return await onGround([["origin"], ...halves], async (ground) => {
    const origin = await ground.host(["origin"], { pollSeconds: settings.pollSeconds });
    const followers = await Promise.all(halves.map((half) => ground.host(half, settings)));
    await Promise.all([origin, ...followers].map((host) => host.call("start")));
    const watch = watchFor(followers);
    // The first one warms up everybody.
    await watch(origin);
    const seconds: number[] = [];
    for (let number = 0; number < publications; number++) {
      await sleep(restMilliseconds);
      seconds.push(...(await watch(origin)));
    }
    const named = `hint to visible at ${peers} peers that follow one feed`;
    return [
      { ...within(`${named}, p99`, quantile(seconds, 0.99), "s", limitSeconds), least: 1 },
      within(`${named}, median`, quantile(seconds, 0.5), "s", limitSeconds),
    ];
  });
}

/** Publishes and gives the seconds until it was visible, for each follower. */
function watchFor(followers: readonly MemberHost[]): (origin: MemberHost) => Promise<number[]> {
  const seen = new Map<string, number[]>();
  for (const host of followers)
    host.onVisible(({ item, at }) => seen.set(item, [...(seen.get(item) ?? []), at]));
  return async (origin) => {
    const { item, at } = await origin.call("publish", "origin", {
      ...{ op: "publish", kind: "training", schema: "bench/1" },
      body: { title: "What to look for, whom to tell, and what not to do" },
    });
    await until(() => seen.get(item)?.length === peers);
    return (seen.get(item) ?? []).map((shown) => (shown - at) / 1_000);
  };
}
