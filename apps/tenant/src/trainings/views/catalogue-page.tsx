import { Card, CardList, EmptyState, localHref, Page, PageHeading, type Site, Tag } from "@concord/ui";
import type { PublicSession } from "../list-sessions.ts";
import { messages } from "../messages.ts";
import type { Training } from "../model.ts";
import { SessionList } from "./session-list.tsx";
import { languagesText, minutesText, spoken } from "./words.ts";

interface CatalogueProps {
  readonly site: Site;
  readonly trainings: readonly Training[];
  readonly sessions: readonly PublicSession[];
  readonly timeZone: string;
}

/** What the office offers: trainings, series and the sessions ahead. */
export function CataloguePage({ site, trainings, sessions, timeZone }: CatalogueProps) {
  const t = messages.in(site.locale);
  const series = trainings.filter(({ kind }) => kind === "series");
  const single = trainings.filter(({ kind }) => kind === "training");
  const feed = "/trainings/calendar.ics";
  return (
    <Page
      site={site}
      title={t("catalogue.title")}
      width="wide"
      description={t("catalogue.lead")}
      head={<link rel="alternate" type="text/calendar" href={feed} title={site.discreetName} />}
    >
      <PageHeading title={t("catalogue.title")} lead={t("catalogue.lead")} />
      <h2>{t("catalogue.own-pace")}</h2>
      {single.length > 0 ? (
        <TrainingCards site={site} trainings={single} />
      ) : (
        <EmptyState title={t("catalogue.none")} level={3}>
          <p>{t("catalogue.none-body")}</p>
        </EmptyState>
      )}
      {series.length > 0 && (
        <>
          <h2>{t("catalogue.series")}</h2>
          <TrainingCards site={site} trainings={series} />
        </>
      )}
      <h2 id="sessions">{t("catalogue.live")}</h2>
      {sessions.length > 0 ? (
        <SessionList site={site} sessions={sessions} timeZone={timeZone} />
      ) : (
        <EmptyState title={t("catalogue.live-none")} level={3}>
          <p>{t("catalogue.live-none-body")}</p>
        </EmptyState>
      )}
      <p>
        <a href={feed}>{t("catalogue.feed")}</a>
      </p>
      <p>
        <a href={localHref(site, "/learn/attend")}>{t("catalogue.attend")}</a>
      </p>
    </Page>
  );
}

function TrainingCards({ site, trainings }: { site: Site; trainings: readonly Training[] }) {
  const t = messages.in(site.locale);
  return (
    <CardList columns={2}>
      {trainings.map((training) => {
        const title = spoken(training.title, site.locale);
        const summary = spoken(training.summary, site.locale);
        const facts = [
          ...(training.minutes > 0 ? [minutesText(training.minutes, site.locale)] : []),
          t("training.languages", { languages: languagesText(training.languages, site.locale) }),
        ];
        return (
          <Card
            title={title.text}
            {...(title.lang ? { lang: title.lang } : {})}
            href={localHref(site, `/trainings/${training.id}`)}
            meta={facts.join(" · ")}
            {...(training.kind === "series" ? { aside: <Tag>{t("catalogue.series")}</Tag> } : {})}
          >
            <p>{summary.text}</p>
            {training.source === "adopted" && training.attribution && (
              <p>{t("training.from", { attribution: training.attribution })}</p>
            )}
          </Card>
        );
      })}
    </CardList>
  );
}
