import { setTimeout as sleep } from "node:timers/promises";
import { until } from "../../test/tenant-program.ts";
import { type Measure, quantile, type Scale } from "../measure.ts";
import { drippingServer } from "./dripping-server.ts";
import { type Ground, onGround } from "./ground.ts";
import type { MemberHost } from "./member-host.ts";

const lanes = 2;
const membersOfLane = 10;
/** A member's second hint within a second waits; that is not what is measured. */
const restMilliseconds = 1_500;
const drippingConnections = 8;
/** The others' p99 may change by a tenth. */
const least = 1 / 1.1;

/** From publication to visible at one member, while one of those it follows drips and while it does not, in turn. */
export async function measureDrip({ small }: Scale): Promise<Measure[]> {
  const rounds = small ? 2 : 8;
  const inLane = small ? 10 : 40;
  const origins = Array.from({ length: lanes * membersOfLane }, (_, at) => `origin${at + 1}`);
  return await onGround([origins, ["reader"], ["dripper"]], async (ground) => {
    const [others, reader] = await openAll(ground, origins);
    const { port } = new URL(ground.seat("dripper").baseUrl);
    const victim = { port: Number(new URL(ground.seat("reader").baseUrl).port) };
    const dripper = await drippingServer(Number(port), victim);
    await Promise.all([others, reader].map((host) => host.call("start")));
    const publish = publisher(others, reader);
    await round(origins, inLane, publish);
    const quiet: number[] = [];
    const dripping: number[] = [];
    for (let number = 0; number < rounds; number++) {
      quiet.push(...(await round(origins, inLane, publish)));
      dripper.start(drippingConnections);
      await reader.call("keepPulling", "reader", "dripper");
      dripping.push(...(await round(origins, inLane, publish)));
      const left = reader.call("leaveOff");
      dripper.stop();
      await left;
    }
    await dripper.close();
    return [measureOf(quiet, dripping)];
  });
}

async function openAll(ground: Ground, origins: readonly string[]): Promise<[MemberHost, MemberHost]> {
  return [
    await ground.host(origins, { connections: 2, pollSeconds: 3_600 }),
    await ground.host(["reader"], { pollSeconds: 3_600 }),
  ];
}

function measureOf(quiet: readonly number[], dripping: readonly number[]): Measure {
  const [without, under] = [quantile(quiet, 0.99), quantile(dripping, 0.99)];
  return {
    name: "hint to visible from others while one member drips a byte a second, p99",
    value: under,
    unit: "ms",
    ratio: without / under,
    against: `the same while none does: ${without.toFixed(0)} ms`,
    least,
  };
}

/** Each lane publishes at one of its members after the other; gives milliseconds until the reader showed it. */
async function round(
  origins: readonly string[],
  inLane: number,
  publish: (code: string) => Promise<number>,
): Promise<number[]> {
  const run = async (lane: number) => {
    const members = origins.slice(lane * membersOfLane, (lane + 1) * membersOfLane);
    const spent: number[] = [];
    for (let turn = 0; turn < inLane; turn += membersOfLane) {
      const rest = sleep(restMilliseconds);
      for (const code of members.slice(0, inLane - turn)) spent.push(await publish(code));
      await rest;
    }
    return spent;
  };
  return (await Promise.all(Array.from({ length: lanes }, (_, lane) => run(lane)))).flat();
}

function publisher(others: MemberHost, reader: MemberHost): (code: string) => Promise<number> {
  const seen = new Map<string, number>();
  reader.onVisible(({ item, at }) => seen.set(item, at));
  return async (code) => {
    const { item, at } = await others.call("publish", code, {
      ...{ op: "publish", kind: "training", schema: "bench/1" },
      body: { title: "What to look for, whom to tell, and what not to do" },
    });
    await until(() => seen.has(item));
    return (seen.get(item) ?? 0) - at;
  };
}
