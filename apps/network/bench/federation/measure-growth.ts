import { type Measure, median, type Scale, timed } from "../measure.ts";
import { fillFeed } from "./fill-feed.ts";
import { type Ground, onGround } from "./ground.ts";
import { openMember, pullAll } from "./open-member.ts";

const few = 1_000;
const bodyBytes = 1_024;
/** A little more for an entry of a large feed is allowed: 1.2 times. */
const least = 1 / 1.2;

/** What an entry takes in a large feed, against what it takes in a small one. */
export async function measureGrowth({ small }: Scale): Promise<Measure[]> {
  const many = small ? 10_000 : 100_000;
  const readers = Array.from({ length: 8 }, (_, at) => `reader${at + 1}`);
  return await onGround([["few", "many"], ...readers.map((code) => [code])], async (ground) => {
    await fillFeed(ground.seat("few"), { through: few, bodyBytes });
    await fillFeed(ground.seat("many"), { through: many, bodyBytes });
    await ground.host(["few", "many"]);
    const [warmUp = "", large = "", ...rest] = readers;
    await pull(ground, warmUp, "few", few);
    const before = await pullFew(ground, rest.slice(0, 3));
    const seconds = await pull(ground, large, "many", many);
    const after = await pullFew(ground, rest.slice(3));
    const perFew = median([...before, ...after]) / few;
    const measure: Measure = {
      name: `time for an entry, of ${many}`,
      value: (seconds / many) * 1e6,
      unit: "µs",
      ratio: perFew / (seconds / many),
      against: `the same, of ${few}: ${(perFew * 1e6).toFixed(0)} µs`,
      least,
    };
    return [measure];
  });
}

async function pullFew(ground: Ground, readers: readonly string[]): Promise<number[]> {
  const spent: number[] = [];
  for (const reader of readers) spent.push(await pull(ground, reader, "few", few));
  return spent;
}

/** Seconds. */
async function pull(ground: Ground, reader: string, from: string, entries: number): Promise<number> {
  const { peer, close } = await openMember(ground.seat(reader));
  const seconds = await timed(() => pullAll(peer, from, entries));
  await close();
  return seconds;
}
