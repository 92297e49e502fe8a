import {
  Actions,
  Button,
  ButtonLink,
  DateField,
  FileField,
  Form,
  type FormErrors,
  type FormValues,
  localHref,
  PageHeading,
  type Site,
} from "@concord/ui";
import { MemberPage } from "../../portal/frames.tsx";
import { type Commitment, textIn } from "../../profile/index.ts";
import { messages } from "../messages.ts";
import type { Member } from "../model.ts";

/** Notes when a commitment was kept. */
export function CommitmentPage({
  site,
  member,
  commitment,
  today,
  values = { doneOn: today },
  errors = {},
}: {
  site: Site;
  member: Member;
  commitment: Commitment;
  today: string;
  values?: FormValues;
  errors?: FormErrors;
}) {
  const t = messages.in(site.locale);
  const desk = localHref(site, `/member/${member.id}`);
  const text = textIn(commitment.text, site.locale);
  return (
    <MemberPage site={site} title={t("commitment.title")} failed={Object.keys(errors).length > 0}>
      <PageHeading title={t("commitment.title")} over={member.legalName} lead={text} />
      <Form action={`${desk}/commitments/${commitment.id}`} values={values} errors={errors} upload>
        <DateField name="doneOn" label={t("commitment.day")} max={today} required />
        <FileField
          name="file"
          label={t("commitment.file")}
          hint={t("field.evidence.hint")}
          accept=".pdf,.docx,.png,.jpg,.jpeg"
          required={commitment.evidence === "upload"}
        />
        <Actions>
          <Button>{t("desk.save")}</Button>
          <ButtonLink href={desk} look="outline">
            {t("desk.back")}
          </ButtonLink>
        </Actions>
      </Form>
    </MemberPage>
  );
}
