import { type Column, Section, Table } from "@concord/ui";
import { sources } from "../../denominators/index.ts";
import type { Comparison } from "../compare.ts";
import { rateOf } from "../datasets.ts";
import { messages } from "../messages.ts";
import { type Standing, totalOf } from "../model.ts";
import { regionalRate } from "../summary.ts";
import { rateSource } from "../words.ts";
import { DataLinks, StateName, type ViewProps } from "./parts.tsx";

type Props = ViewProps & { comparison: Comparison };

/** The main table: every figure with its day, its denominator and what is different about it. */
export function MembersTable({ comparison, ...view }: Props) {
  const { site } = view;
  const t = messages.in(site.locale);
  return (
    <Section>
      <Table
        caption={t("members.table")}
        columns={columnsOf(view)}
        rows={[...comparison.standings.map((standing) => rowOf(view, standing)), totalRow(view, comparison)]}
      />
      <p class="cc-chart__note">{rateSource(site.locale)}.</p>
      {(["note.register", "note.establishment", "note.like", "note.employees"] as const).map((key) => (
        <p class="cc-chart__note">{t(key)}</p>
      ))}
      <p class="cc-chart__note">
        <DataLinks site={site} dataset="membership" />
      </p>
    </Section>
  );
}

interface Row {
  readonly name: ReturnType<typeof StateName> | string;
  readonly cells: Readonly<
    Record<"members" | "rate" | "establishments" | "employees" | "counties" | "asOf", string>
  >;
}

function columnsOf({ site }: ViewProps): Column<Row>[] {
  const t = messages.in(site.locale);
  const { year } = sources.establishments;
  const column = (header: string, key: keyof Row["cells"]): Column<Row> => ({
    header,
    cell: (row) => row.cells[key],
    numeric: true,
  });
  return [
    { header: t("col.state"), cell: (row) => row.name },
    column(t("col.members"), "members"),
    column(t("col.rate"), "rate"),
    column(t("col.establishments", { year: String(year) }), "establishments"),
    column(t("col.employees"), "employees"),
    column(t("col.counties"), "counties"),
    column(t("col.as-of"), "asOf"),
  ];
}

function rowOf(view: ViewProps, standing: Standing): Row {
  const { words } = view;
  const t = messages.in(view.site.locale);
  const { release, denominator } = standing;
  const missing = t("activity.missing");
  const membership = release?.body.membership;
  const rate = rateOf(standing);
  const counties = membership?.counties;
  return {
    name: <StateName {...view} standing={standing} />,
    cells: {
      members: membership ? words.number(membership.active) : missing,
      rate: rate === undefined ? (denominator ? missing : t("no-denominator")) : words.rate(rate),
      establishments: denominator ? words.number(denominator.establishments) : t("no-denominator"),
      employees: membership ? words.number(membership.employees) : missing,
      counties: counties
        ? t("counties-of", { reached: words.number(counties.reached), of: words.number(counties.of) })
        : missing,
      asOf: release ? words.shortDay(release.asOf) : t("none-yet"),
    },
  };
}

function totalRow({ site, words }: ViewProps, { standings }: Comparison): Row {
  const t = messages.in(site.locale);
  const members = totalOf(standings, ({ body }) => body.membership.active);
  const employees = totalOf(standings, ({ body }) => body.membership.employees);
  const reached = totalOf(standings, ({ body }) => body.membership.counties.reached);
  const of = totalOf(standings, ({ body }) => body.membership.counties.of);
  const rate = regionalRate(members);
  const days = members.included.flatMap(({ release }) => release?.asOf ?? []).sort();
  const establishments = members.included.reduce(
    (sum, { denominator }) => sum + (denominator?.establishments ?? 0),
    0,
  );
  return {
    name: t("members.all", {
      states: members.included.length,
      all: members.missing.length === 0 ? "yes" : "no",
    }),
    cells: {
      members: words.number(members.value),
      rate: rate === undefined ? t("no-denominator") : words.rate(rate),
      establishments: rate === undefined ? t("no-denominator") : words.number(establishments),
      employees: words.number(employees.value),
      counties: t("counties-of", { reached: words.number(reached.value), of: words.number(of.value) }),
      asOf: words.shortDays(days[0] ?? "", days.at(-1) ?? ""),
    },
  };
}
