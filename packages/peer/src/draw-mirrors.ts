import { randomInt } from "node:crypto";
import type { RegistryMember, Trust } from "@concord/federation";

const millionth = 1_000_000;

/** The active members that may hold a copy of a feed, in random order: not its origin, and not ourselves. */
export function drawMirrors(
  trust: Trust,
  { own, feed }: { readonly own: string; readonly feed: string },
): RegistryMember[] {
  const mirrors = trust.registry.members.filter(
    ({ code, status }) => code !== feed && code !== own && status === "active",
  );
  const order = new Map(mirrors.map((mirror) => [mirror.code, randomInt(millionth)]));
  return mirrors.sort((a, b) => (order.get(a.code) ?? 0) - (order.get(b.code) ?? 0));
}
