import type { Executor } from "@concord/database";
import { and, asc, eq, getTableColumns, inArray, like, or, type SQL, sql } from "drizzle-orm";
import type { Member, MemberStatus } from "./model.ts";
import { containing, type DirectoryCursor, type DirectoryFilter } from "./store-directory.ts";
import { memberLocations, members } from "./tables.ts";

export interface MemberFilter extends DirectoryFilter {
  readonly level?: string | undefined;
  readonly statuses: readonly MemberStatus[];
}

export interface MemberRow extends Member {
  readonly sortName: string;
}

const { searchName: _searched, remindedFor: _reminded, ...shown } = getTableColumns(members);

/** A page of the office's list, in the order of a phone book. */
export function listMembers(
  db: Executor,
  filter: MemberFilter,
  page: { readonly after?: DirectoryCursor | undefined; readonly limit: number },
): Promise<MemberRow[]> {
  const { after, limit } = page;
  return db
    .select(shown)
    .from(members)
    .where(
      and(
        matching(filter),
        after && sql`(${members.sortName}, ${members.id}) > (${after.sortName}, ${after.id})`,
      ),
    )
    .orderBy(asc(members.sortName), asc(members.id))
    .limit(limit);
}

export function countMembers(db: Executor, filter: MemberFilter): Promise<number> {
  return db.$count(members, matching(filter));
}

function matching({ text, sector, level, countyFips, statuses }: MemberFilter): SQL | undefined {
  return and(
    inArray(members.status, [...statuses]),
    text
      ? or(
          like(members.searchName, containing(text)),
          eq(members.number, text.toUpperCase()),
          eq(members.contactEmail, text.toLowerCase()),
        )
      : undefined,
    sector ? eq(members.sector, sector) : undefined,
    level ? eq(members.level, level) : undefined,
    countyFips
      ? sql`exists (select 1 from ${memberLocations} where ${memberLocations.memberId} = ${members.id} and ${memberLocations.countyFips} = ${countyFips})`
      : undefined,
  );
}
