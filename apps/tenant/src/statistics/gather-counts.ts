import { type Day, dayIn } from "@concord/runtime";
import type { Context } from "../context.ts";
import { type CreditCounts, countCredit } from "../education/index.ts";
import { countMembership, type MembershipCount } from "../membership/index.ts";
import { countToolkits, type ToolkitCounts } from "../toolkits/index.ts";
import { countTraining, type TrainingCounts } from "../trainings/index.ts";
import { lastDayOf, periodOf } from "./model.ts";

/** What a month's figures are made of, not yet protected: it never leaves the instance. */
export interface Counts {
  /** The day up to which is counted: the month's last, or today while it runs. */
  readonly asOf: Day;
  readonly membership: MembershipCount;
  readonly training: TrainingCounts;
  readonly credit: CreditCounts;
  readonly toolkits: ToolkitCounts;
}

export async function gatherCounts(context: Context, month: string): Promise<Counts> {
  const timeZone = context.tenant.profile.jurisdiction.timeZones.default;
  const period = periodOf(timeZone, month);
  const [membership, training, credit, toolkits] = await Promise.all([
    countMembership(context.db, month),
    countTraining(context.db, period),
    countCredit(context.db, period),
    countToolkits(context.db, period),
  ]);
  const today = dayIn(timeZone, context.clock.now());
  const last = lastDayOf(month);
  const [asOf = last] = [today, last].sort();
  return { asOf, membership, training, credit, toolkits };
}
