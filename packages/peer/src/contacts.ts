import { nextAttemptIn } from "@concord/federation";
import { and, eq, gt, lte, sql } from "drizzle-orm";
import type { PeerContext } from "./context.ts";
import { contacts } from "./tables.ts";

/** A member says that its feed has grown: pull soon, but not more than once a second. */
export async function noteHint({ database, clock }: PeerContext, code: string): Promise<void> {
  const now = clock.now();
  const due = sql`greatest(${now.toISOString()}::timestamptz, ${contacts.lastAttemptAt} + interval '1 second')`;
  await database.db
    .insert(contacts)
    .values({ code, nextAttemptAt: now, hintedAt: now, lastHeardAt: now })
    .onConflictDoUpdate({
      target: contacts.code,
      set: { nextAttemptAt: due, hintedAt: now, lastHeardAt: now, failures: 0 },
    });
}

/** Any contact from a peer ends its back-off: nobody else would wake us (Matrix learned this). */
export async function noteContact({ database, clock }: PeerContext, code: string): Promise<void> {
  const now = clock.now();
  await database.db
    .update(contacts)
    .set({ failures: 0, nextAttemptAt: now, lastHeardAt: now })
    .where(and(eq(contacts.code, code), gt(contacts.failures, 0)));
}

/** A pull went well and files are still missing: come back as after a failure, and at any contact, not at the next poll. */
export async function noteMissing(
  { database, clock, pollSeconds = 300 }: PeerContext,
  code: string,
  misses: { readonly inARow: number; readonly random: number },
): Promise<void> {
  const wait = nextAttemptIn({ failures: misses.inARow, pollSeconds, random: misses.random });
  const soon = new Date(clock.now().getTime() + Math.min(wait, pollSeconds) * 1000);
  await database.db
    .update(contacts)
    .set({
      failures: sql`greatest(${contacts.failures}, 1)`,
      nextAttemptAt: sql`least(${contacts.nextAttemptAt}, ${soon.toISOString()}::timestamptz)`,
    })
    .where(eq(contacts.code, code));
}

export async function dueContacts({ database, clock }: PeerContext): Promise<string[]> {
  const rows = await database.db
    .select({ code: contacts.code })
    .from(contacts)
    .where(lte(contacts.nextAttemptAt, clock.now()));
  return rows.map((row) => row.code);
}

/** At a start every member is due within a few seconds, spread out. */
export async function spreadContacts(
  { database, clock }: PeerContext,
  codes: readonly string[],
  spreadMilliseconds: (code: string) => number,
): Promise<void> {
  for (const code of codes) {
    const nextAttemptAt = new Date(clock.now().getTime() + spreadMilliseconds(code));
    await database.db
      .insert(contacts)
      .values({ code, nextAttemptAt })
      .onConflictDoUpdate({ target: contacts.code, set: { nextAttemptAt } });
  }
}
