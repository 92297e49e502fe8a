import { createHash } from "node:crypto";
import type { Executor } from "@concord/database";
import { defineQueue } from "@concord/database";
import type { Begun, IdempotencyStore, StoredResponse } from "@concord/http";
import type { Clock } from "@concord/runtime";
import { and, eq, isNull, lt } from "drizzle-orm";
import { idempotencyKeys } from "./tables.ts";

/** A request that began longer ago than this, and gave no answer, was killed: its key may be used again. */
const abandonedMs = 60_000;
const keptMs = 24 * 3_600_000;

/** Keeps keys and answers for a day, in the instance's own database. */
export function idempotencyStore(db: Executor, clock: Clock): IdempotencyStore {
  return {
    async begin(key, fingerprint) {
      const id = idOf(key);
      const startedAt = clock.now();
      const taken = await db
        .insert(idempotencyKeys)
        .values({ id, fingerprint, startedAt })
        .onConflictDoNothing()
        .returning({ id: idempotencyKeys.id });
      if (taken.length > 0) return { state: "new" };
      const abandoned = new Date(startedAt.getTime() - abandonedMs);
      return (await takeOver(db, id, fingerprint, startedAt, abandoned)) ?? read(db, id, fingerprint);
    },
    async finish(key, response) {
      const mine = eq(idempotencyKeys.id, idOf(key));
      if (!response) await db.delete(idempotencyKeys).where(mine);
      else await db.update(idempotencyKeys).set(response).where(mine);
    },
  };
}

/** Once a day. */
export const idempotencyQueue = defineQueue<object>("idempotency-sweep");

/** Forgets keys that are older than a day. */
export async function sweepKeys(db: Executor, clock: Clock): Promise<void> {
  const oldest = new Date(clock.now().getTime() - keptMs);
  await db.delete(idempotencyKeys).where(lt(idempotencyKeys.startedAt, oldest));
}

async function takeOver(
  db: Executor,
  id: string,
  fingerprint: string,
  startedAt: Date,
  abandoned: Date,
): Promise<Begun | undefined> {
  const taken = await db
    .update(idempotencyKeys)
    .set({ fingerprint, startedAt })
    .where(
      and(
        eq(idempotencyKeys.id, id),
        isNull(idempotencyKeys.status),
        lt(idempotencyKeys.startedAt, abandoned),
      ),
    )
    .returning({ id: idempotencyKeys.id });
  return taken.length > 0 ? { state: "new" } : undefined;
}

async function read(db: Executor, id: string, fingerprint: string): Promise<Begun> {
  const [row] = await db.select().from(idempotencyKeys).where(eq(idempotencyKeys.id, id));
  if (!row) return { state: "running" };
  if (row.fingerprint !== fingerprint) return { state: "mismatch" };
  if (row.status === null) return { state: "running" };
  const response: StoredResponse = { status: row.status, headers: row.headers ?? {}, body: row.body ?? "" };
  return { state: "done", response };
}

function idOf(key: string): string {
  return createHash("sha256").update(key).digest("hex");
}
