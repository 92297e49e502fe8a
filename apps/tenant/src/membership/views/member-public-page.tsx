import { DescriptionList, localHref, Page, PageHeading, type Site, SummaryBox } from "@concord/ui";
import { type Profile, textIn } from "../../profile/index.ts";
import type { DirectoryEntry } from "../directory.ts";
import { longDay } from "../long-day.ts";
import { messages } from "../messages.ts";
import { placesOf } from "./directory-page.tsx";
import { levelTitle, sectorLabel } from "./labels.ts";

/** What anybody may see of one listed member. */
export function MemberPublicPage({
  site,
  profile,
  entry,
}: {
  site: Site;
  profile: Profile;
  entry: DirectoryEntry;
}) {
  const t = messages.in(site.locale);
  const level = profile.membership.levels.find(({ id }) => id === entry.level);
  return (
    <Page
      site={site}
      title={entry.name}
      breadcrumb={[
        { href: localHref(site, "/members"), label: t("directory.title") },
        { href: localHref(site, `/members/${entry.id}`), label: entry.name },
      ]}
    >
      <PageHeading title={entry.name} over={levelTitle(profile, entry.level, site.locale)} />
      <DescriptionList
        items={[
          ...(entry.doingBusinessAs
            ? [{ term: t("field.doingBusinessAs"), detail: entry.doingBusinessAs }]
            : []),
          { term: t("field.sector"), detail: sectorLabel(profile, entry.sector, site.locale) },
          { term: t("directory.places"), detail: placesOf(profile, entry, site.locale) },
          { term: t("directory.since"), detail: longDay(entry.memberSince, site.locale) },
          ...(entry.website
            ? [
                {
                  term: t("field.website"),
                  detail: (
                    <a href={entry.website} rel="noreferrer nofollow">
                      {entry.website}
                    </a>
                  ),
                },
              ]
            : []),
        ]}
      />
      {level && (
        <>
          <h2>{t("directory.commitments")}</h2>
          <ul class="usa-list">
            {level.commitments.map((one) => (
              <li>{textIn(one.text, site.locale)}</li>
            ))}
          </ul>
        </>
      )}
      <SummaryBox heading={t("directory.means")}>
        <p>{textIn(profile.program.membershipMeans, site.locale)}</p>
        <p>
          <a href={localHref(site, "/verify")}>{t("directory.verify")}</a>
        </p>
      </SummaryBox>
    </Page>
  );
}
