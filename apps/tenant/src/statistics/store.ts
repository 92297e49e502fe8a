import type { Executor, Tx } from "@concord/database";
import { asc, desc, eq, lt, sql } from "drizzle-orm";
import type { Release, StoredRelease } from "./model.ts";
import { figureReleases } from "./tables.ts";

/** The releases of one month, the first one first. */
export function releasesOf(db: Executor, month: string): Promise<StoredRelease[]> {
  return db
    .select()
    .from(figureReleases)
    .where(eq(figureReleases.month, month))
    .orderBy(asc(figureReleases.revision));
}

/** Makes others wait who publish the same month. */
export async function lockMonth(tx: Tx, month: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('figures'), hashtext(${month}))`);
}

export async function insertRelease(tx: Tx, release: StoredRelease): Promise<void> {
  await tx.insert(figureReleases).values(release);
}

/** The newest release of each month, newest month first. */
export function newestReleases(
  db: Executor,
  page: { before?: string | undefined; limit: number },
): Promise<StoredRelease[]> {
  return db
    .selectDistinctOn([figureReleases.month])
    .from(figureReleases)
    .where(page.before ? lt(figureReleases.month, page.before) : undefined)
    .orderBy(desc(figureReleases.month), desc(figureReleases.revision))
    .limit(page.limit);
}

/** What was published when, newest first. */
export function listReleases(db: Executor, limit = 100): Promise<Release[]> {
  const { month, revision, item, seq, publishedAt, publishedBy } = figureReleases;
  return db
    .select({ month, revision, item, seq, publishedAt, publishedBy })
    .from(figureReleases)
    .orderBy(desc(publishedAt), desc(month), desc(revision))
    .limit(limit);
}
