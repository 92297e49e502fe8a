import { getRandomValues } from "node:crypto";
import type { Clock } from "./clock.ts";

/** Identifiers are a prefix that names the thing and a UUIDv7 (RFC 9562), so they sort by time. */
export interface Ids {
  /** `next("mem")` gives `mem_019…`, 32 hexadecimal digits after the underscore. */
  next(prefix: string): string;
}

export function createIds(clock: Clock): Ids {
  let last = { milliseconds: -1, count: 0 };
  return {
    next(prefix) {
      const milliseconds = clock.now().getTime();
      last = { milliseconds, count: milliseconds === last.milliseconds ? last.count + 1 : 0 };
      return `${prefix}_${uuid7(milliseconds, last.count)}`;
    },
  };
}

/**
 * RFC 9562 section 5.7: 48 bits of Unix milliseconds, version 7, variant 10, the rest random, but for a
 * counter in `rand_a` (section 6.2, method 1) that keeps what one process makes in a millisecond in order.
 */
function uuid7(milliseconds: number, count: number): string {
  const bytes = getRandomValues(new Uint8Array(16));
  const view = new DataView(bytes.buffer);
  view.setUint32(0, Math.floor(milliseconds / 0x10000));
  view.setUint16(4, milliseconds % 0x10000);
  view.setUint16(6, 0x7000 | Math.min(count, 0x0fff));
  view.setUint8(8, 0x80 | (view.getUint8(8) & 0x3f));
  return Buffer.from(bytes).toString("hex");
}
