import {
  Alert,
  DescriptionList,
  type FormErrors,
  type FormValues,
  localHref,
  PageHeading,
  type Site,
} from "@concord/ui";
import { Done } from "../../portal/done.tsx";
import { OfficePage } from "../../portal/frames.tsx";
import type { Profile } from "../../profile/index.ts";
import { type MetRestriction, RestrictForm } from "../../records/index.ts";
import { messages } from "../messages.ts";
import type { Application, Member } from "../model.ts";
import type { MembershipFile, StoredLetter } from "../shown.ts";
import { AlikeNotice } from "./alike-notice.tsx";
import { ApplicationTag } from "./application-queue.tsx";
import { Signature } from "./application-signature.tsx";
import { Decision } from "./decision-forms.tsx";
import { formFacts } from "./form-facts.ts";
import { LetterList, MailList, type SentMail } from "./sent-list.tsx";

export interface ReviewProps {
  readonly site: Site;
  readonly profile: Profile;
  readonly application: Application;
  readonly files: readonly MembershipFile[];
  readonly letters: readonly StoredLetter[];
  readonly mails: readonly SentMail[];
  readonly twins: readonly Application[];
  readonly members: readonly Member[];
  readonly restriction: MetRestriction | undefined;
  readonly failed?: { readonly form: string; readonly values: FormValues; readonly errors: FormErrors };
}

/** Everything an applicant said, what looks alike, and the decision. */
export function ApplicationReviewPage(props: ReviewProps) {
  const { site, profile, application, files, letters, mails, failed } = props;
  const t = messages.in(site.locale);
  const said = application.handedIn ?? application.form;
  const open = application.status === "submitted" || application.status === "needs-information";
  const title = String(said.legalName ?? application.reference);
  return (
    <OfficePage site={site} title={title} failed={failed !== undefined}>
      <PageHeading
        title={title}
        over={t("join.reference", { reference: application.reference })}
        lead={<ApplicationTag site={site} status={application.status} />}
      />
      <Done site={site} words={doneWords(site, application)} />
      {failed?.errors.form && (
        <Alert kind="error" announce>
          {failed.errors.form}
        </Alert>
      )}
      {application.memberId && (
        <p>
          <a href={localHref(site, `/office/members/${application.memberId}`)}>{t("review.member")}</a>
        </p>
      )}
      <AlikeNotice {...props} />
      {application.officeNote && (
        <Alert kind="info" heading={t("review.note")}>
          <p>{application.officeNote}</p>
        </Alert>
      )}
      {formFacts({ site, profile, application: { form: said }, files }).map(({ step, facts }) => (
        <>
          <h2>{t(step === "organization" ? "review.organization" : `step.${step}`)}</h2>
          <DescriptionList items={facts} />
        </>
      ))}
      <Signature {...props} />
      {files.length > 0 && (
        <>
          <h2>{t("review.files")}</h2>
          <ul class="usa-list">
            {files.map((file) => (
              <li>
                <a href={localHref(site, `/office/files/${file.id}`)} download>
                  {file.fileName}
                </a>{" "}
                ({t("review.file-size", { kilobytes: Math.ceil(file.size / 1024) })})
              </li>
            ))}
          </ul>
        </>
      )}
      {open && <Decision {...props} />}
      <RestrictForm
        site={site}
        about={{ kind: "application", id: application.id }}
        restriction={props.restriction}
      />
      <LetterList site={site} letters={letters} under="/office/letters" />
      <MailList site={site} mails={mails} />
      <p>
        <a href={localHref(site, `/office/audit?about=application/${application.id}`)}>{t("review.audit")}</a>
      </p>
    </OfficePage>
  );
}

/** Only what the application's status bears out, so that no link can say what is not so. */
function doneWords(site: Site, { status }: Application): Record<string, string> {
  const t = messages.in(site.locale);
  return {
    lifted: t("record.done.lifted"),
    ...(status === "approved" ? { approve: t("review.done.approve") } : {}),
    ...(status === "denied" ? { deny: t("review.done.deny") } : {}),
    ...(status === "needs-information" ? { ask: t("review.done.ask") } : {}),
  };
}
