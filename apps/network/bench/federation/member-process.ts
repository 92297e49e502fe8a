import { setTimeout as sleep } from "node:timers/promises";
import { hostDispatch, type Site, serveNode } from "@concord/http";
import type { Peer } from "@concord/peer";
import { createLogger } from "@concord/runtime";
import { treeMemory } from "../measure.ts";
import type { Seat } from "./ground.ts";
import { type MemberOptions, type OpenMember, openMember, pullAll } from "./open-member.ts";

/** Members in a process of their own, worked by messages. Times are milliseconds that all processes count alike. */

const members = new Map<string, OpenMember>();
const sampleMilliseconds = 250;
let peak = 0;
let watching: NodeJS.Timeout | undefined;
let pulling = false;
let pulled = Promise.resolve();

const commands = {
  async open(seats: readonly Seat[], options: Omit<MemberOptions, "onVisible">): Promise<void> {
    const sites = new Map<string, Site>();
    for (const seat of seats) {
      const { code } = seat;
      const onVisible = (item: string) => process.send?.({ visible: { code, item, at: now() } });
      const member = await openMember(seat, { ...options, onVisible });
      members.set(code, member);
      sites.set(new URL(seat.baseUrl).host, member.peer.routes);
    }
    const port = Number(new URL(seats[0]?.baseUrl ?? "").port);
    const log = createLogger({ level: "error" });
    await serveNode({ fetch: hostDispatch(sites).fetch, port, host: "127.0.0.1", log });
  },

  /** Starts polling; returns when every member was asked once by every other. */
  async start(): Promise<void> {
    await Promise.all([...members.values()].map(({ peer }) => peer.start()));
    await Promise.all([...members.values()].map(({ peer }) => untilAsked(peer)));
  },

  async publish(code: string, publication: Parameters<Peer["publish"]>[1]) {
    const item = await member(code).publish(publication);
    return { item, at: now() };
  },

  async pull(code: string, from: string, entries: number): Promise<void> {
    await pullAll(member(code).peer, from, entries);
  },

  /** Pulls from one member again and again, until it is told to leave off. */
  async keepPulling(code: string, from: string): Promise<void> {
    pulling = true;
    const go = async () => {
      while (pulling) await member(code).peer.syncNow(from);
    };
    pulled = go();
  },

  /** Returns when the last pull has ended. */
  async leaveOff(): Promise<void> {
    pulling = false;
    await pulled;
  },

  /** MiB that are held when nothing is left to collect. */
  async held(): Promise<number> {
    await sleep(sampleMilliseconds);
    return held();
  },

  async watch(): Promise<void> {
    peak = held();
    watching = setInterval(() => {
      peak = Math.max(peak, held());
    }, sampleMilliseconds);
  },

  /** The most MiB that were held since `watch`. */
  async peak(): Promise<number> {
    clearInterval(watching);
    return Math.max(peak, held());
  },

  async close(): Promise<void> {
    for (const { close } of members.values()) await close();
    process.disconnect();
    process.exit();
  },
};

export type Commands = typeof commands;

function member(code: string): OpenMember {
  const found = members.get(code);
  if (!found) throw new Error(`nobody is ${code}`);
  return found;
}

function now(): number {
  return performance.timeOrigin + performance.now();
}

async function untilAsked(peer: Peer): Promise<void> {
  while ((await peer.status()).some(({ lastAttemptAt }) => !lastAttemptAt)) await sleep(3_000);
}

function held(): number {
  globalThis.gc?.();
  return treeMemory(process.pid) ?? process.memoryUsage.rss() / 2 ** 20;
}

interface Call {
  readonly id: number;
  readonly command: keyof Commands;
  readonly args: readonly unknown[];
}

process.on("message", ({ id, command, args }: Call) => {
  const run = commands[command] as (...args: readonly unknown[]) => Promise<unknown>;
  run(...args).then(
    (value) => process.send?.({ id, value }),
    (error: unknown) => process.send?.({ id, error: error instanceof Error ? error.stack : String(error) }),
  );
});
// Whoever was to be served is gone.
process.on("disconnect", () => process.exit());
