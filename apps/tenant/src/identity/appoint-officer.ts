import { z } from "zod";
import { defineCommand, nothing } from "../command.ts";
import { ensurePerson } from "./ensure-person.ts";
import { grantRole } from "./grant-role.ts";
import { email } from "./model.ts";
import { can } from "./permissions.ts";

/** Makes somebody an officer by e-mail address, known to the program or not. */
export const appointOfficer = defineCommand({
  name: "identity.appoint-officer",
  input: z.object({ email, name: z.string().trim().min(1, "field.required").max(200, "field.too-big") }),
  load: nothing,
  authorize: (actor) => can(actor, "people:manage"),
  async run(unit, input) {
    const person = await ensurePerson(unit, { ...input, locale: unit.locale });
    await grantRole(unit, { personId: person.id, role: "officer" });
    // Both verbs wrote their own audit rows.
    return { result: person, audit: [] };
  },
});
