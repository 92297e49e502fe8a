import type { SeriesBody, SeriesPart } from "@concord/content";
import { localHref, ProcessList, type Site } from "@concord/ui";
import type { PublicSession } from "../list-sessions.ts";
import { messages } from "../messages.ts";
import type { Training } from "../model.ts";
import { SessionList } from "./session-list.tsx";
import { minutesText, spoken } from "./words.ts";

interface PartsProps {
  readonly site: Site;
  readonly body: SeriesBody;
  /** Offered trainings by the name the series has for them. */
  readonly trainings: ReadonlyMap<string, Training>;
  readonly sessions: readonly PublicSession[];
  readonly timeZone: string;
}

/** The parts of a series in their order: each a session with its dates, or a training to open. */
export function SeriesParts(props: PartsProps) {
  const { site, body } = props;
  const t = messages.in(site.locale);
  return (
    <>
      <h2>{t("series.parts")}</h2>
      <ProcessList
        items={body.parts.map((part) => ({
          heading: spoken(part.title, site.locale).text,
          content: <Part part={part} {...props} />,
        }))}
      />
    </>
  );
}

function Part({ part, site, trainings, sessions, timeZone }: PartsProps & { part: SeriesPart }) {
  const t = messages.in(site.locale);
  const summary = <p>{spoken(part.summary, site.locale).text}</p>;
  if (part.type === "training") {
    const training = trainings.get(part.training);
    return (
      <>
        <p class="cc-card__meta">{t("series.self")}</p>
        {summary}
        {training ? (
          <p>
            <a href={localHref(site, `/trainings/${training.id}`)}>{t("series.open")}</a>
          </p>
        ) : (
          <p>{t("series.not-here")}</p>
        )}
      </>
    );
  }
  const dates = sessions.filter(({ partId }) => partId === part.id);
  return (
    <>
      <p class="cc-card__meta">
        {t("series.live")} · {minutesText(part.minutes, site.locale)}
      </p>
      {summary}
      {dates.length > 0 ? (
        <SessionList site={site} sessions={dates} timeZone={timeZone} level={4} />
      ) : (
        <p>{t("series.no-date")}</p>
      )}
    </>
  );
}
