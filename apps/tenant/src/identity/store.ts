import type { Executor, Tx } from "@concord/database";
import { and, asc, eq, gt, ilike, inArray, isNull, or, sql } from "drizzle-orm";
import type { Person, Role } from "./model.ts";
import { apiTokens, people, roleGrants } from "./tables.ts";

export async function findPersonByEmail(db: Executor, email: string): Promise<Person | undefined> {
  const [row] = await db.select().from(people).where(eq(people.email, email));
  return row;
}

export async function findPerson(db: Executor, id: string): Promise<Person | undefined> {
  const [row] = await db.select().from(people).where(eq(people.id, id));
  return row;
}

/** Keeps the first person of an address and returns whoever is kept. */
export async function keepPerson(tx: Tx, person: Person & { createdAt: Date }): Promise<Person> {
  await tx.insert(people).values(person).onConflictDoNothing({ target: people.email });
  return (await findPersonByEmail(tx, person.email)) ?? person;
}

export function grantsOf(db: Executor, personId: string): Promise<{ role: Role; memberId: string | null }[]> {
  return db
    .select({ role: roleGrants.role, memberId: roleGrants.memberId })
    .from(roleGrants)
    .where(eq(roleGrants.personId, personId));
}

export interface NewGrant {
  readonly id: string;
  readonly personId: string;
  readonly role: Role;
  readonly memberId: string | null;
  readonly grantedAt: Date;
}

/** False where the person holds the role already. */
export async function saveGrant(tx: Tx, grant: NewGrant): Promise<boolean> {
  const same = held(grant.personId, grant.role, grant.memberId);
  const [known] = await tx.select({ id: roleGrants.id }).from(roleGrants).where(same);
  if (known) return false;
  await tx.insert(roleGrants).values(grant);
  return true;
}

/** Of a member's roles, the one for that membership only. */
export async function removeGrant(
  tx: Tx,
  personId: string,
  role: Role,
  memberId: string | null,
): Promise<number> {
  const removed = await tx
    .delete(roleGrants)
    .where(held(personId, role, memberId))
    .returning({ id: roleGrants.id });
  return removed.length;
}

function held(personId: string, role: Role, memberId: string | null) {
  return and(
    eq(roleGrants.personId, personId),
    eq(roleGrants.role, role),
    memberId === null ? isNull(roleGrants.memberId) : eq(roleGrants.memberId, memberId),
  );
}

/** Who holds one of these roles, by name. */
export function listByRole(db: Executor, roles: readonly Role[]): Promise<Person[]> {
  return db
    .selectDistinct({ id: people.id, email: people.email, name: people.name, locale: people.locale })
    .from(people)
    .innerJoin(roleGrants, eq(roleGrants.personId, people.id))
    .where(inArray(roleGrants.role, [...roles]))
    .orderBy(asc(people.name), asc(people.id));
}

export interface PeoplePosition {
  readonly name: string;
  readonly id: string;
}

/** Everybody, or whom a text finds by name or address: by name, a page at a time. */
export function pageOfPeople(
  db: Executor,
  page: { text?: string | undefined; after?: PeoplePosition | undefined; limit: number },
): Promise<Person[]> {
  const { text, after, limit } = page;
  const pattern = text && `%${text.replaceAll(/[%_\\]/g, "\\$&")}%`;
  return db
    .select()
    .from(people)
    .where(
      and(
        pattern ? or(ilike(people.name, pattern), ilike(people.email, pattern)) : undefined,
        after && sql`(${people.name}, ${people.id}) > (${after.name}, ${after.id})`,
      ),
    )
    .orderBy(asc(people.name), asc(people.id))
    .limit(limit);
}

export function grantsOfAll(
  db: Executor,
  personIds: readonly string[],
): Promise<{ personId: string; role: Role; memberId: string | null }[]> {
  return db
    .select({ personId: roleGrants.personId, role: roleGrants.role, memberId: roleGrants.memberId })
    .from(roleGrants)
    .where(inArray(roleGrants.personId, [...personIds]))
    .orderBy(asc(roleGrants.grantedAt), asc(roleGrants.id));
}

export type TokenRow = typeof apiTokens.$inferSelect;

export async function saveToken(tx: Tx, token: TokenRow): Promise<void> {
  await tx.insert(apiTokens).values(token);
}

/** The office's and the members'. What a person lets work with their own learning is theirs to see. */
export function listTokens(db: Executor): Promise<TokenRow[]> {
  return db.select().from(apiTokens).where(isNull(apiTokens.personId)).orderBy(asc(apiTokens.createdAt));
}

export function listTokensOf(
  db: Executor,
  owner: { readonly memberId: string } | { readonly personId: string },
): Promise<TokenRow[]> {
  return db
    .select()
    .from(apiTokens)
    .where(
      "memberId" in owner ? eq(apiTokens.memberId, owner.memberId) : eq(apiTokens.personId, owner.personId),
    )
    .orderBy(asc(apiTokens.createdAt));
}

export async function findToken(db: Executor, id: string): Promise<TokenRow | undefined> {
  const [row] = await db.select().from(apiTokens).where(eq(apiTokens.id, id));
  return row;
}

export async function revokeToken(tx: Tx, id: string, at: Date): Promise<number> {
  const rows = await tx
    .update(apiTokens)
    .set({ revokedAt: at })
    .where(and(eq(apiTokens.id, id), isNull(apiTokens.revokedAt)))
    .returning({ id: apiTokens.id });
  return rows.length;
}

export async function findLiveToken(
  db: Executor,
  tokenSha256: string,
  now: Date,
): Promise<TokenRow | undefined> {
  const [row] = await db
    .select()
    .from(apiTokens)
    .where(
      and(eq(apiTokens.tokenSha256, tokenSha256), isNull(apiTokens.revokedAt), gt(apiTokens.expiresAt, now)),
    );
  return row;
}
