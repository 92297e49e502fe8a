import {
  ButtonLink,
  EmptyState,
  localHref,
  Page,
  PageHeading,
  Pagination,
  Search,
  SelectField,
  type Site,
  Table,
} from "@concord/ui";
import { type Profile, textIn } from "../../profile/index.ts";
import type { DirectoryEntry } from "../directory.ts";
import { messages } from "../messages.ts";
import { mostFound } from "../shown.ts";
import { countyName, levelTitle, sectorLabel } from "./labels.ts";

export interface DirectorySearch {
  readonly q: string;
  readonly county: string;
  readonly sector: string;
}

interface DirectoryProps {
  readonly site: Site;
  readonly profile: Profile;
  readonly search: DirectorySearch;
  readonly entries: readonly DirectoryEntry[];
  readonly count: number;
  readonly cursor?: string | undefined;
  readonly next?: string | undefined;
}

/** The public list of members, with what may be shown of each and nothing else. */
export function DirectoryPage(props: DirectoryProps) {
  const { site, profile, search, entries, count, cursor, next } = props;
  const t = messages.in(site.locale);
  const address = localHref(site, "/members");
  const narrowed = new URLSearchParams(Object.entries(search).filter(([, value]) => value));
  const narrowedBy = narrowed.size > 0;
  const at = (more: Record<string, string>) =>
    `${address}?${new URLSearchParams([...narrowed, ...Object.entries(more)])}`;
  return (
    <Page site={site} title={t("directory.title")} width="wide">
      <PageHeading title={t("directory.title")} lead={t("directory.lead")} />
      <DirectorySearchForm site={site} profile={profile} search={search} />
      {narrowedBy && (
        <p>
          <a href={address}>{t("directory.all")}</a>
        </p>
      )}
      <p aria-live="polite">
        <strong>
          {count > mostFound && search.q
            ? t("directory.many", { count: mostFound })
            : t("directory.count", { count })}
        </strong>
      </p>
      <Table
        caption={t("directory.title")}
        captionHidden
        columns={[
          { header: t("directory.name"), cell: (entry) => <NameCell site={site} entry={entry} /> },
          { header: t("field.sector"), cell: (entry) => sectorLabel(profile, entry.sector, site.locale) },
          ...(profile.membership.levels.length > 1
            ? [
                {
                  header: t("directory.level"),
                  cell: (entry: DirectoryEntry) => levelTitle(profile, entry.level, site.locale),
                },
              ]
            : []),
          { header: t("directory.places"), cell: (entry) => placesOf(profile, entry, site.locale) },
          { header: t("directory.since"), cell: (entry) => monthOf(entry.memberSince, site.locale) },
        ]}
        rows={entries}
        empty={<NothingFound site={site} narrowed={narrowedBy} />}
      />
      {cursor && (
        <p>
          <a href={at({})}>{t("directory.first-page")}</a>
        </p>
      )}
      {next && <Pagination nextHref={at({ cursor: next })} />}
      {entries.length > 0 && (
        <p>
          <a href={`${localHref(site, "/members.csv")}?${narrowed}`} download>
            {t("directory.csv")}
          </a>
        </p>
      )}
      <p class="usa-hint">{textIn(profile.program.membershipMeans, site.locale)}</p>
    </Page>
  );
}

function DirectorySearchForm({ site, profile, search }: Pick<DirectoryProps, "site" | "profile" | "search">) {
  const t = messages.in(site.locale);
  return (
    <Search action={localHref(site, "/members")} value={search.q} label={t("directory.search")}>
      <SelectField
        name="county"
        label={t("field.county")}
        value={search.county}
        placeholder={t("directory.any-county")}
        options={profile.counties.map((county) => ({ value: county.fips, label: county.name }))}
      />
      <SelectField
        name="sector"
        label={t("field.sector")}
        value={search.sector}
        placeholder={t("directory.any-sector")}
        options={profile.sectors.map((sector) => ({
          value: sector.code,
          label: textIn(sector.name, site.locale),
        }))}
      />
    </Search>
  );
}

function NameCell({ site, entry }: { site: Site; entry: DirectoryEntry }) {
  return (
    <>
      <a href={localHref(site, `/members/${entry.id}`)}>{entry.name}</a>
      {entry.doingBusinessAs && <div class="usa-hint">{entry.doingBusinessAs}</div>}
    </>
  );
}

function NothingFound({ site, narrowed }: { site: Site; narrowed: boolean }) {
  const t = messages.in(site.locale);
  if (narrowed) {
    const all = <ButtonLink href={localHref(site, "/members")}>{t("directory.all")}</ButtonLink>;
    return (
      <EmptyState title={t("directory.none-found")} action={all}>
        <p>{t("directory.none-found-body")}</p>
      </EmptyState>
    );
  }
  const join = <ButtonLink href={localHref(site, "/join")}>{t("join.title")}</ButtonLink>;
  return (
    <EmptyState title={t("directory.empty")} action={join}>
      <p>{t("directory.empty-body")}</p>
    </EmptyState>
  );
}

export function placesOf(profile: Profile, entry: DirectoryEntry, locale: string): string {
  if (entry.locations.length === 0) return messages.in(locale)("directory.no-place");
  const places = entry.locations.map((place) =>
    [place.street, place.city, countyName(profile, place.countyFips)].filter(Boolean).join(", "),
  );
  return [...new Set(places)].join("; ");
}

function monthOf(day: string, locale: string): string {
  const format = new Intl.DateTimeFormat(locale, { month: "long", year: "numeric", timeZone: "UTC" });
  return format.format(new Date(`${day}T00:00:00Z`));
}
