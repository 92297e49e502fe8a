import { readText } from "@concord/content";
import { writeNumber } from "@concord/runtime";
import { Figures, localHref } from "@concord/ui";
import { whenText } from "../../trainings/index.ts";
import { messages } from "../messages.ts";
import type { HomeProps } from "./home.tsx";

/** What is true today: who has joined, and when one can take part next. */
export function HomeAside({ site, profile, members, sessions }: HomeProps) {
  const t = messages.in(site.locale);
  const zone = profile.jurisdiction.timeZones.default;
  if (members === 0 && sessions.length === 0) return null;
  return (
    <>
      {members > 0 && (
        <Figures
          items={[
            {
              label: t("home.members", { count: members }),
              value: writeNumber(members, site.locale),
              note: <a href={localHref(site, "/members")}>{t("home.members-link")}</a>,
            },
          ]}
        />
      )}
      {sessions.length > 0 && (
        <>
          <h2 class="cc-hero__over">{t("home.next")}</h2>
          <ul class="usa-list usa-list--unstyled cc-hero__next">
            {sessions.map((session) => {
              const { text, language } = readText(session.title, site.locale);
              return (
                <li>
                  <a href={localHref(site, `/trainings/sessions/${session.id}`)} lang={language}>
                    {text}
                  </a>
                  <span>{whenText(session, site.locale, zone)}</span>
                </li>
              );
            })}
          </ul>
        </>
      )}
    </>
  );
}
