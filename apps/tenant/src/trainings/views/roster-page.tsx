import type { Text } from "@concord/content";
import {
  Button,
  CopyField,
  EmptyState,
  Form,
  localHref,
  PageHeading,
  Pagination,
  type Site,
  StatusTag,
  Table,
} from "@concord/ui";
import { MemberPage } from "../../portal/frames.tsx";
import { messages } from "../messages.ts";
import { dayText, spoken } from "./words.ts";

interface StaffRow {
  readonly name: string;
  readonly trainingTitle: Text;
  readonly completedAt: Date | null;
}

interface RosterProps {
  readonly site: Site;
  readonly memberId: string;
  readonly staff: readonly StaffRow[];
  readonly linkUrl?: string;
  readonly nextHref?: string;
  readonly timeZone: string;
}

/** A member's staff: finished or not, and the day. */
export function RosterPage({ site, memberId, staff, linkUrl, nextHref, timeZone }: RosterProps) {
  const t = messages.in(site.locale);
  return (
    <MemberPage site={site} title={t("roster.title")}>
      <PageHeading title={t("roster.title")} lead={t("roster.lead")} />
      <h2>{t("roster.link")}</h2>
      <p>{t(linkUrl ? "roster.link-lead" : "roster.link-none")}</p>
      {linkUrl && <CopyField id="staff-link" label={t("roster.link-label")} value={linkUrl} />}
      <Form action={localHref(site, "/member/roster/link")} plain>
        <input type="hidden" name="memberId" value={memberId} />
        <Button look={linkUrl ? "plain" : "primary"}>
          {t(linkUrl ? "roster.link-renew" : "roster.link-make")}
        </Button>
      </Form>
      <Table
        caption={t("roster.title")}
        captionHidden
        rows={staff}
        columns={[
          { header: t("roster.name"), cell: ({ name }) => name },
          {
            header: t("roster.training"),
            cell: ({ trainingTitle }) => spoken(trainingTitle, site.locale).text,
          },
          {
            header: t("roster.status"),
            cell: ({ completedAt }) => (
              <StatusTag status={completedAt ? "good" : "waiting"}>
                {completedAt
                  ? t("roster.finished", { date: dayText(completedAt, site.locale, timeZone) })
                  : t("roster.not-finished")}
              </StatusTag>
            ),
          },
        ]}
        empty={
          <EmptyState title={t("roster.none")}>
            <p>{t("roster.none-body")}</p>
          </EmptyState>
        }
      />
      <Pagination {...(nextHref ? { nextHref } : {})} />
    </MemberPage>
  );
}
