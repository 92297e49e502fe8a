import { Actions, ButtonLink, EmptyState, localHref, Page, PageHeading, type Site } from "@concord/ui";
import { messages } from "../messages.ts";
import type { StoredRelease } from "../model.ts";
import { dayName, monthName } from "../press-sentences.ts";
import { FiguresTables } from "./figures-tables.tsx";

interface PublicFiguresProps {
  readonly site: Site;
  /** The month shown; absent where nothing was published yet. */
  readonly release: StoredRelease | undefined;
  readonly months: readonly string[];
}

/** What the office published, for anybody. */
export function PublicFiguresPage({ site, release, months }: PublicFiguresProps) {
  const t = messages.in(site.locale);
  const others = months.filter((month) => month !== release?.month);
  return (
    <Page site={site} title={t("public.title")} width="wide">
      <PageHeading title={t("public.title")} lead={t("public.lead")} />
      {release ? (
        <>
          <p>{t("figures.as-of", { date: dayName(site.locale, release.body.asOf) })}</p>
          <FiguresTables site={site} figures={release.body} caption={monthName(site.locale, release.month)} />
          <p>{t("protection.rule", { threshold: release.body.protection.threshold })}</p>
          <Actions>
            <ButtonLink href={`${localHref(site, `/figures/${release.month}`)}.csv`} look="outline" download>
              {t("figures.csv")}
            </ButtonLink>
          </Actions>
        </>
      ) : (
        <EmptyState title={t("public.none")}>{t("public.none-why")}</EmptyState>
      )}
      {others.length > 0 && (
        <>
          <h2>{t("public.other")}</h2>
          <ul class="usa-list">
            {others.map((month) => (
              <li>
                <a href={localHref(site, `/figures?month=${month}`)}>{monthName(site.locale, month)}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </Page>
  );
}
