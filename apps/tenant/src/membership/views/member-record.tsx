import {
  Accordion,
  Actions,
  Alert,
  Button,
  ButtonLink,
  DescriptionList,
  Form,
  type FormErrors,
  type FormValues,
  localHref,
  PageHeading,
  type Site,
  TextArea,
  WholeCodes,
} from "@concord/ui";
import type { Certificate } from "../../credentials/index.ts";
import { Done } from "../../portal/done.tsx";
import { OfficePage } from "../../portal/frames.tsx";
import type { Profile } from "../../profile/index.ts";
import { type MetRestriction, RestrictForm } from "../../records/index.ts";
import { messages } from "../messages.ts";
import type { Member } from "../model.ts";
import type { StoredLetter, StoredLocation } from "../shown.ts";
import { ListingForm } from "./listing-form.tsx";
import { memberFacts } from "./member-facts.ts";
import { MemberTag } from "./member-list.tsx";
import { LetterList, MailList, type SentMail } from "./sent-list.tsx";

export interface MemberRecordProps {
  readonly site: Site;
  readonly profile: Profile;
  readonly member: Member;
  readonly locations: readonly StoredLocation[];
  readonly letters: readonly StoredLetter[];
  readonly mails: readonly SentMail[];
  readonly certificates: readonly Certificate[];
  readonly restriction: MetRestriction | undefined;
  readonly failed?: { readonly form: string; readonly values: FormValues; readonly errors: FormErrors };
}

/** One member as the office knows it. */
export function MemberRecordPage(props: MemberRecordProps) {
  const { site, profile, member, locations, letters, mails, failed } = props;
  const t = messages.in(site.locale);
  const address = `/office/members/${member.id}`;
  return (
    <OfficePage site={site} title={member.legalName} failed={failed !== undefined}>
      <PageHeading
        title={member.legalName}
        over={member.number}
        lead={<MemberTag site={site} status={member.status} />}
      />
      <Done site={site} words={doneWords(site, member)} />
      {failed?.errors.form && (
        <Alert kind="error" announce>
          {failed.errors.form}
        </Alert>
      )}
      {changes[member.status].length > 0 && (
        <p>
          <a href="#standing">{t("record.to-standing")}</a>
        </p>
      )}
      {member.status === "held" && (
        <Alert kind="warning" heading={t("member.held")}>
          <p>{t("record.held-body")}</p>
        </Alert>
      )}
      <DescriptionList items={memberFacts(profile, member, site.locale)} />
      <h2>{t("step.locations")}</h2>
      <ListingForm
        site={site}
        profile={profile}
        member={member}
        locations={locations}
        action={localHref(site, `${address}/listing`)}
      />
      <CertificateList {...props} />
      <LetterList site={site} letters={letters} under="/office/letters" />
      <MailList site={site} mails={mails} />
      <StatusForms {...props} />
      <p>
        <a href={localHref(site, `/office/audit?about=member/${member.id}`)}>{t("review.audit")}</a>
      </p>
      <RestrictForm site={site} about={{ kind: "member", id: member.id }} restriction={props.restriction} />
    </OfficePage>
  );
}

/** Only what the member's status bears out, so that no link can say what is not so. */
function doneWords(site: Site, { status }: Member): Record<string, string> {
  const t = messages.in(site.locale);
  return {
    listing: t("record.done.listing"),
    lifted: t("record.done.lifted"),
    ...(status === "held" ? { hold: t("record.done.hold") } : {}),
    ...(status === "active" ? { release: t("record.done.release") } : {}),
    ...(status === "revoked" ? { revoke: t("record.done.revoke") } : {}),
  };
}

function CertificateList({ site, certificates }: MemberRecordProps) {
  const t = messages.in(site.locale);
  return (
    <>
      <h2>{t("record.certificates")}</h2>
      {certificates.map((certificate) => (
        <Actions>
          <ButtonLink href={localHref(site, `/certificates/${certificate.id}.pdf`)} look="outline" download>
            {t("desk.certificate")}
          </ButtonLink>
          <a href={localHref(site, `/verify/${certificate.code}`)}>
            <WholeCodes text={t("desk.verify", { code: certificate.code })} />
          </a>
        </Actions>
      ))}
    </>
  );
}

const changes = {
  active: ["hold", "revoke"],
  held: ["release", "revoke"],
  lapsed: ["revoke"],
  revoked: [],
} as const;

/** What may be done to a membership in its standing; a note is read by the office alone, grounds go into the letter. */
function StatusForms({ site, member, failed }: MemberRecordProps) {
  const t = messages.in(site.locale);
  const possible: readonly ("hold" | "release" | "revoke")[] = changes[member.status];
  if (possible.length === 0) return null;
  return (
    <>
      <h2 id="standing" tabindex={-1}>
        {t("record.standing")}
      </h2>
      <Accordion
        items={possible.map((change) => {
          const mine = failed?.form === change ? failed : undefined;
          const { form: _whole, ...errors } = mine?.errors ?? {};
          return {
            heading: t(`record.${change}`),
            open: mine !== undefined,
            content: (
              <>
                <p>{t(`record.${change}-body`)}</p>
                <Form
                  action={localHref(site, `/office/members/${member.id}/${change}`)}
                  id={change}
                  errors={errors}
                  {...(mine ? { values: mine.values } : {})}
                >
                  {change === "revoke" && (
                    <TextArea
                      name="grounds"
                      label={t("review.reasons")}
                      hint={t("review.reasons.hint")}
                      maxlength={4_000}
                      required
                    />
                  )}
                  <TextArea
                    name="note"
                    label={t("record.note")}
                    hint={t("record.note.hint")}
                    maxlength={4_000}
                    required={change !== "revoke"}
                  />
                  <Button look={change === "release" ? "outline" : "danger"}>{t(`record.${change}`)}</Button>
                </Form>
              </>
            ),
          };
        })}
      />
    </>
  );
}
