import type { Tx } from "@concord/database";
import { DomainError } from "@concord/runtime";
import { eq } from "drizzle-orm";
import type { PeerContext } from "./context.ts";
import { lockFeed } from "./lock-feed.ts";
import { byOffice, currentEpoch } from "./signing-guard.ts";
import { feeds } from "./tables.ts";

/** The last entry that is ours for certain, as it is read out to the keepers. */
export interface HaltedFeed {
  readonly epoch: number;
  readonly seq: number;
  readonly head: string;
}

/**
 * Signs nothing more, in any process of this instance, because somebody else may have the key. It ends by itself when
 * the registry has closed the epoch and names another key of ours. Throws `federation.already-halted`.
 */
export async function haltFeed(context: PeerContext, tx: Tx): Promise<HaltedFeed> {
  const { code, clock, guard } = context;
  const { appendedThrough: seq, head, haltFound } = await lockFeed(tx, code);
  if (haltFound) throw new DomainError("federation.already-halted", "conflict");
  const epoch = currentEpoch(await context.trust.within(tx), context)?.epoch ?? 1;
  const found = { source: byOffice, epoch, seq, head };
  await tx.update(feeds).set({ haltedAt: clock.now(), haltFound: found }).where(eq(feeds.code, code));
  guard.doubt();
  return { epoch, seq, head };
}

/** It was a false alarm. Throws `federation.not-halted` where the office did not stop it. */
export async function resumeFeed({ code, guard }: PeerContext, tx: Tx): Promise<void> {
  const { haltFound } = await lockFeed(tx, code);
  if (haltFound?.source !== byOffice) throw new DomainError("federation.not-halted", "conflict");
  await tx.update(feeds).set({ haltedAt: null, haltFound: null }).where(eq(feeds.code, code));
  guard.doubt();
}
