import type { Executor } from "@concord/database";
import { and, asc, count, eq, getTableColumns, like, type SQL, sql } from "drizzle-orm";
import { plain } from "./model.ts";
import { memberLocations, members } from "./tables.ts";

/** What narrows the public directory. */
export interface DirectoryFilter {
  readonly text?: string | undefined;
  readonly sector?: string | undefined;
  readonly countyFips?: string | undefined;
}

export interface DirectoryCursor {
  readonly sortName: string;
  readonly id: string;
}

/** Only what the directory may show is read: what is not read cannot leak. */
export type DirectoryRow = Awaited<ReturnType<typeof listListed>>[number];

const { id, legalName, doingBusinessAs, sector, level, website, joinedOn, sortName } =
  getTableColumns(members);

interface PublishedPlace {
  readonly city: string;
  readonly countyFips: string;
  readonly street: string;
}

/**
 * In the same query as the members, so that a page takes one round trip. Written out, since drizzle drops
 * the tables' names from what it selects, and `id` would then mean the location's.
 */
const publishedPlaces = sql`(
  select coalesce(json_agg(json_build_object('city', place.city, 'countyFips', place.county_fips, 'street', place.street)
    order by place.position), '[]')::text
  from member_locations place where place.member_id = members.id and place.published
)`.mapWith((text: string): readonly PublishedPlace[] => JSON.parse(text));

const shown = {
  id,
  legalName,
  doingBusinessAs,
  sector,
  level,
  website,
  joinedOn,
  sortName,
  places: publishedPlaces,
};

/** A page of the directory, in the order of a phone book. */
export function listListed(
  db: Executor,
  filter: DirectoryFilter,
  page: { readonly after?: DirectoryCursor | undefined; readonly limit: number },
) {
  const { after, limit } = page;
  const values = { ...valuesOf(filter), afterName: after?.sortName, afterId: after?.id, limit };
  return preparedFor(db, filter, after !== undefined).page.execute(values);
}

/** A search by name is counted no further than one beyond this. */
export const mostFound = 1_000;

export async function countListed(db: Executor, filter: DirectoryFilter): Promise<number> {
  const [row] = await preparedFor(db, filter, false).count.execute(valuesOf(filter));
  return row?.number ?? 0;
}

/** One listed member, or undefined where it is not there, not listed or not in force. */
export async function findListed(db: Executor, memberId: string): Promise<DirectoryRow | undefined> {
  const [row] = await db
    .select(shown)
    .from(members)
    .where(and(inForceAndListed, eq(members.id, memberId)));
  return row;
}

/** A pattern that finds words anywhere in a searchable name. */
export function containing(text: string): string {
  return `%${plain(text).replaceAll(/[%_\\]/g, "\\$&")}%`;
}

// Written as in the partial indexes, which the planner then uses.
const inForceAndListed = sql`${members.listed} and ${members.status} = 'active'`;

/** Locations that may be published, as a condition on the members that have one in a county. */
function publishedIn(county: SQL | ReturnType<typeof sql.placeholder>): SQL {
  return sql`exists (select 1 from ${memberLocations} where ${memberLocations.memberId} = ${members.id} and ${memberLocations.countyFips} = ${county} and ${memberLocations.published})`;
}

/**
 * The index of names knows three letters in a row: with them all matches are found at once and then sorted, and the
 * order's own index must not be read along; with fewer it is read along until a page is full. The planner cannot
 * tell, and an expression is what keeps it off an index.
 */
const isIndexed = ({ text = "" }: DirectoryFilter) => /[\p{L}\p{N}]{3}/u.test(plain(text));

function prepare(db: Executor, filter: DirectoryFilter, paged: boolean, name: string) {
  const byIndex = isIndexed(filter);
  const named = byIndex ? members.searchName : sql`(${members.searchName} || '')`;
  const order = byIndex ? sql`${members.sortName} || ''` : members.sortName;
  const matching = [
    inForceAndListed,
    filter.text ? like(named, sql.placeholder("text")) : undefined,
    filter.sector ? eq(members.sector, sql.placeholder("sector")) : undefined,
    filter.countyFips ? publishedIn(sql.placeholder("countyFips")) : undefined,
  ];
  const beyond = sql`(${members.sortName}, ${members.id}) > (${sql.placeholder("afterName")}, ${sql.placeholder("afterId")})`;
  const found = db
    .select({ one: sql`1`.as("one") })
    .from(members)
    .where(and(...matching));
  // A search by name may fit nearly everybody and has no index that counts; nobody reads on that far.
  const counted = (filter.text ? found.limit(mostFound + 1) : found).as("found");
  return {
    page: db
      .select(shown)
      .from(members)
      .where(and(...matching, paged ? beyond : undefined))
      .orderBy(asc(order), asc(members.id))
      .limit(sql.placeholder("limit"))
      .prepare(name),
    count: db.select({ number: count() }).from(counted).prepare(`${name}_count`),
  };
}

/** Prepared queries belong to the database they were made on, and end with it. */
const made = new WeakMap<Executor, Map<string, ReturnType<typeof prepare>>>();

function preparedFor(db: Executor, filter: DirectoryFilter, paged: boolean) {
  const known = made.get(db) ?? new Map<string, ReturnType<typeof prepare>>();
  made.set(db, known);
  const parts = [
    filter.text && (isIndexed(filter) ? "text" : "letters"),
    filter.sector && "sector",
    filter.countyFips && "county",
    paged && "on",
  ];
  const name = ["directory", ...parts.filter(Boolean)].join("_");
  const found = known.get(name) ?? prepare(db, filter, paged, name);
  known.set(name, found);
  return found;
}

function valuesOf({ text, sector: wanted, countyFips }: DirectoryFilter) {
  return { text: text && containing(text), sector: wanted, countyFips };
}
