import { DescriptionList, Section, type Site } from "@concord/ui";
import { BeginAgain } from "../../tour/views/begin-again.tsx";
import { messages } from "../messages.ts";
import type { LobbyView } from "../view-data.ts";

/** What is real, what is sample, and how to start over. */
export function Facts({ site, view }: { site: Site; view: LobbyView }) {
  const t = messages.in(site.locale);
  return (
    <Section title={t("lobby.facts")}>
      <DescriptionList
        items={[
          { term: t("lobby.fact.real"), detail: t("lobby.fact.real-body") },
          { term: t("lobby.fact.sample"), detail: t("lobby.fact.sample-body") },
          { term: t("lobby.fact.unsure"), detail: t("lobby.fact.unsure-body") },
          { term: t("lobby.fact.here"), detail: t("lobby.fact.here-body") },
          {
            term: t("lobby.fact.reset"),
            detail: (
              <div class="cc-stack">
                <p>{t("lobby.fact.reset-body")}</p>
                <p>
                  <code>npm start -- --fresh</code>
                </p>
                <BeginAgain site={site} view={view} />
              </div>
            ),
          },
        ]}
      />
    </Section>
  );
}
