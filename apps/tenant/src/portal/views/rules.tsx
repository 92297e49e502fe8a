import { ButtonLink, DescriptionList, localHref, Page, PageHeading, type Site } from "@concord/ui";
import { askOffice, assumptionNotice, type Profile } from "../../profile/index.ts";
import { messages } from "../messages.ts";
import { type ProgramRule, programRules } from "../program-rules.ts";

/** Every rule of the program with its source, or with the word that it is assumed. */
export function RulesPage({ site, profile }: { site: Site; profile: Profile }) {
  const t = messages.in(site.locale);
  const { lawCitation } = profile.program;
  return (
    <Page site={site} title={t("rules.title")}>
      <PageHeading title={t("rules.title")} lead={t("rules.lead")} />
      {lawCitation && <p>{t("rules.law", { citation: lawCitation })}</p>}
      <DescriptionList
        items={programRules(profile, site.locale).map((rule) => ({
          term: rule.term,
          detail: (
            <>
              <p>{rule.says}</p>
              {rule.list && (
                <ul class="usa-list">
                  {rule.list.map((item) => (
                    <li>{item}</li>
                  ))}
                </ul>
              )}
              <p class="usa-hint">{restsOn(rule, site.locale)}</p>
            </>
          ),
        }))}
      />
      <p>
        {t("rules.signs")} <a href={localHref(site, "/toolkits/posters")}>{t("rules.signs-link")}</a>
      </p>
      <p>
        {t("rules.missing")} {askOffice(profile, site.locale)}
      </p>
      <p>
        <ButtonLink href={localHref(site, "/join")}>{t("home.join")}</ButtonLink>
      </p>
    </Page>
  );
}

function restsOn({ basis, citation }: ProgramRule, locale: string): string {
  const t = messages.in(locale);
  if (citation) return t("rules.source", { source: citation });
  if (!basis) return t("rules.unsourced");
  return assumptionNotice(basis, locale) ?? t("rules.source", { source: basis.source ?? "" });
}
