import { textIn } from "../profile/index.ts";
import type { ChecklistEntry } from "./checklist.ts";
import { longDay } from "./long-day.ts";
import { messages } from "./messages.ts";

/** What a member still owes and by when, as a letter lists it: what is due first comes first. */
export function dueText(checklist: readonly ChecklistEntry[], locale: string): string {
  const t = messages.in(locale);
  const open = checklist.flatMap(({ done, due, commitment }) => (done || !due ? [] : [{ due, commitment }]));
  if (open.length === 0) return t("letter.nothing-due");
  const items = open
    .toSorted((one, other) => one.due.localeCompare(other.due))
    .map(({ due, commitment }) =>
      t("letter.due-item", { day: longDay(due, locale), what: textIn(commitment.text, locale) }),
    );
  return [t("letter.due"), ...items.map((item) => `- ${item}`)].join("\n");
}
