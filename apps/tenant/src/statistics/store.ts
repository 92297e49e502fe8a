import type { Executor, Tx } from "@concord/database";
import { asc, desc, eq, getTableColumns, lt, sql } from "drizzle-orm";
import type { Precedent, Release, StoredRelease } from "./model.ts";
import { figureReleases } from "./tables.ts";

/** All that may be shown of a release: what its totals rest on is not among it. */
const { restsOn: _restsOn, ...asPublished } = getTableColumns(figureReleases);

/** The releases of one month, the first one first. */
export function releasesOf(db: Executor, month: string): Promise<StoredRelease[]> {
  return db
    .select(asPublished)
    .from(figureReleases)
    .where(eq(figureReleases.month, month))
    .orderBy(asc(figureReleases.revision));
}

/** Makes others wait who publish the same month. */
export async function lockMonth(tx: Tx, month: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('figures'), hashtext(${month}))`);
}

export async function insertRelease(
  tx: Tx,
  release: StoredRelease & Pick<Precedent, "restsOn">,
): Promise<void> {
  await tx.insert(figureReleases).values(release);
}

/** What the releases of a month bind its next one to, the first one first. */
export function precedentsOf(db: Executor, month: string): Promise<Precedent[]> {
  const { revision, body, restsOn } = figureReleases;
  return db
    .select({ revision, body, restsOn })
    .from(figureReleases)
    .where(eq(figureReleases.month, month))
    .orderBy(asc(revision));
}

/** The newest release of each month, newest month first. */
export function newestReleases(
  db: Executor,
  page: { before?: string | undefined; limit: number },
): Promise<StoredRelease[]> {
  return db
    .selectDistinctOn([figureReleases.month], asPublished)
    .from(figureReleases)
    .where(page.before ? lt(figureReleases.month, page.before) : undefined)
    .orderBy(desc(figureReleases.month), desc(figureReleases.revision))
    .limit(page.limit);
}

/** What was published when, newest first. */
export function listReleases(db: Executor, limit = 100): Promise<Release[]> {
  const { month, revision, publishedAt } = figureReleases;
  const { body: _, ...release } = asPublished;
  return db
    .select(release)
    .from(figureReleases)
    .orderBy(desc(publishedAt), desc(month), desc(revision))
    .limit(limit);
}
