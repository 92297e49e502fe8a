import { DomainError } from "@concord/runtime";
import { defineCommand } from "../command.ts";
import type { Unit } from "../context.ts";
import { can } from "../identity/index.ts";
import { type Restrictable, type Restriction, restrictable } from "./model.ts";
import { lockRestriction, markLifted, saveReaders } from "./store.ts";

/** Opens a restricted record to the officer who asks: a reading that the audit keeps. */
export const openRestricted = defineCommand({
  name: "records.open",
  input: restrictable,
  load: restricted,
  authorize: (actor) => can(actor, "records:restrict"),
  async run(unit, about, restriction) {
    const { personId } = unit.actor;
    if (!personId || restriction.readers.includes(personId)) return { result: undefined, audit: [] };
    await saveReaders(unit.tx, restriction.id, [...restriction.readers, personId]);
    return { result: undefined, audit: { action: "records.opened", subject: about } };
  },
});

/** Ends a restriction, when it was none or when all that had to be done was done. */
export const liftRestriction = defineCommand({
  name: "records.lift",
  input: restrictable,
  load: restricted,
  authorize: (actor) => can(actor, "records:restrict"),
  async run(unit, about, restriction) {
    await markLifted(unit.tx, restriction.id, unit.clock.now());
    return { result: undefined, audit: { action: "records.lifted", subject: about } };
  },
});

async function restricted(unit: Unit, about: Restrictable): Promise<Restriction> {
  const found = await lockRestriction(unit.tx, about);
  if (!found) throw new DomainError("records.not-restricted", "not-found");
  return found;
}
