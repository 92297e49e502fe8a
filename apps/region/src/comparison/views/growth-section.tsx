import { LineChart, Section } from "@concord/ui";
import type { Comparison } from "../compare.ts";
import { messages } from "../messages.ts";
import { DataLinks, type ViewProps } from "./parts.tsx";

export function GrowthSection({ site, words, comparison }: ViewProps & { comparison: Comparison }) {
  const t = messages.in(site.locale);
  const { periods, cut, of } = comparison.members;
  const [from, to] = [periods[0], periods.at(-1)];
  if (!from || !to) return null;
  const published = comparison.standings.filter(({ release }) => release);
  return (
    <Section title={t("growth.heading")} id="growth" tone="paper">
      <LineChart
        id="growth-chart"
        title={t("growth.chart")}
        description={t("growth.chart-is", { from: words.month(from), to: words.month(to) })}
        periods={periods.map(words.shortMonth)}
        series={published.map((standing) => ({
          label: words.place(standing),
          values: of.get(standing.member) ?? [],
        }))}
        multiples
        format={words.number}
        notes={[
          t("growth.from", { cut: cut ? "yes" : "no", months: periods.length, month: words.month(from) }),
          t("growth.note"),
          <DataLinks site={site} dataset="growth" />,
        ]}
      />
    </Section>
  );
}
