import { decodeCheckpoint, limits, signCheckpoint, toSeconds } from "@concord/federation";
import { eq } from "drizzle-orm";
import type { PeerContext } from "./context.ts";
import { lockFeed } from "./feed-store.ts";
import { feeds } from "./tables.ts";

/**
 * Our feed's newest checkpoint, signed anew when the feed has grown, the registry has changed, or half an hour
 * has passed. Undefined while the registry does not name our key as current.
 */
export async function ownCheckpoint(context: PeerContext): Promise<string | undefined> {
  const { code, keys, clock, database } = context;
  const trust = await context.trust.current();
  const member = trust.member(code);
  const use = member && trust.feedKey(member, keys.feed.kid);
  if (!use || use.epoch.close || use.to !== undefined) return undefined;
  const [held] = await database.db.select().from(feeds).where(eq(feeds.code, code));
  const fresh = (text: string | null | undefined) => {
    if (!text) return false;
    const { iat, registry } = decodeCheckpoint(text);
    const age = toSeconds(clock.now()) - iat;
    return age < limits.checkpointRenewSeconds / 2 && registry.version === trust.registry.version;
  };
  if (held?.checkpoint && fresh(held.checkpoint)) return held.checkpoint;
  return await database.transaction(async (tx) => {
    const feed = await lockFeed(tx, code);
    if (feed.checkpoint && fresh(feed.checkpoint)) return feed.checkpoint;
    const { version, sha256 } = trust.registry;
    const statement = {
      ...{ net: trust.net, feed: code, epoch: use.epoch.epoch },
      ...{ size: feed.appendedThrough, head: feed.head, registry: { version, sha256 } },
    };
    const { text } = await signCheckpoint(statement, keys.feed, clock.now());
    await tx.update(feeds).set({ checkpoint: text }).where(eq(feeds.code, code));
    return text;
  });
}
