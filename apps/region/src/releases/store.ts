import type { Db, Executor, Tx } from "@concord/database";
import { and, asc, desc, eq, inArray, ne, sql } from "drizzle-orm";
import type { Dimension, FigureRow, RefusalReason, Release } from "./model.ts";
import { figures, refusals, releases } from "./tables.ts";

export type NewRelease = typeof releases.$inferInsert;

/** Puts a month's release in force, with its figures, unless a later entry of the same feed is in force. */
export async function saveRelease(tx: Tx, release: NewRelease, rows: readonly FigureRow[]): Promise<void> {
  const { member, period, item } = release;
  await tx.delete(releases).where(and(eq(releases.item, item), ne(releases.period, period)));
  const { member: _, period: __, ...changed } = release;
  const [saved] = await tx
    .insert(releases)
    .values(release)
    .onConflictDoUpdate({
      target: [releases.member, releases.period],
      set: changed,
      setWhere: sql`${releases.seq} < ${release.seq}`,
    })
    .returning({ period: releases.period });
  if (!saved) return;
  await tx.delete(figures).where(and(eq(figures.member, member), eq(figures.period, period)));
  await tx.insert(figures).values(rows.map((row) => ({ ...row, member, period })));
}

/** Its figures go with it. */
export async function removeReleases(tx: Tx, item: string): Promise<void> {
  await tx.delete(releases).where(eq(releases.item, item));
}

export async function saveRefusal(
  tx: Tx,
  refusal: { item: string; revision: number; member: string; reason: RefusalReason; at: Date },
): Promise<void> {
  await tx.insert(refusals).values(refusal).onConflictDoNothing();
}

/** Newest first, one for each member. */
export async function newestReleases(db: Executor): Promise<Release[]> {
  return await db
    .selectDistinctOn([releases.member], columns)
    .from(releases)
    .orderBy(asc(releases.member), desc(releases.period));
}

/** Whether any member has published. */
export async function hasReleases(db: Executor): Promise<boolean> {
  const [found] = await db.select({ member: releases.member }).from(releases).limit(1);
  return found !== undefined;
}

/** All months of one member, newest first. */
export async function releasesOf(db: Db, member: string): Promise<Release[]> {
  return await db
    .select(columns)
    .from(releases)
    .where(eq(releases.member, member))
    .orderBy(desc(releases.period));
}

export interface SeriesRow {
  readonly member: string;
  readonly period: string;
  readonly value: number | null;
}

/** One total over time, oldest first. */
export async function seriesOf(db: Db, metric: string): Promise<SeriesRow[]> {
  const total: Dimension = "total";
  return await db
    .select({ member: figures.member, period: figures.period, value: figures.value })
    .from(figures)
    .where(and(eq(figures.metric, metric), eq(figures.dimension, total)))
    .orderBy(asc(figures.period), asc(figures.member));
}

/** The totals of some metrics in one month. */
export async function figuresInMonth(db: Db, period: string, metrics: readonly string[]) {
  const total: Dimension = "total";
  return await db
    .select({
      member: figures.member,
      metric: figures.metric,
      value: figures.value,
      hidden: figures.hidden,
    })
    .from(figures)
    .where(
      and(
        ...[inArray(figures.metric, [...metrics]), eq(figures.dimension, total)],
        eq(figures.period, period),
      ),
    );
}

/** The last refusal of each member. */
export async function refusalsOf(db: Db, members: readonly string[]) {
  if (members.length === 0) return [];
  return await db
    .selectDistinctOn([refusals.member], {
      member: refusals.member,
      reason: refusals.reason,
      at: refusals.at,
    })
    .from(refusals)
    .where(inArray(refusals.member, [...members]))
    .orderBy(asc(refusals.member), desc(refusals.at));
}

const columns = {
  member: releases.member,
  period: releases.period,
  revision: releases.revision,
  asOf: releases.asOf,
  signedAt: releases.signedAt,
  receivedAt: releases.receivedAt,
  body: releases.body,
};
