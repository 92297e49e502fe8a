import { defineQueue } from "@concord/database";
import type { Context } from "../context.ts";
import { queueMail } from "../notifications/index.ts";
import { messages } from "./messages.ts";
import { lastDayOf, monthsBack } from "./model.ts";
import { monthName } from "./press-sentences.ts";
import { thisMonth } from "./preview-figures.ts";
import { releasesOf } from "./store.ts";

export const figuresReminderQueue = defineQueue<object>("figures-reminder", { retryLimit: 5 });

/** On the second day of a month, in the morning of all the states. */
export const figuresReminderCron = "0 14 2 * *";

/** Tells the office once that last month's figures wait, unless they were published to its last day. */
export async function remindOffice(context: Context): Promise<void> {
  const [, last = ""] = monthsBack(thisMonth(context), 2);
  const { profile, origin, database } = context.tenant;
  const newest = (await releasesOf(context.db, last)).at(-1);
  if (newest?.body.asOf === lastDayOf(last)) return;
  const locale = profile.locales.default;
  const t = messages.in(locale);
  await database.transaction(async (tx) => {
    await queueMail(
      { ...context, db: tx, tx },
      {
        to: profile.office.email,
        locale,
        kind: "statistics.reminder",
        subject: t("reminder.subject", { month: monthName(locale, last) }),
        paragraphs: [t("reminder.body")],
        link: { label: t("reminder.link"), url: `${origin}/office/figures?month=${last}` },
      },
    );
  });
}
