import { writeNumber } from "@concord/runtime";
import {
  Alert,
  Breadcrumb,
  Button,
  EmptyState,
  Form,
  localHref,
  PageHeading,
  type Site,
  Table,
} from "@concord/ui";
import { Done } from "../../portal/done.tsx";
import { OfficePage } from "../../portal/frames.tsx";
import type { Board } from "../../profile/index.ts";
import type { Credit, Roster } from "../credit-model.ts";
import { messages } from "../messages.ts";
import { dayText } from "./words.tsx";

interface RostersProps {
  readonly site: Site;
  readonly board: Board;
  readonly rosters: readonly Roster[];
  readonly waiting: readonly Credit[];
  readonly timeZone: string;
  readonly problem?: string | undefined;
}

/** A board's rosters: what waits, and what was reported and never changes. */
export function RostersPage({ site, board, rosters, waiting, timeZone, problem }: RostersProps) {
  const t = messages.in(site.locale);
  const title = t("rosters.title", { board: board.name });
  const path = localHref(site, `/office/boards/${board.id}`);
  return (
    <OfficePage site={site} title={title} failed={problem !== undefined}>
      <Breadcrumb
        items={[
          { label: board.name, href: path },
          { label: t("board.rosters"), href: `${path}/rosters` },
        ]}
      />
      <PageHeading title={title} lead={t("rosters.lead")} />
      <Done site={site} words={{ made: t("rosters.done.made") }} />
      {problem && (
        <Alert kind="error" announce>
          {problem}
        </Alert>
      )}
      <Waiting site={site} waiting={waiting} action={`${path}/rosters`} />
      <h2>{t("rosters.past")}</h2>
      <Past site={site} rosters={rosters} timeZone={timeZone} />
    </OfficePage>
  );
}

function Waiting({ site, waiting, action }: { site: Site; waiting: readonly Credit[]; action: string }) {
  const t = messages.in(site.locale);
  if (waiting.length === 0) return <EmptyState title={t("rosters.none-waiting")} />;
  return (
    <>
      <h2>{t("rosters.waiting", { count: waiting.length })}</h2>
      <Table
        caption={t("rosters.waiting", { count: waiting.length })}
        captionHidden
        compact
        rows={waiting}
        columns={[
          { header: t("rosters.name"), cell: ({ holder }) => holder },
          { header: t("rosters.license"), cell: ({ licenseNumber }) => licenseNumber },
          { header: t("licenses.course"), cell: ({ title, locale }) => <span lang={locale}>{title}</span> },
          { header: t("licenses.completed"), cell: ({ completedOn }) => dayText(completedOn, site.locale) },
          {
            header: t("licenses.hours"),
            numeric: true,
            cell: ({ contactHours }) => writeNumber(contactHours, site.locale),
          },
        ]}
      />
      <Form action={action} plain>
        <Button>{t("rosters.create")}</Button>
      </Form>
    </>
  );
}

function Past({ site, rosters, timeZone }: Pick<RostersProps, "site" | "rosters" | "timeZone">) {
  const t = messages.in(site.locale);
  const day = new Intl.DateTimeFormat(site.locale, { dateStyle: "long", timeZone });
  return (
    <Table
      caption={t("rosters.past")}
      captionHidden
      rows={rosters}
      columns={[
        { header: t("rosters.number"), cell: ({ number }) => number },
        { header: t("rosters.made"), cell: ({ createdAt }) => day.format(createdAt) },
        { header: t("rosters.rows"), numeric: true, cell: ({ rows }) => rows },
        {
          header: t("rosters.file"),
          cell: ({ id, number }) => (
            <a
              href={`/office/boards/rosters/${id}.csv`}
              download
              aria-label={t("rosters.download-of", { number })}
            >
              {t("rosters.download")}
            </a>
          ),
        },
      ]}
      empty={
        <EmptyState title={t("rosters.none")} level={3}>
          <p>{t("rosters.none-body")}</p>
        </EmptyState>
      }
    />
  );
}
