import type { RenderOptions } from "@concord/content";
import { Alert, Card, DescriptionList, localHref, Page, PageHeading, type Site } from "@concord/ui";
import type { Child } from "hono/jsx";
import { askOffice, type PostingRule, type Profile, textIn } from "../../profile/index.ts";
import { messages } from "../messages.ts";
import type { Toolkit } from "../model.ts";
import type { PosterItem } from "../poster-document.ts";
import { PosterDownloads } from "./poster-card.tsx";
import { dayText, languagesText, Said } from "./words.tsx";

/** Which sign the law asks for, with its source and the day somebody last looked; and posters of our own. */
export function PostersPage(props: {
  site: Site;
  profile: Profile;
  posters: readonly { readonly toolkit: Toolkit; readonly poster: PosterItem }[];
  options: RenderOptions;
}) {
  const { site, profile, posters, options } = props;
  const t = messages.in(site.locale);
  const rules = profile.posting?.rules ?? [];
  const jurisdiction = textIn(profile.jurisdiction.name, site.locale);
  const crumbs = [
    { label: t("list.title"), href: localHref(site, "/toolkits") },
    { label: t("posters.title"), href: "" },
  ];
  return (
    <Page site={site} title={t("posters.title")} breadcrumb={crumbs}>
      <PageHeading title={t("posters.title")} lead={t("posters.lead")} />
      <h2>{t("posters.law", { jurisdiction })}</h2>
      {rules.length === 0 && (
        <Alert kind="warning" heading={t("posters.unknown", { jurisdiction })} level={3}>
          <p>
            {t("posters.unknown-body")} {askOffice(profile, site.locale)}
          </p>
        </Alert>
      )}
      {rules.map((rule, at) => (
        <Rule site={site} profile={profile} rule={rule} number={at + 1} alone={rules.length === 1} />
      ))}
      <h2>{t("posters.ours")}</h2>
      <Alert kind="info" heading={t("posters.awareness")} level={3}>
        <p>{t("posters.awareness-body")}</p>
      </Alert>
      {posters.length === 0 && <p>{t("posters.none")}</p>}
      {posters.map(({ toolkit, poster }) => (
        <Card
          title={<Said value={poster.title} options={options} />}
          href={localHref(site, `/toolkits/${toolkit.id}/${poster.id}`)}
          meta={<Said value={toolkit.title} options={options} />}
        >
          <p>
            <Said value={poster.headline} options={options} />
          </p>
          <PosterDownloads site={site} toolkit={toolkit} poster={poster} />
        </Card>
      ))}
    </Page>
  );
}

function Rule(props: { site: Site; profile: Profile; rule: PostingRule; number: number; alone: boolean }) {
  const { site, profile, rule, number, alone } = props;
  const { locale } = site;
  const t = messages.in(locale);
  const ask = <a href={`mailto:${profile.office.email}`}>{t("posters.ask")}</a>;
  const size = rule.minimumSize;
  return (
    <section aria-label={t("posters.rule", { number })}>
      {!alone && <h3>{t("posters.rule", { number })}</h3>}
      {!rule.dateChecked && (
        <Alert kind="warning">
          <p>{t("posters.unchecked")}</p>
        </Alert>
      )}
      <DescriptionList
        items={[
          { term: t("posters.who"), detail: rule.whoMustPost ? textIn(rule.whoMustPost, locale) : ask },
          { term: t("posters.where"), detail: rule.where ? textIn(rule.where, locale) : ask },
          {
            term: t("posters.size"),
            detail: size
              ? t("posters.size-value", { width: size.widthInches, height: size.heightInches })
              : ask,
          },
          {
            term: t("posters.languages"),
            detail: rule.signLocales ? languagesText(rule.signLocales, locale) : ask,
          },
          { term: t("posters.sign"), detail: <Sign site={site} rule={rule} ask={ask} /> },
          { term: t("posters.citation"), detail: rule.citation ?? ask },
          { term: t("posters.effective"), detail: rule.effective ? dayText(rule.effective, locale) : ask },
          { term: t("posters.checked"), detail: checkedText(rule, locale) ?? ask },
        ]}
      />
    </section>
  );
}

function Sign({ site, rule, ask }: { site: Site; rule: PostingRule; ask: Child }) {
  const sign = rule.prescribedSign;
  if (!sign) return <>{ask}</>;
  return (
    <>
      {textIn(sign.text, site.locale)}{" "}
      {sign.url && (
        <a href={sign.url} rel="noreferrer">
          {messages.in(site.locale)("posters.official")}
        </a>
      )}
    </>
  );
}

function checkedText({ dateChecked, signedOffBy }: PostingRule, locale: string): string | undefined {
  if (!dateChecked) return undefined;
  const date = dayText(dateChecked, locale);
  return signedOffBy ? messages.in(locale)("posters.checked-by", { date, who: signedOffBy }) : date;
}
