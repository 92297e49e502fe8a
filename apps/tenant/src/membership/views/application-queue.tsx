import { writeDayOf, writeDaysAgo, writeNumber } from "@concord/runtime";
import {
  EmptyState,
  localHref,
  PageHeading,
  Pagination,
  Search,
  type Site,
  type Status,
  StatusTag,
  Table,
  Tabs,
} from "@concord/ui";
import { OfficePage } from "../../portal/frames.tsx";
import type { Profile } from "../../profile/index.ts";
import { messages } from "../messages.ts";
import type { Application, ApplicationStatus } from "../model.ts";
import { sectorLabel } from "./labels.ts";

export const queueTabs = ["submitted", "needs-information", "approved", "denied"] as const;
export type QueueTab = (typeof queueTabs)[number];

interface QueueProps {
  readonly site: Site;
  readonly profile: Profile;
  readonly tab: QueueTab;
  readonly text: string;
  readonly applications: readonly Application[];
  readonly counts: Partial<Record<ApplicationStatus, number>>;
  readonly next?: string | undefined;
  readonly now: Date;
}

/** Applications that wait, the oldest first. */
export function ApplicationQueuePage(props: QueueProps) {
  const { site, profile, tab, text, applications, counts, next, now } = props;
  const t = messages.in(site.locale);
  const address = localHref(site, "/office/applications");
  const number = (one: QueueTab) => counts[one] ?? 0;
  const query = (more: Record<string, string>) =>
    `${address}?${new URLSearchParams({ status: tab, ...(text ? { q: text } : {}), ...more })}`;
  const said = (application: Application) => application.handedIn ?? application.form;
  return (
    <OfficePage site={site} title={t("queue.title")}>
      <PageHeading title={t("queue.title")} lead={t("queue.lead", { count: number("submitted") })} />
      <Search action={address} value={text} label={t("queue.search")} hint={t("queue.search.hint")}>
        <input type="hidden" name="status" value={tab} />
      </Search>
      <Tabs
        label={t("queue.by-status")}
        items={queueTabs.map((one) => ({
          label: t(`queue.${one}`),
          count: writeNumber(number(one), site.locale),
          href: `${address}?${new URLSearchParams({ status: one, ...(text ? { q: text } : {}) })}`,
          current: one === tab,
        }))}
      />
      <Table
        caption={t("queue.title")}
        captionHidden
        columns={[
          {
            header: t("field.legalName"),
            cell: (one) => (
              <a href={localHref(site, `/office/applications/${one.id}`)}>{String(said(one).legalName)}</a>
            ),
          },
          { header: t("queue.reference"), cell: (one) => <code>{one.reference}</code> },
          { header: t("queue.kind"), cell: (one) => t(`queue.kind.${one.kind}`) },
          {
            header: t("field.sector"),
            cell: (one) => sectorLabel(profile, String(said(one).sector ?? ""), site.locale),
          },
          { header: t("queue.waiting-since"), cell: (one) => waited(one, now, site) },
          { header: t("queue.status"), cell: (one) => <ApplicationTag site={site} status={one.status} /> },
        ]}
        rows={applications}
        empty={
          <EmptyState title={t(text ? "queue.none-found" : "queue.empty")}>
            <p>{t(text ? "queue.none-found-body" : "queue.empty-body")}</p>
          </EmptyState>
        }
      />
      {next && <Pagination nextHref={query({ cursor: next })} />}
    </OfficePage>
  );
}

const tags: Readonly<Record<ApplicationStatus, Status>> = {
  draft: "neutral",
  submitted: "waiting",
  "needs-information": "attention",
  approved: "good",
  denied: "stopped",
};

export function ApplicationTag({ site, status }: { site: Site; status: ApplicationStatus }) {
  return <StatusTag status={tags[status]}>{messages.in(site.locale)(`status.${status}`)}</StatusTag>;
}

function waited({ submittedAt }: Application, now: Date, site: Site): string {
  if (!submittedAt) return "";
  const day = writeDayOf(submittedAt, site);
  return messages.in(site.locale)("queue.waited", { day, ago: writeDaysAgo(submittedAt, now, site) });
}
