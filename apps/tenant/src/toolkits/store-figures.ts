import type { Executor } from "@concord/database";
import { and, type Column, count, countDistinct, gte, lt, sql } from "drizzle-orm";
import { toolkitAdoptions, toolkitPolicies, toolkitSteps } from "./tables.ts";

/** Moments: from the first up to, not including, the second. */
export interface Period {
  readonly from: Date;
  readonly until: Date;
}

export interface ToolkitCounts {
  /** Members that began with a toolkit, once for each toolkit. */
  readonly adoptions: number;
  /** Those members, each counted once. */
  readonly members: number;
  /** Steps recorded as done in the period, whenever they were done, and not undone since. */
  readonly stepsCompleted: number;
  /** Policy documents begun, adopted or not. */
  readonly policiesMade: number;
}

/** What members did with toolkits in a period: one total each, for no figure may point at a member. */
export async function countToolkits(db: Executor, period: Period): Promise<ToolkitCounts> {
  const within = (column: Column) => and(gte(column, period.from), lt(column, period.until));
  const [[begun], stepsCompleted, policiesMade] = await Promise.all([
    db
      .select({ adoptions: count(), members: countDistinct(toolkitAdoptions.memberId) })
      .from(toolkitAdoptions)
      .where(within(toolkitAdoptions.chosenAt)),
    db.$count(toolkitSteps, within(toolkitSteps.recordedAt)),
    db.$count(toolkitPolicies, within(toolkitPolicies.createdAt)),
  ]);
  return { ...(begun ?? { adoptions: 0, members: 0 }), stepsCompleted, policiesMade };
}

export interface ToolkitUse {
  readonly toolkitId: string;
  readonly adoptions: number;
  readonly finished: number;
  readonly policies: number;
}

/** How many members use each toolkit, how many finished its path as it is now, and how many policies they adopted. */
export async function useByToolkit(db: Executor): Promise<ToolkitUse[]> {
  const rows = await db.execute<ToolkitUse & Record<string, unknown>>(sql`
    select toolkits.id as "toolkitId", count(adoption.id)::int as adoptions,
      count(*) filter (where done.steps = cardinality(toolkits.step_ids) and done.steps > 0)::int as finished,
      coalesce(sum(made.policies), 0)::int as policies
    from toolkits
    left join toolkit_adoptions as adoption on adoption.toolkit_id = toolkits.id
    left join lateral (
      select count(*)::int as steps from toolkit_steps
      where adoption_id = adoption.id and step = any(toolkits.step_ids)
    ) as done on true
    left join lateral (
      select count(*)::int as policies from toolkit_policies
      where adoption_id = adoption.id and adopted_on is not null
    ) as made on true
    group by toolkits.id`);
  return [...rows];
}

export interface StepUse {
  readonly step: string;
  readonly members: number;
}

/** How many members have done each step of a toolkit. */
export async function useBySteps(db: Executor, toolkitId: string): Promise<StepUse[]> {
  const rows = await db.execute<StepUse & Record<string, unknown>>(sql`
    select step, count(*)::int as members
    from toolkit_steps join toolkit_adoptions on toolkit_adoptions.id = adoption_id
    where toolkit_id = ${toolkitId} group by step`);
  return [...rows];
}

export interface MemberUse {
  readonly adoptionId: string;
  readonly memberId: string;
  readonly name: string;
  readonly chosenAt: Date;
  readonly steps: readonly string[];
  readonly lastDone: string | null;
}

/** The members that chose a toolkit, the latest first. */
export async function useByMembers(
  db: Executor,
  toolkitId: string,
  page: {
    readonly before?: { readonly chosenAt: Date; readonly id: string } | undefined;
    readonly limit: number;
  },
): Promise<MemberUse[]> {
  const { before, limit } = page;
  const older = before
    ? sql`and (adoption.chosen_at, adoption.id) < (${before.chosenAt.toISOString()}::timestamptz, ${before.id})`
    : sql``;
  const rows = await db.execute<Omit<MemberUse, "chosenAt"> & { chosenAt: string | Date }>(sql`
    select adoption.id as "adoptionId", adoption.member_id as "memberId", members.legal_name as name,
      adoption.chosen_at as "chosenAt", coalesce(done.steps, '{}') as steps, done.last as "lastDone"
    from toolkit_adoptions as adoption
    join members on members.id = adoption.member_id
    left join lateral (
      select array_agg(step) as steps, max(done_on)::text as last from toolkit_steps where adoption_id = adoption.id
    ) as done on true
    where adoption.toolkit_id = ${toolkitId} ${older}
    order by adoption.chosen_at desc, adoption.id desc limit ${limit}`);
  return rows.map((row) => ({ ...row, chosenAt: new Date(row.chosenAt) }));
}
