import { z } from "zod";
import { defineQuery, nothing } from "../command.ts";
import type { Person, Role } from "./model.ts";
import { can } from "./permissions.ts";
import { grantsOfAll, listByRole, pageOfPeople } from "./store.ts";

export const peoplePosition = z.object({ name: z.string().max(200), id: z.string().max(60) });

export interface PersonWithRoles extends Person {
  readonly roles: readonly { readonly role: Role; readonly memberId: string | null }[];
}

/** The office's staff, and everybody or whom a search finds, with their roles, by name. */
export const listPeople = defineQuery({
  name: "identity.list-people",
  input: z.object({
    search: z.string().trim().max(100).optional(),
    after: peoplePosition.optional(),
    limit: z.number().int().min(1).max(100).default(25),
  }),
  load: nothing,
  authorize: (actor) => can(actor, "people:manage"),
  async run({ db }, { search, after, limit }) {
    const [officers, rows] = await Promise.all([
      listByRole(db, ["officer"]),
      pageOfPeople(db, { text: search, after, limit: limit + 1 }),
    ]);
    const page = rows.slice(0, limit);
    const grants = await grantsOfAll(
      db,
      page.map(({ id }) => id),
    );
    const people: PersonWithRoles[] = page.map((person) => ({
      ...person,
      roles: grants.filter(({ personId }) => personId === person.id),
    }));
    const last = page.at(-1);
    const next = rows.length > limit && last ? { name: last.name, id: last.id } : undefined;
    return { officers, people, ...(next ? { next } : {}) };
  },
});
