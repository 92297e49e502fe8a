import {
  Actions,
  Button,
  ButtonLink,
  Form,
  type FormErrors,
  type FormValues,
  localHref,
  PageHeading,
  type Site,
} from "@concord/ui";
import { MemberPage } from "../../portal/frames.tsx";
import { messages } from "../messages.ts";
import type { Member } from "../model.ts";
import { ContactPersonFields, SizeAndWebsiteFields } from "./organization-fields.tsx";

/** What a member may change itself without a new application. */
export function ContactPage({
  site,
  member,
  values,
  errors = {},
}: {
  site: Site;
  member: Member;
  values?: FormValues;
  errors?: FormErrors;
}) {
  const t = messages.in(site.locale);
  const desk = localHref(site, `/member/${member.id}`);
  const filled = values ?? {
    contactName: member.contactName,
    contactEmail: member.contactEmail,
    contactPhone: member.contactPhone ?? "",
    website: member.website ?? "",
    employees: String(member.employees),
  };
  return (
    <MemberPage site={site} title={t("desk.edit-contact")} failed={Object.keys(errors).length > 0}>
      <PageHeading title={t("desk.edit-contact")} over={member.legalName} />
      <p>{t("contact.change")}</p>
      <Form action={`${desk}/contact`} values={filled} errors={errors}>
        <ContactPersonFields site={site} />
        <SizeAndWebsiteFields site={site} />
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
