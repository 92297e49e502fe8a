import { type Bar, BarChart, Section, StateMap } from "@concord/ui";
import type { Comparison } from "../compare.ts";
import { rateOf } from "../datasets.ts";
import { messages } from "../messages.ts";
import type { Standing } from "../model.ts";
import { rateSource } from "../words.ts";
import { DataLinks, Differences, lateNote, stateHref, type ViewProps } from "./parts.tsx";

type Props = ViewProps & { comparison: Comparison };
type Ranked = { standing: Standing; value: number };

/** Highest first, of those that have the figure. */
function ranked(standings: readonly Standing[], pick: (standing: Standing) => number | undefined): Ranked[] {
  return standings
    .flatMap((standing) => {
      const value = pick(standing);
      return value === undefined ? [] : [{ standing, value }];
    })
    .sort((a, b) => b.value - a.value);
}

export function MembersSection(props: Props) {
  const t = messages.in(props.site.locale);
  return (
    <>
      <Section title={t("members.heading")} id="members">
        <div class="region-pair">
          <Counts {...props} />
          <Employees {...props} />
        </div>
      </Section>
      <Section title={t("members.spread")} id="spread" tone="paper">
        <div class="region-pair">
          <Rates {...props} />
          <RateMap {...props} />
        </div>
        <p class="cc-chart__note">{t("note.establishment")}</p>
        <p class="cc-chart__note">{t("note.like")}</p>
        <Differences {...props} standings={props.comparison.standings} />
      </Section>
    </>
  );
}

function Counts({ comparison, ...view }: Props) {
  const t = messages.in(view.site.locale);
  const { words } = view;
  const rows = ranked(comparison.standings, ({ release }) => release?.body.membership.active);
  return (
    <BarChart
      id="members-count"
      title={t("members.chart")}
      description={t("members.chart-is", highest(rows, view, words.number))}
      bars={barsOf(rows, view)}
      placeLabel={t("col.state")}
      valueLabel={t("col.members")}
      format={words.number}
      notes={[t("note.register"), <DataLinks site={view.site} dataset="membership" />]}
    />
  );
}

function Employees({ comparison, ...view }: Props) {
  const t = messages.in(view.site.locale);
  const { words } = view;
  const rows = ranked(comparison.standings, ({ release }) => release?.body.membership.employees);
  return (
    <BarChart
      id="members-employees"
      title={t("reach.chart")}
      description={t("reach.chart-is", highest(rows, view, words.number))}
      bars={barsOf(rows, view)}
      placeLabel={t("col.state")}
      valueLabel={t("col.employees")}
      format={words.number}
      notes={[t("note.employees"), <DataLinks site={view.site} dataset="membership" />]}
    />
  );
}

function Rates({ comparison, ...view }: Props) {
  const { site, words } = view;
  const t = messages.in(site.locale);
  const rows = ranked(comparison.standings, rateOf);
  if (rows.length === 0) return null;
  return (
    <BarChart
      id="members-rate"
      title={t("members.rate")}
      description={t("members.rate-is", highest(rows, view, words.rate))}
      bars={barsOf(rows, view)}
      placeLabel={t("col.state")}
      valueLabel={t("col.rate")}
      format={words.rate}
      source={rateSource(site.locale)}
      notes={[<DataLinks site={site} dataset="membership" />]}
    />
  );
}

function RateMap({ comparison, ...view }: Props) {
  const { site, words } = view;
  const t = messages.in(site.locale);
  const rows = ranked(comparison.standings, rateOf);
  if (rows.length < 2) return null;
  return (
    <StateMap
      id="members-map"
      title={t("members.map")}
      description={t("members.map-is", highest(rows, view, words.rate))}
      areas={comparison.standings.flatMap((standing) =>
        standing.denominator
          ? [
              {
                fips: standing.denominator.fips,
                value: rateOf(standing),
                label: words.place(standing),
                short: standing.denominator.postal,
                href: stateHref(site, standing),
              },
            ]
          : [],
      )}
      valueLabel={t("col.rate")}
      format={words.rate}
      source={rateSource(site.locale)}
      notes={[<DataLinks site={site} dataset="membership" />]}
    />
  );
}

function barsOf(rows: readonly Ranked[], view: ViewProps): Bar[] {
  return rows.map(({ standing, value }) => ({
    label: view.words.place(standing),
    value,
    ...lateNote(view, standing),
  }));
}

/** What a chart's description says of its longest bar. */
function highest(rows: readonly Ranked[], { words }: ViewProps, format: (value: number) => string) {
  const first = rows[0];
  return { highest: first ? words.place(first.standing) : "", value: format(first?.value ?? 0) };
}
