import { writeNumber } from "@concord/runtime";
import {
  Breadcrumb,
  Button,
  DateField,
  DescriptionList,
  Form,
  localHref,
  PageHeading,
  type Site,
  TextArea,
} from "@concord/ui";
import { OfficePage } from "../../portal/frames.tsx";
import type { Board } from "../../profile/index.ts";
import { messages } from "../messages.ts";
import type { Approval } from "../model.ts";
import type { Filled } from "./board-page.tsx";
import { dayText } from "./words.tsx";

interface EndProps {
  readonly site: Site;
  readonly board: Board;
  readonly approval: Approval;
  readonly today: string;
  readonly filled?: Filled | undefined;
}

/** Ends an approval that the board took back, or that was recorded wrongly. */
export function EndApprovalPage({ site, board, approval, today, filled }: EndProps) {
  const t = messages.in(site.locale);
  const path = localHref(site, `/office/boards/${board.id}`);
  const title = t("board.end-of", { number: approval.approvalNumber });
  return (
    <OfficePage site={site} title={title} failed={filled !== undefined} width="text">
      <Breadcrumb
        items={[
          { label: board.name, href: path },
          { label: title, href: `${path}/approvals/${approval.id}/end` },
        ]}
      />
      <PageHeading title={title} lead={t("board.end-lead")} />
      <DescriptionList
        items={[
          { term: t("board.number"), detail: approval.approvalNumber },
          {
            term: t("board.hours"),
            detail: writeNumber(approval.contactHours, site.locale),
          },
          { term: t("board.approved-on"), detail: dayText(approval.approvedOn, site.locale) },
        ]}
      />
      <Form
        action={`${path}/approvals/${approval.id}/end`}
        values={filled?.values ?? { endsOn: today }}
        errors={filled?.errors ?? {}}
      >
        <DateField name="endsOn" label={t("board.end-day")} hint={t("board.end-day-hint")} required />
        <TextArea name="reason" label={t("board.end-reason")} rows={3} required />
        <Button look="danger">{t("board.end")}</Button>
      </Form>
    </OfficePage>
  );
}
