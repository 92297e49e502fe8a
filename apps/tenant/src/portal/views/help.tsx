import {
  ExitPageExplainer,
  HotlineWays,
  LastCheck,
  Page,
  PageHeading,
  type Site,
  UnrecordedChecks,
} from "@concord/ui";
import { type Profile, textIn } from "../../profile/index.ts";
import { messages } from "../messages.ts";

/** Everything that helps, on one quiet page. The browser's title is discreet. */
export function HelpPage({ site, profile }: { site: Site; profile: Profile }) {
  const t = messages.in(site.locale);
  return (
    <Page site={site} title={t("nav.help")} discreet>
      <PageHeading title={t("help.title")} lead={t("help.lead")} />
      <p>{t("help.private")}</p>
      <h2>{t("help.danger")}</h2>
      <p>{t("help.danger-body")}</p>
      <h2>{t("help.lines")}</h2>
      {site.hotlines.map((line) => (
        <section aria-label={line.name}>
          <h3>{line.name}</h3>
          {line.note && <p>{line.note}</p>}
          <HotlineWays hotline={line} />
          {line.languages && <p>{line.languages}</p>}
          {(line.source || line.lastVerified) && (
            <p class="usa-hint">
              {line.lastVerified && (
                <>
                  <LastCheck day={line.lastVerified} />.{" "}
                </>
              )}
              {line.source && (
                <>
                  {t("help.source")} <span lang="en">{line.source}</span>.
                </>
              )}
            </p>
          )}
        </section>
      ))}
      <UnrecordedChecks />
      <h2>{t("help.employer")}</h2>
      <p>{t("help.employer-body")}</p>
      <p>
        {t("help.not-here")} ({textIn(profile.office.name, site.locale)})
      </p>
      <ExitPageExplainer />
    </Page>
  );
}
