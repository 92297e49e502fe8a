import type { Executor, Tx } from "@concord/database";
import type { Day } from "@concord/runtime";
import { and, asc, eq, gte, inArray, isNull, lt, lte, ne, or, sql } from "drizzle-orm";

import { type Location, type Member, searchName, sortName } from "./model.ts";
import { memberEvents, memberLocations, memberNumbers, members } from "./tables.ts";

export type StoredLocation = typeof memberLocations.$inferSelect;
type StoredMember = typeof members.$inferSelect;
export type MemberEvent = typeof memberEvents.$inferInsert;

export async function insertMember(tx: Tx, member: Member): Promise<void> {
  await tx.insert(members).values(rowOf(member));
}

export async function saveMember(tx: Tx, member: Member): Promise<void> {
  await tx.update(members).set(rowOf(member)).where(eq(members.id, member.id));
}

function rowOf(member: Member) {
  return {
    ...member,
    commitments: [...member.commitments],
    sortName: sortName(member.legalName),
    searchName: searchName(member.legalName, member.doingBusinessAs),
  };
}

export async function findMember(db: Executor, id: string): Promise<Member | undefined> {
  const [row] = await db.select().from(members).where(eq(members.id, id));
  return row;
}

/** The member, held until the transaction ends. */
export async function lockMember(tx: Tx, id: string): Promise<StoredMember | undefined> {
  const [row] = await tx.select().from(members).where(eq(members.id, id)).for("update");
  return row;
}

export function findMembers(db: Executor, ids: readonly string[]): Promise<Member[]> {
  if (ids.length === 0) return Promise.resolve([]);
  return db
    .select()
    .from(members)
    .where(inArray(members.id, [...ids]))
    .orderBy(asc(members.sortName));
}

/** Members of the same name or contact, as a hint at duplicates. */
export function findMembersAlike(
  db: Executor,
  said: { readonly name: string; readonly email: string },
): Promise<Member[]> {
  return db
    .select()
    .from(members)
    .where(or(eq(members.sortName, sortName(said.name)), eq(members.contactEmail, said.email)))
    .orderBy(asc(members.sortName))
    .limit(10);
}

/** Replaces a member's locations as a whole. */
export async function saveLocations(
  tx: Tx,
  memberId: string,
  locations: readonly (Location & { id: string })[],
): Promise<void> {
  await tx.delete(memberLocations).where(eq(memberLocations.memberId, memberId));
  await tx
    .insert(memberLocations)
    .values(locations.map((place, position) => ({ ...place, memberId, position })));
}

export function locationsOf(db: Executor, memberIds: readonly string[]): Promise<StoredLocation[]> {
  if (memberIds.length === 0) return Promise.resolve([]);
  return db
    .select()
    .from(memberLocations)
    .where(inArray(memberLocations.memberId, [...memberIds]))
    .orderBy(asc(memberLocations.memberId), asc(memberLocations.position));
}

/** Publishes exactly the named locations of a member. */
export async function publishLocations(tx: Tx, memberId: string, ids: readonly string[]): Promise<void> {
  await tx
    .update(memberLocations)
    .set({ published: ids.length === 0 ? sql`false` : inArray(memberLocations.id, [...ids]) })
    .where(eq(memberLocations.memberId, memberId));
}

export async function insertEvent(tx: Tx, event: MemberEvent): Promise<void> {
  await tx.insert(memberEvents).values(event);
}

/** Gives out the next number of a year; the row lock makes numbers unique and without a gap. */
export async function nextMemberNumber(tx: Tx, year: number): Promise<number> {
  const [row] = await tx
    .insert(memberNumbers)
    .values({ year, last: 1 })
    .onConflictDoUpdate({ target: memberNumbers.year, set: { last: sql`${memberNumbers.last} + 1` } })
    .returning({ last: memberNumbers.last });
  return row?.last ?? 1;
}

/** Memberships in force whose last day, and whatever grace the profile gives, is over. */
export function membersExpiredBefore(db: Executor, day: Day, limit: number): Promise<Member[]> {
  return db
    .select()
    .from(members)
    .where(and(eq(members.status, "active"), lt(members.validUntil, day)))
    .orderBy(asc(members.validUntil))
    .limit(limit);
}

/** Memberships whose renewal window is open and whose contact was not told yet. */
export function membersToRemind(
  db: Executor,
  window: { readonly from: Day; readonly until: Day },
  limit: number,
): Promise<Member[]> {
  return db
    .select()
    .from(members)
    .where(
      and(
        eq(members.status, "active"),
        gte(members.validUntil, window.from),
        lte(members.validUntil, window.until),
        or(isNull(members.remindedFor), ne(members.remindedFor, members.validUntil)),
      ),
    )
    .orderBy(asc(members.validUntil))
    .limit(limit);
}

export async function markReminded(tx: Tx, member: Member): Promise<void> {
  await tx.update(members).set({ remindedFor: member.validUntil }).where(eq(members.id, member.id));
}
