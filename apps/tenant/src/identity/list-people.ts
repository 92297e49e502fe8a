import { z } from "zod";
import { defineQuery, nothing } from "../command.ts";
import { can } from "./permissions.ts";
import { listOfficers, searchPeople } from "./store.ts";

/** The office's staff, and the people a search finds. */
export const listPeople = defineQuery({
  name: "identity.list-people",
  input: z.object({ search: z.string().trim().max(100).optional() }),
  load: nothing,
  authorize: (actor) => can(actor, "people:manage"),
  async run(context, input) {
    const [officers, found] = await Promise.all([
      listOfficers(context.db),
      input.search ? searchPeople(context.db, input.search, 25) : [],
    ]);
    return { officers, found };
  },
});
