import { Section } from "@concord/ui";
import { datasets } from "../contract.ts";
import { messages } from "../messages.ts";
import { DataLinks, type ViewProps } from "./parts.tsx";

export function DataSection({ site }: ViewProps) {
  const t = messages.in(site.locale);
  return (
    <Section title={t("data.heading")} id="data" tone="paper">
      <p>{t("data.lead")}</p>
      <ul class="usa-list">
        {datasets.map((dataset) => (
          <li>
            {t(`data.${dataset}`)}. <DataLinks site={site} dataset={dataset} />
          </li>
        ))}
      </ul>
      <p>
        <a href="/api/docs">{t("data.docs")}</a>
      </p>
    </Section>
  );
}
