import { wordsIn } from "@concord/content";
import { writeNumber } from "@concord/runtime";
import {
  Breadcrumb,
  Button,
  ButtonLink,
  DescriptionList,
  EmptyState,
  Form,
  localHref,
  PageHeading,
  Pagination,
  StatusTag,
  Table,
} from "@concord/ui";
import { Done } from "../../portal/done.tsx";
import { OfficePage } from "../../portal/frames.tsx";
import { messages } from "../messages.ts";
import type { StoredToolkit, Toolkit } from "../model.ts";
import type { DeskFrame } from "./frame.ts";
import { dayText, momentText, Said } from "./words.tsx";

interface Use {
  readonly adoptions: number;
  readonly finished: number;
  readonly policies: number;
}

/** Every toolkit with how many members use it. */
export function OfficeToolkitsPage(
  props: DeskFrame & { rows: readonly { readonly toolkit: Toolkit; readonly use: Use }[] },
) {
  const { site, rows, options } = props;
  const t = messages.in(site.locale);
  const network = localHref(site, "/office/network");
  return (
    <OfficePage site={site} title={t("office.title")}>
      <PageHeading
        title={t("office.title")}
        lead={t("office.lead")}
        actions={
          <ButtonLink href={network} look="outline">
            {t("office.network")}
          </ButtonLink>
        }
      />
      <Table
        caption={t("office.title")}
        captionHidden
        rows={rows}
        empty={<EmptyState title={t("office.empty")}>{t("office.empty-body")}</EmptyState>}
        columns={[
          {
            header: t("office.toolkit"),
            cell: ({ toolkit }) => (
              <a href={localHref(site, `/office/toolkits/${toolkit.id}`)}>
                <Said value={toolkit.title} options={options} />
              </a>
            ),
          },
          { header: t("office.source"), cell: ({ toolkit }) => t(`office.source.${toolkit.source}`) },
          { header: t("office.status"), cell: ({ toolkit }) => <Standing site={site} toolkit={toolkit} /> },
          {
            header: t("office.adoptions"),
            numeric: true,
            cell: ({ use }) => writeNumber(use.adoptions, site.locale),
          },
          {
            header: t("office.finished"),
            numeric: true,
            cell: ({ use }) => writeNumber(use.finished, site.locale),
          },
          {
            header: t("office.policies"),
            numeric: true,
            cell: ({ use }) => writeNumber(use.policies, site.locale),
          },
        ]}
      />
    </OfficePage>
  );
}

function Standing({ site, toolkit }: Pick<DeskFrame, "site"> & { toolkit: Toolkit }) {
  const looks = { published: "good", withdrawn: "neutral", recalled: "stopped" } as const;
  const t = messages.in(site.locale);
  return <StatusTag status={looks[toolkit.status]}>{t(`office.status.${toolkit.status}`)}</StatusTag>;
}

interface MemberRow {
  readonly memberId: string;
  readonly name: string;
  readonly chosenAt: Date;
  readonly lastDone: string | null;
  readonly progress: { readonly done: number; readonly total: number };
}

type UseProps = DeskFrame & {
  readonly toolkit: StoredToolkit;
  readonly steps: ReadonlyMap<string, number>;
  readonly members: readonly MemberRow[];
  readonly nextHref?: string;
};

/** One toolkit: how far members are, step by step, and who they are. */
export function OfficeToolkitPage(props: UseProps) {
  const { site, toolkit, steps, options } = props;
  const t = messages.in(site.locale);
  const title = wordsIn(toolkit.title, options);
  const crumbs = [
    { label: t("office.title"), href: localHref(site, "/office/toolkits") },
    { label: title, href: "" },
  ];
  return (
    <OfficePage site={site} title={title}>
      <Breadcrumb items={crumbs} />
      <PageHeading title={title} over={t("office.revision", { revision: toolkit.revision })} />
      <Done
        site={site}
        words={{ withdrawn: t("office.done.withdrawn"), offered: t("office.done.offered") }}
      />
      <DescriptionList
        items={[
          { term: t("office.status"), detail: <Standing site={site} toolkit={toolkit} /> },
          {
            term: t("office.source"),
            detail: toolkit.attribution ?? t(`office.source.${toolkit.source}`),
          },
        ]}
      />
      <Offer site={site} toolkit={toolkit} />
      <h2>{t("office.steps")}</h2>
      <Table
        caption={t("office.steps")}
        captionHidden
        rows={toolkit.body?.path ?? []}
        columns={[
          { header: t("office.step"), cell: (step) => <Said value={step.title} options={options} /> },
          { header: t("office.members-done"), numeric: true, cell: ({ id }) => steps.get(id) ?? 0 },
        ]}
      />
      <Members {...props} />
    </OfficePage>
  );
}

function Offer({ site, toolkit }: Pick<UseProps, "site" | "toolkit">) {
  const t = messages.in(site.locale);
  const here = localHref(site, `/office/toolkits/${toolkit.id}`);
  if (toolkit.status === "recalled") return null;
  if (toolkit.status === "withdrawn")
    return (
      <Form action={`${here}/offer`} plain>
        <Button look="outline">{t("office.offer")}</Button>
      </Form>
    );
  return (
    <Form action={`${here}/withdraw`} plain>
      <ul class="usa-list">
        <li>
          <a href={localHref(site, `/toolkits/${toolkit.id}`)}>{t("office.public")}</a>
        </li>
        {toolkit.source === "own" && (
          <li>
            <a href={localHref(site, "/office/network/published")}>{t("office.share")}</a>
          </li>
        )}
      </ul>
      <Button look="outline">{t("office.withdraw")}</Button>
      <p class="usa-hint">{t("office.withdraw-note")}</p>
    </Form>
  );
}

function Members({ site, tenant, members, nextHref }: UseProps) {
  const t = messages.in(site.locale);
  return (
    <>
      <h2>{t("office.members")}</h2>
      <Table
        caption={t("office.members")}
        captionHidden
        rows={members}
        empty={
          <EmptyState title={t("office.no-members")} level={3}>
            {t("office.no-members-body")}
          </EmptyState>
        }
        columns={[
          {
            header: t("office.member"),
            cell: ({ memberId, name }) => <a href={localHref(site, `/office/members/${memberId}`)}>{name}</a>,
          },
          { header: t("office.since"), cell: ({ chosenAt }) => momentText(chosenAt, site.locale, tenant) },
          {
            header: t("office.progress"),
            numeric: true,
            cell: ({ progress }) => t("desk.progress-text", progress),
          },
          {
            header: t("office.last"),
            cell: ({ lastDone }) => (lastDone ? dayText(lastDone, site.locale) : "–"),
          },
        ]}
      />
      {nextHref && <Pagination nextHref={nextHref} />}
    </>
  );
}
