import { DomainError } from "@concord/runtime";
import { z } from "zod";
import { defineQuery, nothing } from "../command.ts";
import type { Context } from "../context.ts";
import { shownOfPlace } from "./model.ts";
import { countListed, type DirectoryRow, findListed, listListed } from "./store-directory.ts";

/** An empty box of a search form narrows nothing. */
const narrowing = (max: number) =>
  z
    .string()
    .trim()
    .max(max, "field.too-big")
    .optional()
    .transform((value) => value || undefined);

export const directoryFilters = {
  text: narrowing(100),
  sector: narrowing(5),
  countyFips: narrowing(5),
};

export const directoryCursor = z.object({ sortName: z.string(), id: z.string() });

export interface DirectoryEntry {
  readonly id: string;
  readonly name: string;
  readonly doingBusinessAs: string | null;
  readonly sector: string;
  readonly level: string;
  readonly website: string | null;
  readonly memberSince: string;
  /** Only locations the member chose to publish; the street only where the program shows it. */
  readonly locations: readonly {
    readonly city: string;
    readonly countyFips: string;
    readonly street?: string;
  }[];
}

export interface DirectoryPage {
  readonly entries: readonly DirectoryEntry[];
  readonly next?: z.infer<typeof directoryCursor>;
}

/** Members that agreed to be listed: what anybody may see. */
export const listDirectory = defineQuery({
  name: "membership.directory",
  input: z.object({
    ...directoryFilters,
    after: directoryCursor.optional(),
    limit: z.number().int().min(1).max(1_000).default(25),
  }),
  load: nothing,
  authorize: () => true,
  async run(context, { after, limit, ...filter }): Promise<DirectoryPage> {
    const rows = await listListed(context.db, filter, { after, limit: limit + 1 });
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return {
      entries: shown.map((row) => directoryEntry(context, row)),
      ...(rows.length > limit && last ? { next: { sortName: last.sortName, id: last.id } } : {}),
    };
  },
});

/** How many members the directory shows for a search; by name, at most one more than `mostFound`. */
export const countDirectory = defineQuery({
  name: "membership.count-directory",
  input: z.object(directoryFilters),
  load: nothing,
  authorize: () => true,
  run: (context, input) => countListed(context.db, input),
});

/** One listed member. One that is held, lapsed or unlisted is as absent as one that never was. */
export const readDirectoryEntry = defineQuery({
  name: "membership.directory-entry",
  input: z.object({ memberId: z.string().max(80) }),
  load: nothing,
  authorize: () => true,
  async run(context, { memberId }) {
    const row = await findListed(context.db, memberId);
    if (!row) throw new DomainError("membership.not-found", "not-found");
    return directoryEntry(context, row);
  },
});

function directoryEntry(context: Context, row: DirectoryRow): DirectoryEntry {
  const showsStreet = shownOfPlace(context.tenant.profile.membership) === "street";
  return {
    id: row.id,
    name: row.legalName,
    doingBusinessAs: row.doingBusinessAs,
    sector: row.sector,
    level: row.level,
    website: row.website,
    memberSince: row.joinedOn,
    locations: row.places.map(({ street, ...place }) => (showsStreet ? { ...place, street } : place)),
  };
}
