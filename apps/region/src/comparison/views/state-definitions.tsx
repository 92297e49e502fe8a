import { figureMetrics, textIn } from "@concord/content";
import { Table } from "@concord/ui";
import type { Release } from "../../releases/index.ts";
import { messages } from "../messages.ts";
import { SignedSource } from "./parts.tsx";
import type { StateProps } from "./state-page.tsx";

/** What each figure means in this state's own words, and by what rule small ones are hidden. */
export function Definitions({
  site,
  words,
  state: { standing },
  release,
}: StateProps & { release: Release }) {
  const t = messages.in(site.locale);
  const { metrics, protection } = release.body;
  const rows = figureMetrics.flatMap((metric) => {
    const meaning = metrics[metric];
    return meaning ? [{ metric, ...meaning }] : [];
  });
  return (
    <>
      <h2>{t("state.definitions")}</h2>
      <Table
        caption={t("state.definitions")}
        captionHidden
        rows={rows}
        columns={[
          { header: t("state.metric"), cell: ({ metric }) => t(`metric.${metric}`) },
          { header: t("state.unit"), cell: ({ unit }) => textIn(unit, site.locale) },
          {
            header: t("state.definition"),
            cell: ({ definition, difference }) => (
              <>
                {textIn(definition, site.locale)}
                {difference && (
                  <small class="region-note">
                    {t("state.differs")}: {textIn(difference, site.locale)}
                  </small>
                )}
              </>
            ),
          },
        ]}
      />
      <h2>{t("state.protection")}</h2>
      <p>{textIn(protection.rule, site.locale)}</p>
      <p>{t("state.protection-rule", { threshold: protection.threshold })}</p>
      <p class="cc-chart__note">
        <SignedSource {...{ site, words, standing, release }} />. {words.moment(release.signedAt)}.
      </p>
    </>
  );
}
