import { RadioGroup, SelectField, type Site, TextField } from "@concord/ui";
import { textIn } from "../../profile/index.ts";
import { messages } from "../messages.ts";
import type { StepProps } from "./join-step.tsx";
import { entityLabel } from "./labels.ts";

export function OrganizationFields({ site, profile }: StepProps) {
  const t = messages.in(site.locale);
  return (
    <>
      <TextField
        name="legalName"
        label={t("field.legalName")}
        hint={t("field.legalName.hint")}
        autocomplete="organization"
        required
      />
      <TextField name="doingBusinessAs" label={t("field.doingBusinessAs")} />
      <RadioGroup
        name="entityType"
        label={t("field.entityType")}
        options={profile.membership.eligibility.entityTypes.map((value) => ({
          value,
          label: entityLabel(value, site.locale),
        }))}
        required
      />
      <TextField
        name="fileNumber"
        label={t("field.fileNumber")}
        hint={t("field.fileNumber.hint")}
        width="md"
      />
      <SelectField
        name="sector"
        label={t("field.sector")}
        hint={t("field.sector.hint")}
        options={profile.sectors.map((sector) => ({
          value: sector.code,
          label: `${textIn(sector.name, site.locale)} (${sector.code})`,
        }))}
        required
      />
      <SizeAndWebsiteFields site={site} />
      <TextField name="heardFrom" label={t("field.heardFrom")} />
    </>
  );
}

export function ContactFields({ site }: StepProps) {
  const t = messages.in(site.locale);
  return (
    <>
      <p>{t("contact.lead")}</p>
      <ContactPersonFields site={site} />
    </>
  );
}

/** Asked of an applicant, and for a member to mend. */
export function ContactPersonFields({ site }: { site: Site }) {
  const t = messages.in(site.locale);
  return (
    <>
      <TextField name="contactName" label={t("field.contactName")} autocomplete="name" required />
      <TextField
        name="contactEmail"
        label={t("field.contactEmail")}
        hint={t("field.contactEmail.hint")}
        type="email"
        autocomplete="email"
        required
      />
      <TextField
        name="contactPhone"
        label={t("field.contactPhone")}
        hint={t("field.contactPhone.hint")}
        type="tel"
        autocomplete="tel"
        width="md"
        required
      />
    </>
  );
}

/** Asked of an applicant, and for a member to mend. */
export function SizeAndWebsiteFields({ site }: { site: Site }) {
  const t = messages.in(site.locale);
  return (
    <>
      <TextField
        name="employees"
        label={t("field.employees")}
        hint={t("field.employees.hint")}
        inputmode="numeric"
        width="xs"
        required
      />
      <TextField
        name="website"
        label={t("field.website")}
        hint={t("field.website.hint")}
        type="url"
        autocomplete="url"
      />
    </>
  );
}
