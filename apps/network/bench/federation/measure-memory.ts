import { createHash } from "node:crypto";
import { openFolderStore } from "@concord/storage";
import { type Measure, type Scale, within } from "../measure.ts";
import { fillFeed } from "./fill-feed.ts";
import { type Ground, onGround, type Seat } from "./ground.ts";
import type { MemberHost } from "./member-host.ts";
import { filesOf } from "./open-member.ts";

const limitMebibytes = 50;
const bodyBytes = 4_096;
const first = 1_000;
const mebibyte = 2 ** 20;

interface Pair {
  readonly ground: Ground;
  readonly origin: MemberHost;
  readonly mirror: MemberHost;
}

/** What origin and mirror hold at their most, with nothing left to collect, beyond what they held after 1,000 entries. */
export async function measureMemory({ small }: Scale): Promise<Measure[]> {
  const entries = small ? 5_000 : 50_000;
  const blobBytes = (small ? 256 : 2_048) * mebibyte;
  return await onGround([["origin"], ["mirror"]], async (ground) => {
    await fillFeed(ground.seat("origin"), { through: first, bodyBytes });
    const [origin, mirror] = await Promise.all([ground.host(["origin"]), ground.host(["mirror"])]);
    const pair = { ground, origin, mirror };
    await mirror.call("pull", "mirror", "origin", first);
    await fillFeed(ground.seat("origin"), { through: entries, bodyBytes });
    const byEntries = await growth(pair, () => mirror.call("pull", "mirror", "origin", entries));
    const blob = await makeBlob(ground.seat("origin"), blobBytes);
    const byBlob = await growth(pair, async () => {
      await origin.call("publish", "origin", {
        ...{ op: "publish", kind: "training", schema: "bench/1", body: { title: "A film" } },
        blobs: [{ ...blob, type: "video/mp4", role: "film" }],
      });
      await mirror.call("pull", "mirror", "origin", entries + 1);
    });
    const measure = (what: string, value: number): Measure => ({
      ...within(`growth of memory ${what}`, Math.max(value, 1), "MiB", limitMebibytes),
      least: 1,
    });
    return [
      measure(`from ${first} to ${entries} entries`, byEntries),
      measure(`for a file of ${blobBytes / mebibyte} MiB`, byBlob),
    ];
  });
}

/** MiB by which either of the two grew while something was done, whichever grew more. */
async function growth({ origin, mirror }: Pair, work: () => Promise<void>): Promise<number> {
  const both = [origin, mirror];
  const before = await Promise.all(both.map((host) => host.call("held")));
  await Promise.all(both.map((host) => host.call("watch")));
  await work();
  const most = await Promise.all(both.map((host) => host.call("peak")));
  return Math.max(...most.map((value, at) => value - (before[at] ?? 0)));
}

/** A file among the origin's own, of which no piece is as another. */
async function makeBlob(origin: Seat, size: number): Promise<{ sha256: string; size: number }> {
  async function* pieces() {
    const piece = Buffer.alloc(mebibyte);
    for (let at = 0; at < size; at += mebibyte) {
      createHash("sha512")
        .update(String(at))
        .digest()
        .copy(piece, at % 4_096);
      yield piece;
    }
  }
  const store = await openFolderStore(filesOf(origin));
  return await store.put(pieces());
}
