import { addDays, addMonths, type Day } from "@concord/runtime";
import type { Commitment, Level } from "../profile/index.ts";

export interface ChecklistEntry {
  readonly commitment: Commitment;
  readonly done: boolean;
  /** The day by which it is to be kept, or kept again. */
  readonly due?: Day;
  readonly overdue: boolean;
  readonly doneOn?: Day;
}

/**
 * What a member still owes of its commitments. One that recurs falls due so many months after it was last
 * kept, or after the term began; one that does not is due by the end of the term. Nothing is due after that end.
 */
export function checklist(
  commitments: readonly Commitment[],
  doneOn: ReadonlyMap<string, Day>,
  membership: { readonly validFrom: Day; readonly validUntil: Day },
  today: Day,
): ChecklistEntry[] {
  return commitments.map((commitment): ChecklistEntry => {
    const last = doneOn.get(commitment.id);
    const kept = last === undefined ? {} : { doneOn: last };
    if (commitment.everyMonths === undefined) {
      if (last !== undefined) return { commitment, done: true, overdue: false, ...kept };
      const due = membership.validUntil;
      return { commitment, done: false, due, overdue: due < today };
    }
    const next =
      last === undefined
        ? firstDue(membership.validFrom, commitment.everyMonths, today)
        : addMonths(last, commitment.everyMonths);
    const done = last !== undefined && today < next;
    const afterEnd = next > membership.validUntil;
    if (done && afterEnd) return { commitment, done, overdue: false, ...kept };
    const due = afterEnd ? membership.validUntil : next;
    return { commitment, done, due, overdue: !done && due < today, ...kept };
  });
}

/** The checklist of one membership, from what it has recorded; a level that is gone asks for nothing. */
export function memberChecklist(
  level: Pick<Level, "commitments"> | undefined,
  records: readonly { readonly commitment: string; readonly doneOn: Day }[],
  membership: { readonly validFrom: Day; readonly validUntil: Day },
  today: Day,
): ChecklistEntry[] {
  const doneOn = new Map(records.map((record) => [record.commitment, record.doneOn]));
  return checklist(level?.commitments ?? [], doneOn, membership, today);
}

/** Until a renewed term begins, what was never kept is due by the end of the term that still runs. */
function firstDue(validFrom: Day, months: number, today: Day): Day {
  return today < validFrom ? addDays(validFrom, -1) : addMonths(validFrom, months);
}
