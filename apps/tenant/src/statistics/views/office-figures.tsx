import type { Figures } from "@concord/content";
import { writeMoment } from "@concord/runtime";
import {
  Actions,
  Alert,
  Button,
  ButtonLink,
  EmptyState,
  Form,
  localHref,
  PageHeading,
  SelectField,
  type Site,
  Table,
} from "@concord/ui";
import { systemActor } from "../../identity/index.ts";
import { Done } from "../../portal/done.tsx";
import { OfficePage } from "../../portal/frames.tsx";
import type { Counts } from "../gather-counts.ts";
import { messages } from "../messages.ts";
import type { Release } from "../model.ts";
import { dayName, monthName } from "../press-sentences.ts";
import { figureRows } from "../rows.ts";
import { FiguresTables } from "./figures-tables.tsx";
import { OfficeCounts } from "./office-counts.tsx";

export interface OfficeFiguresProps {
  readonly site: Site;
  readonly sentences: readonly string[];
  readonly months: readonly string[];
  readonly month: string;
  readonly running: boolean;
  readonly figures: Figures;
  readonly counts: Counts;
  readonly counties: ReadonlyMap<string, string>;
  /** What was published of the month before. */
  readonly releases: number;
  readonly history: readonly Release[];
  readonly problem?: string | undefined;
}

/** Today's sentences, a month as it would be published, and what was published. */
export function OfficeFiguresPage(props: OfficeFiguresProps) {
  const { site, sentences, problem } = props;
  const t = messages.in(site.locale);
  return (
    <OfficePage site={site} title={t("figures.title")} failed={Boolean(problem)}>
      <PageHeading
        title={t("figures.title")}
        lead={t("figures.lead")}
        actions={
          <ButtonLink href="#publish" look="outline">
            {t("figures.to-publish")}
          </ButtonLink>
        }
      />
      <Done site={site} words={{ published: t("figures.published") }} />
      {problem && (
        <Alert kind="error" announce>
          {problem}
        </Alert>
      )}
      <h2>{t("figures.today")}</h2>
      {sentences.map((sentence) => (
        <p>{sentence}</p>
      ))}
      <Month {...props} />
      <History {...props} />
    </OfficePage>
  );
}

function Month(props: OfficeFiguresProps) {
  const { site, months, month, running, figures, counts, counties, releases } = props;
  const t = messages.in(site.locale);
  const name = monthName(site.locale, month);
  const csv = `${localHref(site, `/office/figures/${month}`)}.csv`;
  return (
    <>
      <h2>{t("figures.month")}</h2>
      <Form action={localHref(site, "/office/figures")} method="get" id="choose" plain>
        <SelectField
          name="month"
          label={t("figures.months")}
          value={month}
          placeholder={false}
          options={months.map((value) => ({ value, label: monthName(site.locale, value) }))}
        />
        <Button look="outline">{t("figures.show")}</Button>
      </Form>
      {running && <Alert>{t("figures.running")}</Alert>}
      <p>{t("figures.as-of", { date: dayName(site.locale, figures.asOf) })}</p>
      <FiguresTables site={site} figures={figures} caption={t("figures.preview", { month: name })} />
      <Hidden site={site} figures={figures} />
      <OfficeCounts site={site} counts={counts} counties={counties} />
      <p>{t("figures.publish-why")}</p>
      <Form action={localHref(site, "/office/figures/publish")} id="publish" plain>
        <input type="hidden" name="month" value={month} />
        <Actions>
          <Button>{t(releases > 0 ? "figures.revise" : "figures.publish", { month: name })}</Button>
          <ButtonLink href={csv} look="outline" download>
            {t("figures.csv")}
          </ButtonLink>
        </Actions>
      </Form>
    </>
  );
}

function Hidden({ site, figures }: Pick<OfficeFiguresProps, "site" | "figures">) {
  const t = messages.in(site.locale);
  const hidden = figureRows(figures).flatMap(({ metric, value }) =>
    value.kind === "hidden" ? [{ metric, rule: value.rule }] : [],
  );
  return (
    <>
      <h3>{t("figures.what-hidden")}</h3>
      <p>{t("figures.exact-why")}</p>
      {hidden.length === 0 ? (
        <p>{t("figures.nothing-hidden")}</p>
      ) : (
        <ul class="usa-list">
          {hidden.map(({ metric, rule }) => (
            <li>
              <strong>{t(`metric.${metric}`)}.</strong>{" "}
              {t(`hidden.${rule}`, { threshold: figures.protection.threshold })}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** A person by name; the instance itself in words. */
function publisher(site: Site, { publishedBy }: Release): string {
  const t = messages.in(site.locale);
  if (publishedBy === systemActor("trial").id) return t("figures.by-trial");
  if (publishedBy === systemActor("recovery").id) return t("figures.by-recovery");
  return publishedBy.startsWith(systemActor("").id) ? t("figures.by-itself") : publishedBy;
}

function History({ site, history }: OfficeFiguresProps) {
  const t = messages.in(site.locale);
  return (
    <Table
      caption={t("figures.history")}
      columns={[
        {
          header: t("figures.release"),
          cell: (row) => (
            <a href={localHref(site, `/figures?month=${row.month}`)}>{monthName(site.locale, row.month)}</a>
          ),
        },
        { header: t("figures.revision"), numeric: true, cell: (row) => row.revision },
        { header: t("figures.when"), cell: (row) => writeMoment(row.publishedAt, site) },
        { header: t("figures.who"), cell: (row) => publisher(site, row) },
      ]}
      rows={history}
      empty={<EmptyState title={t("figures.history-none")}>{t("figures.history-none-why")}</EmptyState>}
    />
  );
}
