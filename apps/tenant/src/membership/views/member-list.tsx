import {
  EmptyState,
  localHref,
  PageHeading,
  Pagination,
  Search,
  SelectField,
  type Site,
  type Status,
  StatusTag,
  Table,
} from "@concord/ui";
import { OfficePage } from "../../portal/frames.tsx";
import { type Profile, textIn } from "../../profile/index.ts";
import { longDay } from "../long-day.ts";
import { messages } from "../messages.ts";
import type { Member, MemberStatus } from "../model.ts";
import { levelTitle, sectorLabel } from "./labels.ts";

export const memberStatuses = ["active", "held", "lapsed", "revoked"] as const;

export interface MemberSearch {
  readonly q: string;
  readonly status: MemberStatus;
  readonly sector: string;
  readonly county: string;
  readonly level: string;
}

interface MemberListProps {
  readonly site: Site;
  readonly profile: Profile;
  readonly search: MemberSearch;
  readonly members: readonly Member[];
  readonly total: number;
  readonly next?: string | undefined;
}

/** Every member, listed or not, for the office. */
export function MemberListPage({ site, profile, search, members, total, next }: MemberListProps) {
  const t = messages.in(site.locale);
  const address = localHref(site, "/office/members");
  const query = (more: Record<string, string>) =>
    `${address}?${new URLSearchParams({ ...Object.fromEntries(Object.entries(search).filter(([, value]) => value)), ...more })}`;
  return (
    <OfficePage site={site} title={t("members.title")}>
      <PageHeading title={t("members.title")} lead={t("members.count", { count: total })} />
      <MemberFilters site={site} profile={profile} search={search} />
      <Table
        caption={t("members.title")}
        captionHidden
        columns={[
          {
            header: t("field.legalName"),
            cell: (one) => <a href={localHref(site, `/office/members/${one.id}`)}>{one.legalName}</a>,
          },
          { header: t("members.number"), cell: (one) => <code>{one.number}</code> },
          { header: t("field.sector"), cell: (one) => sectorLabel(profile, one.sector, site.locale) },
          { header: t("directory.level"), cell: (one) => levelTitle(profile, one.level, site.locale) },
          { header: t("members.valid-until"), cell: (one) => longDay(one.validUntil, site.locale) },
          { header: t("queue.status"), cell: (one) => <MemberTag site={site} status={one.status} /> },
        ]}
        rows={members}
        empty={
          <EmptyState title={t("directory.none-found")}>
            <p>{t("members.none-body")}</p>
          </EmptyState>
        }
      />
      {next && <Pagination nextHref={query({ cursor: next })} />}
    </OfficePage>
  );
}

function MemberFilters({ site, profile, search }: Pick<MemberListProps, "site" | "profile" | "search">) {
  const t = messages.in(site.locale);
  const { levels } = profile.membership;
  return (
    <Search
      action={localHref(site, "/office/members")}
      value={search.q}
      label={t("members.search")}
      hint={t("members.search.hint")}
    >
      <SelectField
        name="status"
        label={t("queue.status")}
        value={search.status}
        placeholder={false}
        options={memberStatuses.map((value) => ({ value, label: t(`member.${value}`) }))}
      />
      <SelectField
        name="county"
        label={t("field.county")}
        value={search.county}
        placeholder={t("directory.any-county")}
        options={profile.counties.map(({ fips, name }) => ({ value: fips, label: name }))}
      />
      <SelectField
        name="sector"
        label={t("field.sector")}
        value={search.sector}
        placeholder={t("directory.any-sector")}
        options={profile.sectors.map(({ code, name }) => ({ value: code, label: textIn(name, site.locale) }))}
      />
      {levels.length > 1 && (
        <SelectField
          name="level"
          label={t("directory.level")}
          value={search.level}
          placeholder={t("members.any-level")}
          options={levels.map(({ id, title }) => ({ value: id, label: textIn(title, site.locale) }))}
        />
      )}
    </Search>
  );
}

const tags: Readonly<Record<MemberStatus, Status>> = {
  active: "good",
  held: "attention",
  lapsed: "neutral",
  revoked: "stopped",
};

export function MemberTag({ site, status }: { site: Site; status: MemberStatus }) {
  return <StatusTag status={tags[status]}>{messages.in(site.locale)(`member.${status}`)}</StatusTag>;
}
