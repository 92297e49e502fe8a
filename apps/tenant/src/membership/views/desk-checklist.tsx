import { localHref, ProgressChecklist } from "@concord/ui";
import { textIn } from "../../profile/index.ts";
import { longDay } from "../long-day.ts";
import { messages } from "../messages.ts";
import type { DeskProps } from "./desk-page.tsx";

/** What a member committed to: done, due and by when, each with its evidence. */
export function Checklist({
  site,
  member,
  records,
  checklist,
}: Pick<DeskProps, "site" | "member" | "records" | "checklist">) {
  const t = messages.in(site.locale);
  return (
    <>
      <h2>{t("desk.checklist")}</h2>
      <ProgressChecklist
        label={t("desk.checklist-done")}
        items={checklist.map(({ commitment, done, due, overdue, doneOn }) => {
          const record = records.find((one) => one.commitment === commitment.id);
          return {
            label: textIn(commitment.text, site.locale),
            href: localHref(site, `/member/${member.id}/commitments/${commitment.id}`),
            done,
            overdue,
            ...(due ? { due: new Date(`${due}T12:00:00Z`) } : {}),
            content: doneOn && (
              <p class="usa-hint">
                {t("desk.kept-on", { day: longDay(doneOn, site.locale) })}
                {record?.fileId && (
                  <>
                    {" "}
                    <a href={localHref(site, `/member/files/${record.fileId}`)} download>
                      {record.fileName}
                    </a>
                  </>
                )}
                {done && due && ` ${t("desk.due-again", { day: longDay(due, site.locale) })}`}
              </p>
            ),
          };
        })}
      />
    </>
  );
}
