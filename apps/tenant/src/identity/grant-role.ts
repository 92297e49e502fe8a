import { DomainError } from "@concord/runtime";
import { z } from "zod";
import { defineCommand } from "../command.ts";
import { role } from "./model.ts";
import { can } from "./permissions.ts";
import { findPerson, removeGrant, saveGrant } from "./store.ts";

const personId = z.string().startsWith("per_");
const memberId = z.string().startsWith("mem_");

/** Gives a person a role, for one membership where the role is a member's. Granting twice changes nothing. */
export const grantRole = defineCommand({
  name: "identity.grant-role",
  input: z.object({ personId, role, memberId: memberId.optional() }),
  load: (unit, input) => knownPerson(unit.tx, input.personId),
  authorize: (actor) => can(actor, "people:manage"),
  async run(unit, input, person) {
    const granted = await saveGrant(unit.tx, {
      id: unit.ids.next("grt"),
      personId: person.id,
      role: input.role,
      memberId: input.memberId ?? null,
      grantedAt: unit.clock.now(),
    });
    const after = { role: input.role, memberId: input.memberId };
    const audit = { action: "identity.role-granted", subject: { kind: "person", id: person.id }, after };
    return { result: person, audit: granted ? audit : [] };
  },
});

/**
 * Takes a role away, a member's for one membership; nobody can take their own, so that an office is never left
 * with no officer by accident. Taking it twice changes nothing.
 */
export const revokeRole = defineCommand({
  name: "identity.revoke-role",
  input: z.object({ personId, role, memberId: memberId.optional() }),
  load: (unit, input) => knownPerson(unit.tx, input.personId),
  authorize: (actor) => can(actor, "people:manage"),
  async run(unit, input, person) {
    if (unit.actor.personId === person.id) throw new DomainError("identity.own-role", "conflict");
    const removed = await removeGrant(unit.tx, person.id, input.role, input.memberId ?? null);
    const before = { role: input.role, memberId: input.memberId };
    const audit = { action: "identity.role-revoked", subject: { kind: "person", id: person.id }, before };
    return { result: person, audit: removed > 0 ? audit : [] };
  },
});

async function knownPerson(tx: Parameters<typeof findPerson>[0], id: string) {
  const person = await findPerson(tx, id);
  if (!person) throw new DomainError("identity.person-not-found", "not-found");
  return person;
}
