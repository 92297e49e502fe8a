import { createPublicKey } from "node:crypto";
import { readSigningKey } from "@concord/federation";
import { type Measure, median, type Scale, timed } from "../measure.ts";
import { measureBound } from "./bound.ts";
import { fillFeed } from "./fill-feed.ts";
import { onGround } from "./ground.ts";
import { openMember, pullAll } from "./open-member.ts";

const readers = ["reader1", "reader2", "reader3"];
const bodyBytes = 4_096;
const least = 0.3;

/** A member verifies and stores a whole feed over HTTP, against nothing but the cryptography and the rows. */
export async function measureSync({ small }: Scale): Promise<Measure[]> {
  const entries = small ? 1_000 : 10_000;
  return await onGround([["origin"], ...readers.map((code) => [code])], async (ground) => {
    const origin = ground.seat("origin");
    await fillFeed(origin, { through: entries, bodyBytes });
    await ground.host(["origin"]);
    const key = createPublicKey({ key: readSigningKey(origin.key).publicJwk, format: "jwk" });
    const spent: number[] = [];
    const bounds: number[] = [];
    for (const reader of readers) {
      const seat = ground.seat(reader);
      const { peer, close } = await openMember(seat);
      spent.push(await timed(() => pullAll(peer, "origin", entries)));
      await close();
      bounds.push(await measureBound(seat.ownerUrl, key, entries));
    }
    const bound = (entries / median(bounds)).toFixed(0);
    const measure: Measure = {
      name: `verified sync of ${entries} entries with bodies of 4 KB, to disk`,
      value: entries / median(spent),
      unit: "entries/s",
      ratio: median(spent.map((value, at) => (bounds[at] ?? 0) / value)),
      against: `native Ed25519, SHA-256 and COPY of the same rows: ${bound} entries/s`,
      least,
    };
    return [measure];
  });
}
