import { writeMoment } from "@concord/runtime";
import {
  Accordion,
  Actions,
  Alert,
  Button,
  DescriptionList,
  Form,
  type FormErrors,
  type FormValues,
  localHref,
  PageHeading,
  type Site,
  TextArea,
} from "@concord/ui";
import { Done } from "../../portal/done.tsx";
import { OfficePage } from "../../portal/frames.tsx";
import type { Profile } from "../../profile/index.ts";
import { type MetRestriction, RestrictForm } from "../../records/index.ts";
import { messages } from "../messages.ts";
import type { Application, Member } from "../model.ts";
import type { MembershipFile, StoredLetter } from "../shown.ts";
import { ApplicationTag } from "./application-queue.tsx";
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

function Signature({ site, application }: ReviewProps) {
  const t = messages.in(site.locale);
  const said = application.handedIn ?? application.form;
  return (
    <>
      <h2>{t("review.signature")}</h2>
      <DescriptionList
        items={[
          { term: t("review.listed"), detail: t(said.listed ? "review.yes" : "review.no") },
          ...(said.heardFrom ? [{ term: t("review.heardFrom"), detail: String(said.heardFrom) }] : []),
          { term: t("review.signed-by"), detail: String(said.signature ?? t("review.missing")) },
          ...(application.submittedAt
            ? [{ term: t("status.handed-in"), detail: writeMoment(application.submittedAt, site) }]
            : []),
        ]}
      />
    </>
  );
}

/** A hint, never a verdict: two businesses may share a name or a bookkeeper. */
function AlikeNotice({ site, twins, members }: ReviewProps) {
  const t = messages.in(site.locale);
  if (twins.length + members.length === 0) return null;
  return (
    <Alert kind="warning" heading={t("review.alike")}>
      <ul class="usa-list">
        {members.map((member) => (
          <li>
            <a href={localHref(site, `/office/members/${member.id}`)}>{member.legalName}</a> ({member.number})
          </li>
        ))}
        {twins.map((twin) => (
          <li>
            <a href={localHref(site, `/office/applications/${twin.id}`)}>
              {String((twin.handedIn ?? twin.form).legalName)}
            </a>{" "}
            ({twin.reference}, {t(`status.${twin.status}`)})
          </li>
        ))}
      </ul>
    </Alert>
  );
}

function Decision({ site, application, failed }: ReviewProps) {
  const t = messages.in(site.locale);
  const address = localHref(site, `/office/applications/${application.id}`);
  const state = (form: string) => {
    if (failed?.form !== form) return {};
    const { form: _whole, ...errors } = failed.errors;
    return { values: failed.values, errors };
  };
  return (
    <>
      <h2>{t("review.decision")}</h2>
      <Form action={`${address}/approve`} id="approve" plain>
        <p>{t("review.approve-body")}</p>
        <Actions>
          <Button>{t("review.approve")}</Button>
        </Actions>
      </Form>
      <Accordion
        items={[
          {
            heading: t("review.ask"),
            open: failed?.form === "ask",
            content: (
              <Form action={`${address}/ask`} id="ask" {...state("ask")}>
                <TextArea
                  name="question"
                  label={t("review.question")}
                  hint={t("review.question.hint")}
                  maxlength={4_000}
                  required
                />
                <Button look="outline">{t("review.ask-send")}</Button>
              </Form>
            ),
          },
          {
            heading: t("review.deny"),
            open: failed?.form === "deny",
            content: (
              <Form action={`${address}/deny`} id="deny" {...state("deny")}>
                <TextArea
                  name="reasons"
                  label={t("review.reasons")}
                  hint={t("review.reasons.hint")}
                  maxlength={4_000}
                  required
                />
                <Button look="danger">{t("review.deny-send")}</Button>
              </Form>
            ),
          },
        ]}
      />
    </>
  );
}
