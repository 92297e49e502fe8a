import { Alert, DescriptionList, localHref, PageHeading, type Site } from "@concord/ui";
import type { Certificate } from "../../credentials/index.ts";
import { Done } from "../../portal/done.tsx";
import { MemberPage } from "../../portal/frames.tsx";
import type { Profile } from "../../profile/index.ts";
import type { ChecklistEntry } from "../checklist.ts";
import { longDay } from "../long-day.ts";
import { messages } from "../messages.ts";
import type { Member } from "../model.ts";
import type { KeptRecord, StoredLetter, StoredLocation } from "../shown.ts";
import type { RenewalVerdict } from "../terms.ts";
import { Certificates } from "./desk-certificates.tsx";
import { Checklist } from "./desk-checklist.tsx";
import { ListingForm } from "./listing-form.tsx";
import { memberFacts } from "./member-facts.ts";
import { RenewalNotice } from "./renewal-notice.tsx";
import { LetterList } from "./sent-list.tsx";

export interface DeskProps {
  readonly site: Site;
  readonly profile: Profile;
  readonly member: Member;
  readonly locations: readonly StoredLocation[];
  readonly letters: readonly StoredLetter[];
  readonly records: readonly KeptRecord[];
  readonly checklist: readonly ChecklistEntry[];
  /** Newest first. */
  readonly certificates: readonly Certificate[];
  readonly renewal: RenewalVerdict;
  /** The person acts for other memberships as well. */
  readonly several: boolean;
  readonly problem?: string;
}

/** A business's desk: standing, what is due, what it may change. */
export function DeskPage(props: DeskProps) {
  const { site, profile, member, locations, letters, several, problem } = props;
  const t = messages.in(site.locale);
  return (
    <MemberPage site={site} title={member.legalName} failed={problem !== undefined}>
      <PageHeading
        title={member.legalName}
        over={member.number}
        lead={t(`desk.${member.status}`, { until: longDay(member.validUntil, site.locale) })}
      />
      <Done site={site} words={{ listing: t("desk.done.listing"), commitment: t("desk.done.commitment") }} />
      {several && (
        <p>
          <a href={localHref(site, "/member")}>{t("desk.others")}</a>
        </p>
      )}
      {problem && (
        <Alert kind="error" announce>
          {problem}
        </Alert>
      )}
      <RenewalNotice {...props} />
      <Certificates {...props} />
      <Checklist {...props} />
      <h2>{t("desk.facts")}</h2>
      <DescriptionList items={memberFacts(profile, member, site.locale)} />
      <p>
        <a href={localHref(site, `/member/${member.id}/contact`)}>{t("desk.edit-contact")}</a>
      </p>
      <h2>{t("desk.listing")}</h2>
      <ListingForm
        site={site}
        profile={profile}
        member={member}
        locations={locations}
        action={localHref(site, `/member/${member.id}/listing`)}
      />
      <LetterList site={site} letters={letters} under="/member/letters" />
    </MemberPage>
  );
}
