import { writeNumber } from "@concord/runtime";
import { type Site, Table } from "@concord/ui";
import type { Counts } from "../gather-counts.ts";
import { messages } from "../messages.ts";

interface OfficeCountsProps {
  readonly site: Site;
  readonly counts: Counts;
  /** Names of counties by FIPS code. */
  readonly counties: ReadonlyMap<string, string>;
}

/** What the office may know and does not publish: the month's exact counts. */
export function OfficeCounts({ site, counts, counties }: OfficeCountsProps) {
  const t = messages.in(site.locale);
  const { training, credit, toolkits, membership } = counts;
  const rows = [
    ["sessions", training.sessionsHeld],
    ["registrations", training.registrations],
    ["attendance", training.attendance],
    ["finished", training.completions.reduce((sum, row) => sum + row.completions, 0)],
    ["people", training.people],
    ["certificates", credit.certificates],
    ["adopters", toolkits.members],
    ["steps", toolkits.stepsCompleted],
    ["policies", toolkits.policiesMade],
  ] as const;
  const byCounty = Object.entries(membership.byCounty).sort(([, a], [, b]) => b - a);
  return (
    <>
      <h3>{t("exact.title")}</h3>
      <p>{t("exact.lead")}</p>
      <Table
        caption={t("exact.title")}
        captionHidden
        compact
        columns={[
          { header: t("figures.metric"), cell: ([name]) => t(`exact.${name}`) },
          { header: t("figures.value"), numeric: true, cell: ([, value]) => writeNumber(value, site.locale) },
        ]}
        rows={rows}
      />
      {byCounty.length > 0 && (
        <Table
          caption={t("exact.by-county")}
          compact
          columns={[
            { header: t("exact.county"), cell: ([fips]) => counties.get(fips) ?? fips },
            {
              header: t("figures.members"),
              numeric: true,
              cell: ([, members]) => writeNumber(members, site.locale),
            },
          ]}
          rows={byCounty}
        />
      )}
    </>
  );
}
