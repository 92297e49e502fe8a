import { z } from "zod";
import { defineCommand, nothing } from "../command.ts";
import { email } from "./model.ts";
import { can } from "./permissions.ts";
import { findPersonByEmail, keepPerson } from "./store.ts";

/** Finds the person of an address, or adds them. Called on sign-in and when a member or a learner is invited. */
export const ensurePerson = defineCommand({
  name: "identity.ensure-person",
  input: z.object({ email, name: z.string().trim().max(200).default(""), locale: z.string().min(2).max(10) }),
  load: nothing,
  authorize: (actor) => can(actor, "people:manage"),
  async run(unit, input) {
    const known = await findPersonByEmail(unit.tx, input.email);
    if (known) return { result: known, audit: [] };
    const person = await keepPerson(unit.tx, {
      ...input,
      id: unit.ids.next("per"),
      createdAt: unit.clock.now(),
    });
    return {
      result: person,
      audit: {
        action: "identity.person-added",
        subject: { kind: "person", id: person.id },
        after: { email: person.email, name: person.name },
      },
    };
  },
});
