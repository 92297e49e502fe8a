import { createHash } from "node:crypto";
import { type Database, defineQueue, type Executor, type Tx } from "@concord/database";
import type { Begun, Claim, IdempotencyStore, StoredResponse } from "@concord/http";
import { type Clock, DomainError } from "@concord/runtime";
import { and, eq, isNull, lt } from "drizzle-orm";
import { idempotencyKeys } from "./tables.ts";

/** A request that began longer ago than this, and gave no answer, was killed: its key may be used again. */
const abandonedMs = 60_000;
const keptMs = 24 * 3_600_000;

/** Keeps keys and answers for a day, in the instance's own database. `join` is given the effect's transaction. */
export function idempotencyStore(database: Database, clock: Clock, join: (tx: Tx) => void): IdempotencyStore {
  const { db } = database;
  return {
    async begin(key, fingerprint) {
      const id = idOf(key);
      const startedAt = clock.now();
      const claimed = (): Begun => ({ state: "new", claim: claimOf(database, { id, startedAt }, join) });
      const taken = await db
        .insert(idempotencyKeys)
        .values({ id, fingerprint, startedAt })
        .onConflictDoNothing()
        .returning({ id: idempotencyKeys.id });
      if (taken.length > 0) return claimed();
      const abandoned = new Date(startedAt.getTime() - abandonedMs);
      if (await takeOver(db, { id, fingerprint, startedAt }, abandoned)) return claimed();
      return read(db, id, fingerprint);
    },
  };
}

/** Undoes the effect of a request that is answered with a refusal. */
const refused = new Error("refused");

function claimOf(
  { db, transaction }: Database,
  { id, startedAt }: { id: string; startedAt: Date },
  join: (tx: Tx) => void,
): Claim {
  // Not the id alone: another request may have taken the key over since.
  const mine = and(
    eq(idempotencyKeys.id, id),
    eq(idempotencyKeys.startedAt, startedAt),
    isNull(idempotencyKeys.status),
  );
  const effectAndAnswer = async (tx: Tx, effect: () => Promise<StoredResponse | undefined>) => {
    join(tx);
    const response = await effect();
    if (!response) throw refused;
    const kept = await tx
      .update(idempotencyKeys)
      .set(response)
      .where(mine)
      .returning({ id: idempotencyKeys.id });
    if (kept.length === 0) throw new DomainError("http.idempotency-in-progress", "conflict");
  };
  return {
    async settle(effect) {
      try {
        await transaction((tx) => effectAndAnswer(tx, effect));
      } catch (error) {
        await db.delete(idempotencyKeys).where(mine);
        if (error !== refused) throw error;
      }
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
  { id, ...mine }: { id: string; fingerprint: string; startedAt: Date },
  abandoned: Date,
): Promise<boolean> {
  const taken = await db
    .update(idempotencyKeys)
    .set(mine)
    .where(
      and(
        eq(idempotencyKeys.id, id),
        isNull(idempotencyKeys.status),
        lt(idempotencyKeys.startedAt, abandoned),
      ),
    )
    .returning({ id: idempotencyKeys.id });
  return taken.length > 0;
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
