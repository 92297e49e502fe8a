import {
  Actions,
  Alert,
  Button,
  ButtonLink,
  Card,
  CardList,
  DescriptionList,
  EmptyState,
  Form,
  localHref,
  PageHeading,
  ProgressChecklist,
  type Site,
} from "@concord/ui";
import type { Certificate } from "../../credentials/index.ts";
import { MemberPage } from "../../portal/frames.tsx";
import { type Profile, textIn } from "../../profile/index.ts";
import type { ChecklistEntry } from "../checklist.ts";
import { longDay } from "../long-day.ts";
import { messages } from "../messages.ts";
import type { Member } from "../model.ts";
import type { KeptRecord, StoredLetter, StoredLocation } from "../shown.ts";
import type { RenewalVerdict } from "../terms.ts";
import { ListingForm } from "./listing-form.tsx";
import { memberFacts } from "./member-facts.ts";
import { MemberTag } from "./member-list.tsx";
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

function RenewalNotice({ site, member, renewal }: DeskProps) {
  const t = messages.in(site.locale);
  if (member.status === "revoked" || member.status === "held") return null;
  if (!renewal.allowed) {
    const opens = longDay(renewal.opensOn, site.locale);
    if (renewal.reason === "too-early") return <p>{t("desk.renewal-opens", { opens })}</p>;
    return (
      <Alert kind="warning" heading={t("desk.renewal-over")}>
        <p>
          <a href={localHref(site, "/join")}>{t("join.title")}</a>
        </p>
      </Alert>
    );
  }
  return (
    <Alert kind="info" heading={t("desk.renewal-open")}>
      <p>{t("desk.renewal-body")}</p>
      <Form action={localHref(site, `/member/${member.id}/renew`)} id="renew" plain>
        <Button>{t("desk.renew")}</Button>
      </Form>
    </Alert>
  );
}

function Certificates({ site, profile, certificates }: DeskProps) {
  const t = messages.in(site.locale);
  const [newest] = certificates;
  if (!newest) return null;
  if (newest.status !== "valid") return <p>{t("desk.no-certificate")}</p>;
  return (
    <>
      <h2>{t("desk.certificate-title")}</h2>
      {certificates.map((certificate) => (
        <CertificateLinks site={site} certificate={certificate} />
      ))}
      {profile.program.decal && <p>{t("desk.decal", { email: profile.office.email })}</p>}
    </>
  );
}

function CertificateLinks({ site, certificate }: { site: Site; certificate: Certificate }) {
  const t = messages.in(site.locale);
  const { facts } = certificate;
  return (
    <>
      {facts.kind === "membership" && (
        <p>
          {t("desk.certificate-term", {
            from: longDay(facts.validFrom, site.locale),
            until: longDay(facts.validUntil, site.locale),
          })}
        </p>
      )}
      <Actions>
        <ButtonLink href={localHref(site, `/certificates/${certificate.id}.pdf`)} download>
          {t("desk.certificate")}
        </ButtonLink>
        <ButtonLink href={localHref(site, `/certificates/${certificate.id}.jwt`)} look="outline" download>
          {t("desk.badge")}
        </ButtonLink>
      </Actions>
      <p>
        <a href={localHref(site, `/verify/${certificate.code}`)}>
          {t("desk.verify", { code: certificate.code })}
        </a>
      </p>
    </>
  );
}

function Checklist({ site, member, records, checklist }: DeskProps) {
  const t = messages.in(site.locale);
  return (
    <>
      <h2>{t("desk.checklist")}</h2>
      <ProgressChecklist
        label={t("desk.checklist-done")}
        items={checklist.map(({ commitment, done, due, overdue, doneOn }) => {
          const record = records.find((one) => one.commitment === commitment.id);
          return {
            label: textIn(commitment.text, site.locale),
            href: localHref(site, `/member/${member.id}/commitments/${commitment.id}`),
            done,
            overdue,
            ...(due ? { due: new Date(`${due}T12:00:00Z`) } : {}),
            content: doneOn && (
              <p class="usa-hint">
                {t("desk.kept-on", { day: longDay(doneOn, site.locale) })}
                {record?.fileId && (
                  <>
                    {" "}
                    <a href={localHref(site, `/member/files/${record.fileId}`)} download>
                      {record.fileName}
                    </a>
                  </>
                )}
                {done && due && ` ${t("desk.due-again", { day: longDay(due, site.locale) })}`}
              </p>
            ),
          };
        })}
      />
    </>
  );
}

/** For somebody who acts for several memberships, or for none. */
export function ChooseMemberPage({ site, members }: { site: Site; members: readonly Member[] }) {
  const t = messages.in(site.locale);
  const join = <ButtonLink href={localHref(site, "/join")}>{t("join.title")}</ButtonLink>;
  return (
    <MemberPage site={site} title={t("desk.choose")}>
      <PageHeading title={t(members.length > 0 ? "desk.choose" : "desk.title")} />
      {members.length === 0 && (
        <EmptyState title={t("desk.none")} action={join}>
          <p>{t("desk.none-body")}</p>
        </EmptyState>
      )}
      <CardList>
        {members.map((member) => (
          <Card
            title={member.legalName}
            href={localHref(site, `/member/${member.id}`)}
            meta={member.number}
            aside={<MemberTag site={site} status={member.status} />}
          />
        ))}
      </CardList>
    </MemberPage>
  );
}
