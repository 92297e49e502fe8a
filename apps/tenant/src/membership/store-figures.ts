import type { Executor } from "@concord/database";
import type { Day } from "@concord/runtime";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { memberEvents, memberLocations, members } from "./tables.ts";

const rows = <Shape extends z.ZodType>(shape: Shape, found: Iterable<unknown>) =>
  z.array(shape).parse([...found]);

const eventCount = z.object({ kind: z.string(), number: z.coerce.number() });
const memberCount = z.object({
  level: z.string(),
  sector: z.string(),
  members: z.coerce.number(),
  employees: z.coerce.number(),
});
const countyCount = z.object({ county: z.string(), members: z.coerce.number() });

/** Memberships in force at the end of a day, as the events up to it leave them, by level and sector. */
export async function membersInForce(db: Executor, day: Day) {
  const found = await db.execute(sql`
    ${inForceOn(day)}
    select last.level, ${members.sector} as sector, count(*) as members, sum(${members.employees}) as employees
    from last join ${members} on ${members.id} = last.member_id
    where last.kind in ('joined', 'renewed', 'released')
    group by 1, 2 order by 1, 2`);
  return rows(memberCount, found);
}

/** Members by county, of published locations only. */
export async function membersByCounty(db: Executor, day: Day) {
  const found = await db.execute(sql`
    ${inForceOn(day)}
    select ${memberLocations.countyFips} as county, count(distinct last.member_id) as members
    from last join ${memberLocations} on ${memberLocations.memberId} = last.member_id
    where last.kind in ('joined', 'renewed', 'released') and ${memberLocations.published}
    group by 1 order by 1`);
  return rows(countyCount, found);
}

/** How many memberships joined, were renewed, lapsed or were revoked from one day to another, both included. */
export async function eventsBetween(db: Executor, from: Day, until: Day) {
  const found = await db.execute(sql`
    select kind, count(*) as number from ${memberEvents}
    where ${memberEvents.on} between ${from} and ${until} group by 1`);
  return new Map(rows(eventCount, found).map(({ kind, number }) => [kind, number]));
}

/** The last thing that happened to each membership up to a day. */
function inForceOn(day: Day) {
  return sql`with last as (
    select distinct on (member_id) member_id, kind, level from ${memberEvents}
    where ${memberEvents.on} <= ${day} order by member_id, "on" desc, seq desc)`;
}
