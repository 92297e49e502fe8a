import { decodeCheckpoint, genesis } from "@concord/federation";
import { eq } from "drizzle-orm";
import type { PeerContext } from "./context.ts";
import { currentEpoch } from "./signing-guard.ts";
import type { OwnFeed } from "./standing.ts";
import { feeds } from "./tables.ts";

/** How our own feed stands, for the page that staff read. */
export async function readOwnFeed(context: PeerContext): Promise<OwnFeed> {
  const { code, database } = context;
  const epoch = currentEpoch(await context.trust.current(), context)?.epoch;
  const [row] = await database.db.select().from(feeds).where(eq(feeds.code, code));
  const { haltFound: found, haltedAt: since } = row ?? {};
  return {
    ...(epoch === undefined ? {} : { epoch }),
    size: row?.appendedThrough ?? 0,
    head: row?.head ?? genesis,
    ...(row?.checkpoint ? { checkpointAt: new Date(decodeCheckpoint(row.checkpoint).iat * 1000) } : {}),
    ...(found && since ? { halted: { since, ...found } } : {}),
  };
}
