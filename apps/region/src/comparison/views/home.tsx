import { Alert, ButtonLink, EmptyState, Hero, localHref, Section } from "@concord/ui";
import { RegionPage } from "../../portal/region-page.tsx";
import type { Comparison } from "../compare.ts";
import { messages } from "../messages.ts";
import type { Summary } from "../summary.ts";
import { ActivitySection } from "./activity-section.tsx";
import { DataSection } from "./data-section.tsx";
import { FreshnessSection } from "./freshness-section.tsx";
import { GrowthSection } from "./growth-section.tsx";
import { MembersSection } from "./members-section.tsx";
import { MembersTable } from "./members-table.tsx";
import { FreshnessTag, stateHref, type ViewProps } from "./parts.tsx";
import { SectorsSection } from "./sectors-section.tsx";

export interface HomeProps extends ViewProps {
  readonly comparison: Comparison;
  /** Absent before any state has published. */
  readonly summary: Summary | undefined;
}

/** The first page: what the states' programs reach, as sentences first. */
export function HomePage(props: HomeProps) {
  const { site, comparison, summary } = props;
  const t = messages.in(site.locale);
  return (
    <RegionPage site={site} title={t("home.browser")} description={t("home.description")} width="full">
      <Hero
        title={t("home.title", { states: comparison.standings.length })}
        lead={summary ? summary.first : t("home.lead")}
        actions={
          <>
            {summary && <ButtonLink href={localHref(site, "/press.pdf")}>{t("home.press")}</ButtonLink>}
            <ButtonLink href="#data" look="outline">
              {t("home.data")}
            </ButtonLink>
          </>
        }
        aside={<AtAGlance {...props} />}
      />
      {summary ? <Figures {...props} summary={summary} /> : <NothingYet {...props} />}
      <FreshnessSection {...props} />
      <DataSection {...props} />
    </RegionPage>
  );
}

/** Which states, and of what day each one's figures are. */
function AtAGlance({ site, words, comparison }: HomeProps) {
  const t = messages.in(site.locale);
  return (
    <>
      <h2>{t("home.where")}</h2>
      <ul class="usa-list usa-list--unstyled region-sentences">
        {comparison.standings.map((standing) => (
          <li>
            <a href={stateHref(site, standing)}>{words.place(standing)}</a>{" "}
            {standing.release && (
              <span>{t("home.counted", { day: words.shortDay(standing.release.asOf) })} </span>
            )}
            {standing.freshness !== "current" && <FreshnessTag site={site} freshness={standing.freshness} />}
            {standing.freshness === "late" &&
              words.reasons(standing).map((reason) => <small class="region-note">{reason}</small>)}
          </li>
        ))}
      </ul>
    </>
  );
}

function Figures(props: HomeProps & { summary: Summary }) {
  const { summary } = props;
  const t = messages.in(props.site.locale);
  return (
    <>
      <Section tone="paper">
        <div class="region-pair">
          <div class="region-sentences">
            {summary.more.map((sentence) => (
              <p>{sentence}</p>
            ))}
          </div>
          <div class="region-sentences">
            <p>{t("home.lead")}</p>
            {summary.cautions.length > 0 && (
              <Alert kind="warning">
                {summary.cautions.map((caution) => (
                  <p>{caution}</p>
                ))}
              </Alert>
            )}
          </div>
        </div>
      </Section>
      <MembersSection {...props} />
      <MembersTable {...props} />
      <GrowthSection {...props} />
      <SectorsSection {...props} />
      <ActivitySection {...props} />
    </>
  );
}

function NothingYet({ site }: HomeProps) {
  const t = messages.in(site.locale);
  return (
    <Section>
      <EmptyState
        title={t("home.empty")}
        action={<ButtonLink href={localHref(site, "/network")}>{t("home.network")}</ButtonLink>}
      >
        <p>{t("home.empty-body")}</p>
      </EmptyState>
    </Section>
  );
}
