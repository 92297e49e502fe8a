import { and, asc, eq, inArray, isNull, ne, sql } from "drizzle-orm";
import type { PeerContext } from "./context.ts";
import type { Delayed } from "./standing.ts";
import { blobs, entries } from "./tables.ts";

const most = 100;
const row = { feed: entries.feed, item: entries.item, op: entries.op };

/** Recalls and erasures that have not had all their effect here, oldest first. */
export async function readDelayed(context: PeerContext): Promise<Delayed[]> {
  const [held, filed] = await Promise.all([readHeld(context), readWithFiles(context)]);
  const rows = [
    ...held.map((one) => ({ ...one, why: "held" as const })),
    ...filed.map((one) => ({ ...one, why: "files" as const })),
  ];
  return rows
    .flatMap(({ item, op, since, ...one }) =>
      item && since && (op === "recall" || op === "erase") ? [{ ...one, item, op, since }] : [],
    )
    .toSorted((a, b) => a.since.getTime() - b.since.getTime());
}

/** They are stored, and the checkpoint that they lead to has not been reached. */
function readHeld({ database, code }: PeerContext) {
  return database.db
    .select({ ...row, since: entries.receivedAt })
    .from(entries)
    .where(
      and(
        ne(entries.feed, code),
        inArray(entries.op, ["recall", "erase"]),
        isNull(entries.verdict),
        isNull(entries.reason),
      ),
    )
    .orderBy(asc(entries.receivedAt))
    .limit(most);
}

/** A disk that refuses keeps the files of what was erased; the sweep tries again. */
async function readWithFiles({ database }: PeerContext) {
  const left = database.db.$with("left_over").as(
    database.db
      .select({ sha256: blobs.sha256 })
      .from(blobs)
      .where(and(eq(blobs.wanted, false), eq(blobs.present, true))),
  );
  return await database.db
    .with(left)
    .select({ ...row, since: entries.deliveredAt })
    .from(entries)
    .where(
      and(
        eq(entries.op, "erase"),
        eq(entries.verdict, "applied"),
        sql`exists (select 1 from ${left})`,
        sql`exists (
          select 1 from ${entries} p, jsonb_array_elements(p.payload -> 'blobs') named
          where p.item = ${entries.item} and named ->> 'sha256' in (select sha256 from ${left}))`,
      ),
    )
    .orderBy(asc(entries.deliveredAt))
    .limit(most);
}
