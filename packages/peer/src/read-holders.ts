import type { Entry } from "@concord/federation";
import { and, asc, eq, inArray, or, sql } from "drizzle-orm";
import type { PeerContext } from "./context.ts";
import type { Holder, Unapplied } from "./standing.ts";
import { entries, receipts } from "./tables.ts";

const tombstones = ["withdraw", "recall", "erase"] as const;

/** Who says that it holds what of an item of ours, by its last receipt. */
export async function readHolders(context: PeerContext, item: string): Promise<Holder[]> {
  const said = (await ownEntries(context, eq(entries.item, item))).map(({ payload }) => payload);
  const members = await membersWithReceipts(context);
  return members.map(({ code, name, appliedThrough, heardAt }) => {
    const applied = said.filter(({ seq }) => seq <= appliedThrough);
    const revision = applied.findLast((entry) => "body" in entry)?.revision;
    const ended = applied.flatMap(({ op }) => tombstones.find((one) => one === op) ?? []).at(-1);
    return {
      ...{ code, name, appliedThrough },
      ...(heardAt ? { heardAt } : {}),
      ...(revision === undefined ? {} : { revision }),
      ...(ended ? { ended } : {}),
    };
  });
}

/** What must not wait, and whom we have not heard to have applied it. */
export async function readUnapplied(context: PeerContext): Promise<Unapplied[]> {
  const safety = and(eq(entries.op, "revise"), sql`${entries.payload} ->> 'significance' = 'safety'`);
  const urgent = await ownEntries(context, or(inArray(entries.op, ["recall", "erase"]), safety));
  const published = new Map(
    (await ownEntries(context, eq(entries.op, "publish"))).map(({ payload }) => [payload.item, payload.seq]),
  );
  const members = (await membersWithReceipts(context)).filter(({ status }) => status !== "left");
  return urgent.flatMap(({ payload, signedAt: since }) => {
    const { item, kind, op, revision, seq } = payload;
    return members
      .filter(({ appliedThrough }) => appliedThrough < seq)
      .map(({ code, name, appliedThrough }) => ({
        ...{ code, name, item, kind, op, revision, seq, since },
        holds: appliedThrough >= (published.get(item) ?? Number.POSITIVE_INFINITY),
      }));
  });
}

async function ownEntries(
  { database, code }: PeerContext,
  which: Parameters<typeof and>[0],
): Promise<{ payload: Entry; signedAt: Date }[]> {
  const rows = await database.db
    .select({ payload: entries.payload, signedAt: entries.signedAt })
    .from(entries)
    .where(and(eq(entries.feed, code), eq(entries.verdict, "applied"), which))
    .orderBy(asc(entries.seq));
  return rows.flatMap(({ payload, signedAt }) => (payload ? [{ payload, signedAt }] : []));
}

async function membersWithReceipts({ database, code: own, trust }: PeerContext) {
  const { registry } = await trust.current();
  const given = new Map((await database.db.select().from(receipts)).map((row) => [row.code, row]));
  return registry.members
    .filter(({ code }) => code !== own)
    .map(({ code, name, status }) => {
      const receipt = given.get(code);
      return {
        code,
        name,
        status,
        appliedThrough: receipt?.appliedThrough ?? 0,
        heardAt: receipt?.receivedAt,
      };
    });
}
