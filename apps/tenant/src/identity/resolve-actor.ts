import { createHash } from "node:crypto";
import type { Executor } from "@concord/database";
import { type Actor, type Person, publicActor } from "./model.ts";
import { findLiveToken, findPerson, findPersonByEmail, grantsOf } from "./store.ts";

/** The actor of a person, with roles as they are now: a removed role ends with the next request. */
export async function actorOf(db: Executor, person: Person): Promise<Actor> {
  const grants = await grantsOf(db, person.id);
  return {
    kind: "person",
    id: person.id,
    personId: person.id,
    email: person.email,
    name: person.name,
    roles: [...new Set(grants.map((grant) => grant.role))],
    memberIds: [...new Set(grants.flatMap((grant) => grant.memberId ?? []))],
  };
}

export async function actorByEmail(db: Executor, email: string | undefined): Promise<Actor> {
  const person = email === undefined ? undefined : await findPersonByEmail(db, email);
  return person ? actorOf(db, person) : publicActor;
}

export function tokenSha256(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** The actor of a bearer token (RFC 6750), or undefined when it is unknown, revoked or expired. */
export async function actorByToken(db: Executor, token: string, now: Date): Promise<Actor | undefined> {
  const row = await findLiveToken(db, tokenSha256(token), now);
  if (!row) return undefined;
  const { id, scopes, memberId, personId } = row;
  if (personId) return personsToken(db, { id, scopes, personId });
  if (memberId) return { kind: "token", id, roles: ["member"], memberIds: [memberId], scopes };
  return { kind: "token", id, roles: ["officer"], memberIds: [], scopes };
}

/** Acts for one person's own learning, with none of the roles they hold. */
async function personsToken(
  db: Executor,
  { id, scopes, personId }: { id: string; scopes: readonly string[]; personId: string },
): Promise<Actor | undefined> {
  const person = await findPerson(db, personId);
  if (!person) return undefined;
  const { email, name } = person;
  return { kind: "token", id, personId, email, name, roles: ["learner"], memberIds: [], scopes };
}
