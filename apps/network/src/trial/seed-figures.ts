import { addDays, addMonths, type Day } from "@concord/runtime";
import { publishFigures } from "@concord/tenant";
import { at, fill, type History } from "./history.ts";

/** Publishes every month's figures a few days after its end, oldest first, and the running month's as it stands. */
export async function seedFigures(
  history: History,
  begins: Day,
  today: Day,
  monthsLate: number,
): Promise<void> {
  const months: string[] = [];
  for (let day = `${begins.slice(0, 7)}-01`; day <= today; day = addMonths(day, 1))
    months.push(day.slice(0, 7));
  await fill(history, {
    name: "figures",
    batch: 1,
    plan: months.slice(0, months.length - monthsLate),
    make: (unit, month) => {
      const published = addDays(addMonths(`${month}-01`, 1), 3);
      return publishFigures(published < today ? at(unit, published) : unit, { month });
    },
  });
}
