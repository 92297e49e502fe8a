import type { ProtectedCell } from "@concord/content";
import { textIn } from "@concord/content";
import { BarChart, type Column, Table } from "@concord/ui";
import type { Release } from "../../releases/index.ts";
import { messages } from "../messages.ts";
import type { StateProps } from "./state-page.tsx";

/** Members by level and by sector, in the state's own words. */
export function Parts({ site, words, release }: StateProps & { release: Release }) {
  const t = messages.in(site.locale);
  const { byLevel, bySector } = release.body.membership;
  const sectors = bySector.filter(({ members }) => members > 0).sort((a, b) => b.members - a.members);
  const [first] = sectors;
  return (
    <>
      {byLevel.length > 1 && (
        <Table
          caption={t("state.levels")}
          rows={byLevel}
          columns={[
            { header: t("col.level"), cell: ({ title }) => textIn(title, site.locale) },
            { header: t("col.members"), cell: ({ members }) => words.number(members), numeric: true },
          ]}
        />
      )}
      {first && (
        <BarChart
          id="state-sectors"
          level={2}
          title={t("state.sectors")}
          description={t("sectors.chart-is", {
            highest: textIn(first.title, site.locale),
            value: words.number(first.members),
          })}
          bars={sectors.map(({ sector, title, members }) => ({
            label: textIn(title, site.locale),
            value: members,
            note: sector,
          }))}
          placeLabel={t("col.sector")}
          valueLabel={t("col.members")}
          format={words.number}
          notes={[t("sectors.note")]}
        />
      )}
    </>
  );
}

/** Every month with every figure; a hidden one says so. */
export function Months({ site, words, state: { standing, releases } }: StateProps) {
  const t = messages.in(site.locale);
  const href = (format: string) => `/api/v1/states/${standing.member}?format=${format}&lang=${site.locale}`;
  const number = (metric: keyof typeof picks): Column<Release> => ({
    header: t(`col.${metric}`),
    cell: ({ body }) => words.number(picks[metric](body)),
    numeric: true,
  });
  const guarded = (metric: "completions" | "contact-hours" | "toolkit-adoptions"): Column<Release> => ({
    header: t(`col.${metric}`),
    cell: ({ body }) => {
      const cell = cellsOf(body)[metric];
      return cell.state === "shown" ? words.number(cell.value) : t("activity.hidden");
    },
    numeric: true,
  });
  return (
    <>
      <h2>{t("state.months")}</h2>
      <p>{t("state.months-lead")}</p>
      <section class="region-scroll" tabindex={0} aria-label={t("state.months")}>
        <Table
          caption={t("state.months")}
          captionHidden
          compact
          rows={releases}
          columns={[
            { header: t("col.month"), cell: ({ period }) => words.shortMonth(period) },
            ...(["members", "joined", "renewed", "lapsed", "revoked", "employees"] as const).map(number),
            ...(["completions", "contact-hours", "toolkit-adoptions"] as const).map(guarded),
          ]}
        />
      </section>
      <p class="cc-chart__note">{t("activity.hidden-note")}</p>
      <p class="cc-chart__note">
        {t("data.same")} <a href={href("csv")}>{t("data.csv")}</a>,{" "}
        <a href={href("json")}>{t("data.json")}</a>
      </p>
    </>
  );
}

type Body = Release["body"];

const picks = {
  members: ({ membership }: Body) => membership.active,
  employees: ({ membership }: Body) => membership.employees,
  joined: ({ membership }: Body) => membership.joined,
  renewed: ({ membership }: Body) => membership.renewed,
  lapsed: ({ membership }: Body) => membership.lapsed,
  revoked: ({ membership }: Body) => membership.revoked,
} as const;

function cellsOf({
  activity,
}: Body): Readonly<Record<"completions" | "contact-hours" | "toolkit-adoptions", ProtectedCell>> {
  return {
    completions: activity.completions,
    "contact-hours": activity.contactHours,
    "toolkit-adoptions": activity.toolkitAdoptions,
  };
}
