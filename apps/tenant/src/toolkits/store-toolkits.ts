import type { Executor, Tx } from "@concord/database";
import { and, asc, eq, getTableColumns, gt, inArray, ne, or, type SQL } from "drizzle-orm";
import type { StoredToolkit, Toolkit, ToolkitStatus } from "./model.ts";
import { toolkitAssets, toolkits } from "./tables.ts";

const { body: _body, blobs: _blobs, ...facts } = getTableColumns(toolkits);

/** Writes a toolkit whole, with the list of the files it names. */
export async function putToolkit(tx: Tx, toolkit: StoredToolkit): Promise<void> {
  const { languages, sectors, stepIds } = toolkit;
  const row = { ...toolkit, languages: [...languages], sectors: [...sectors], stepIds: [...stepIds] };
  const { id, ...changed } = row;
  await tx.insert(toolkits).values(row).onConflictDoUpdate({ target: toolkits.id, set: changed });
  await tx.delete(toolkitAssets).where(eq(toolkitAssets.toolkitId, id));
  const assets = toolkit.blobs.map(({ sha256, size, type }) => ({
    toolkitId: id,
    sha256,
    size,
    mediaType: type,
  }));
  if (assets.length > 0) await tx.insert(toolkitAssets).values(assets).onConflictDoNothing();
}

export async function findToolkit(db: Executor, id: string): Promise<StoredToolkit | undefined> {
  const [row] = await db.select().from(toolkits).where(eq(toolkits.id, id));
  return row;
}

export async function lockToolkit(
  tx: Tx,
  by: { readonly id: string } | { readonly item: string } | { readonly slug: string },
): Promise<StoredToolkit | undefined> {
  const named =
    "id" in by
      ? eq(toolkits.id, by.id)
      : "item" in by
        ? eq(toolkits.item, by.item)
        : eq(toolkits.slug, by.slug);
  const [row] = await tx.select().from(toolkits).where(named).for("update");
  return row;
}

export async function findToolkits(db: Executor, ids: readonly string[]): Promise<Toolkit[]> {
  if (ids.length === 0) return [];
  return db
    .select(facts)
    .from(toolkits)
    .where(inArray(toolkits.id, [...ids]));
}

/** By its id in the network. */
export async function findOfferedToolkit(db: Executor, item: string): Promise<Toolkit | undefined> {
  const offered = and(eq(toolkits.item, item), eq(toolkits.status, "published"));
  const [row] = await db.select(facts).from(toolkits).where(offered);
  return row;
}

export interface ToolkitFilter {
  readonly statuses: readonly ToolkitStatus[];
  readonly after?: { readonly createdAt: Date; readonly id: string } | undefined;
  readonly limit: number;
}

/** In the order in which the office took them up. */
export function listToolkitRows(db: Executor, { statuses, after, limit }: ToolkitFilter): Promise<Toolkit[]> {
  const conditions: (SQL | undefined)[] = [
    inArray(toolkits.status, [...statuses]),
    after &&
      or(
        gt(toolkits.createdAt, after.createdAt),
        and(eq(toolkits.createdAt, after.createdAt), gt(toolkits.id, after.id)),
      ),
  ];
  return db
    .select(facts)
    .from(toolkits)
    .where(and(...conditions))
    .orderBy(asc(toolkits.createdAt), asc(toolkits.id))
    .limit(limit);
}

/** Bodies of what is offered, in the same order. */
export function offeredBodies(db: Executor): Promise<StoredToolkit[]> {
  return db
    .select()
    .from(toolkits)
    .where(eq(toolkits.status, "published"))
    .orderBy(asc(toolkits.createdAt), asc(toolkits.id))
    .limit(50);
}

/** A file that a toolkit names which was not recalled. */
export async function findToolkitAsset(
  db: Executor,
  sha256: string,
): Promise<{ mediaType: string; size: number; source: Toolkit["source"] } | undefined> {
  const { mediaType, size } = toolkitAssets;
  const [row] = await db
    .select({ mediaType, size, source: toolkits.source })
    .from(toolkitAssets)
    .innerJoin(toolkits, eq(toolkits.id, toolkitAssets.toolkitId))
    .where(and(eq(toolkitAssets.sha256, sha256), ne(toolkits.status, "recalled")))
    .orderBy(asc(toolkitAssets.toolkitId))
    .limit(1);
  return row;
}
