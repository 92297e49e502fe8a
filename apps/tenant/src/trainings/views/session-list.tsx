import { Card, CardList, localHref, type Site } from "@concord/ui";
import type { PublicSession } from "../list-sessions.ts";
import { messages } from "../messages.ts";
import { whenText } from "../session-mail.ts";
import { languageText, spoken } from "./words.ts";

/** Sessions under each other, each a link to its page. */
export function SessionList({
  site,
  sessions,
  timeZone,
  level = 3,
}: {
  site: Site;
  sessions: readonly PublicSession[];
  timeZone: string;
  level?: 2 | 3 | 4;
}) {
  const t = messages.in(site.locale);
  return (
    <CardList columns={2}>
      {sessions.map((session) => {
        const title = spoken(session.title, site.locale);
        return (
          <Card
            title={title.text}
            {...(title.lang ? { lang: title.lang } : {})}
            href={localHref(site, `/trainings/sessions/${session.id}`)}
            level={level}
            meta={`${t(`session.${session.kind}`)} · ${languageText(session.locale, site.locale)}`}
          >
            <p>{whenText(session, site.locale, timeZone)}</p>
            {session.host && (
              <p>
                {t("session.host")} {session.host}
              </p>
            )}
          </Card>
        );
      })}
    </CardList>
  );
}
