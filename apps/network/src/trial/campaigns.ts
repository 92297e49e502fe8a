import { addDays, addMonths, type Day, daysBetween } from "@concord/runtime";
import type { Chance } from "./random.ts";

/** The newest month that is over and that a region compares, by its first day. */
function comparedMonth(today: Day): Day {
  return `${addMonths(addDays(today, -10), -1).slice(0, 7)}-01`;
}

/**
 * A day on which a program's push reaches somebody who is with it since a day: each January, the month of awareness,
 * and the last month that is over. Undefined where there was no push since.
 */
export function campaignDay(chance: Chance, since: Day, today: Day): Day | undefined {
  const januaries = [0, 1, 2].map((back) => `${Number(today.slice(0, 4)) - back}-01-01`);
  const over = [comparedMonth(today), ...januaries.filter((first) => addMonths(first, 1) < today)];
  const pushes = over.filter((first) => first >= since);
  if (pushes.length === 0) return undefined;
  const first = chance.pick(pushes);
  return addDays(first, chance.between(0, daysBetween(first, addMonths(first, 1)) - 1));
}
