import {
  ButtonLink,
  EmptyState,
  localHref,
  PageHeading,
  Pagination,
  type Site,
  StatusTag,
  Table,
  Tabs,
} from "@concord/ui";
import { OfficePage } from "../../portal/frames.tsx";
import { messages } from "../messages.ts";
import { whenText } from "../session-mail.ts";
import type { LiveSession } from "../session-model.ts";
import { spoken } from "./words.ts";

interface OfficeSessionsProps {
  readonly site: Site;
  readonly sessions: readonly { session: LiveSession; registered: number; attended: number }[];
  readonly past: boolean;
  readonly nextHref?: string | undefined;
  readonly timeZone: string;
}

/** The office's sessions with how many registered and came. */
export function OfficeSessionsPage({ site, sessions, past, nextHref, timeZone }: OfficeSessionsProps) {
  const t = messages.in(site.locale);
  const path = localHref(site, "/office/sessions");
  const plan = <ButtonLink href={`${path}/new`}>{t("sessions.new")}</ButtonLink>;
  return (
    <OfficePage site={site} title={t("sessions.title")}>
      <PageHeading title={t("sessions.title")} lead={t("sessions.lead")} actions={plan} />
      <Tabs
        label={t("sessions.title")}
        items={[
          { label: t("sessions.ahead"), href: path, current: !past },
          { label: t("sessions.past"), href: `${path}?past=yes`, current: past },
        ]}
      />
      <Table
        caption={t(past ? "sessions.past" : "sessions.ahead")}
        captionHidden
        rows={sessions}
        columns={[
          {
            header: t("office.column-title"),
            cell: ({ session }) => (
              <a href={`${path}/${session.id}`}>{spoken(session.title, site.locale).text}</a>
            ),
          },
          { header: t("session.when"), cell: ({ session }) => whenText(session, site.locale, timeZone) },
          { header: t("sessions.registered"), numeric: true, cell: ({ registered }) => registered },
          { header: t("sessions.attended"), numeric: true, cell: ({ attended }) => attended },
          {
            header: t("sessions.status"),
            cell: ({ session }) => (
              <StatusTag status={session.cancelledAt ? "stopped" : past ? "good" : "waiting"}>
                {t(session.cancelledAt ? "sessions.called-off" : past ? "sessions.held" : "sessions.planned")}
              </StatusTag>
            ),
          },
        ]}
        empty={
          <EmptyState title={t("sessions.none")} action={plan}>
            <p>{t("sessions.none-body")}</p>
          </EmptyState>
        }
      />
      <Pagination {...(nextHref ? { nextHref } : {})} />
    </OfficePage>
  );
}
