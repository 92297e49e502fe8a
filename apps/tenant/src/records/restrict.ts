import { defineCommand, nothing } from "../command.ts";
import { can } from "../identity/index.ts";
import { restrictable } from "./model.ts";
import { insertRestriction } from "./store.ts";

/**
 * Closes a record in which somebody may have disclosed something. Whoever does it goes on to read it; nobody
 * else does without leaving a line. Doing it twice changes nothing.
 */
export const restrictRecord = defineCommand({
  name: "records.restrict",
  input: restrictable,
  load: nothing,
  authorize: (actor) => can(actor, "records:restrict"),
  async run(unit, about) {
    const { personId } = unit.actor;
    const done = await insertRestriction(unit.tx, {
      id: unit.ids.next("rst"),
      subjectKind: about.kind,
      subjectId: about.id,
      restrictedAt: unit.clock.now(),
      readers: personId ? [personId] : [],
    });
    return { result: undefined, audit: done ? { action: "records.restricted", subject: about } : [] };
  },
});
