import { cutFeed } from "@concord/federation";
import type { PeerContext } from "./context.ts";
import { portsFor } from "./sync-member.ts";

/** Obeys the registry's closes on our own feed: what we or a thief signed beyond one is void here as everywhere. */
export async function settleOwn(context: PeerContext): Promise<void> {
  // Nobody is asked: the registry alone says it.
  await cutFeed(context.code, await portsFor(context, context.code, []));
  const trust = await context.trust.current();
  await context.guard.resume(trust);
}
