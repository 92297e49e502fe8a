import {
  ButtonLink,
  EmptyState,
  localHref,
  PageHeading,
  Pagination,
  type Site,
  type Status,
  StatusTag,
  Table,
} from "@concord/ui";
import { OfficePage } from "../../portal/frames.tsx";
import { messages } from "../messages.ts";
import type { Training, TrainingStatus } from "../model.ts";
import { languagesText, spoken } from "./words.ts";

const looks: Readonly<Record<TrainingStatus, Status>> = {
  draft: "waiting",
  published: "good",
  withdrawn: "stopped",
  recalled: "attention",
};

/** Everything the office wrote or took over. */
export function OfficeTrainingsPage({
  site,
  trainings,
  nextHref,
}: {
  site: Site;
  trainings: readonly Training[];
  nextHref?: string | undefined;
}) {
  const t = messages.in(site.locale);
  const write = <ButtonLink href={localHref(site, "/office/trainings/new")}>{t("office.new")}</ButtonLink>;
  return (
    <OfficePage site={site} title={t("office.title")}>
      <PageHeading title={t("office.title")} lead={t("office.lead")} actions={write} />
      <Table
        caption={t("office.title")}
        captionHidden
        rows={trainings}
        columns={[
          {
            header: t("office.column-title"),
            cell: ({ id, title }) => (
              <a href={localHref(site, `/office/trainings/${id}`)}>{spoken(title, site.locale).text}</a>
            ),
          },
          {
            header: t("office.column-source"),
            cell: ({ source, attribution }) =>
              source === "own" ? t("office.own") : (attribution ?? t("training.origin")),
          },
          {
            header: t("office.column-languages"),
            cell: ({ languages }) => languagesText(languages, site.locale),
          },
          {
            header: t("office.column-revision"),
            numeric: true,
            cell: ({ latestRevision }) => latestRevision,
          },
          {
            header: t("office.column-status"),
            cell: ({ status }) => <TrainingStatusTag site={site} status={status} />,
          },
        ]}
        empty={
          <EmptyState title={t("office.none")} action={write}>
            <p>{t("office.none-body")}</p>
          </EmptyState>
        }
      />
      <Pagination {...(nextHref ? { nextHref } : {})} />
    </OfficePage>
  );
}

export function TrainingStatusTag({ site, status }: { site: Site; status: TrainingStatus }) {
  return <StatusTag status={looks[status]}>{messages.in(site.locale)(`office.status-${status}`)}</StatusTag>;
}
