import {
  Actions,
  Alert,
  Button,
  Form,
  type FormErrors,
  type FormValues,
  fieldId,
  localHref,
  Page,
  PageHeading,
  type Site,
  StepIndicator,
} from "@concord/ui";
import type { Profile } from "../../profile/index.ts";
import { type JoinStep, joinSteps, stepOfField } from "../join-steps.ts";
import { messages } from "../messages.ts";
import type { Application } from "../model.ts";
import type { MembershipFile } from "../shown.ts";
import { CommitmentFields } from "./commitment-fields.tsx";
import { LocationFields } from "./location-fields.tsx";
import { MadeUpDone, MadeUpRest } from "./made-up-box.tsx";
import { ContactFields, OrganizationFields } from "./organization-fields.tsx";
import { ReviewFields } from "./review-fields.tsx";

export interface StepProps {
  readonly site: Site;
  readonly profile: Profile;
  readonly application: Application;
  readonly files: readonly MembershipFile[];
  readonly values: FormValues;
  readonly errors: FormErrors;
}

/** One page of the application. Every button saves what was typed. */
export function JoinStepPage(
  props: StepProps & { step: JoinStep; moreLocations: number; trial: boolean; filled: boolean },
) {
  const { site, step, application, values, errors, trial, filled } = props;
  const t = messages.in(site.locale);
  const failed = Object.keys(errors).length > 0;
  const [here, elsewhere] = partErrors(step, errors);
  return (
    <Page site={site} title={`${t(`step.${step}`)} – ${t("join.title")}`} failed={failed}>
      <PageHeading title={t("join.title")} over={t("join.reference", { reference: application.reference })} />
      <StepIndicator steps={joinSteps.map((one) => t(`step.${one}`))} current={joinSteps.indexOf(step) + 1} />
      {trial && filled && <MadeUpDone site={site} />}
      {application.officeNote && (
        <Alert kind="warning" heading={t("join.office-asks")}>
          <p>{application.officeNote}</p>
        </Alert>
      )}
      {elsewhere.length > 0 && (
        <Alert kind="error" heading={t("review.elsewhere")} announce>
          <ul class="usa-list">
            {elsewhere.map(([name, message]) => (
              <li>
                <a href={`${localHref(site, `/join/${stepOfField(name)}`)}#${fieldId(name)}`}>
                  {t(`step.${stepOfField(name)}`)}: {message}
                </a>
              </li>
            ))}
          </ul>
        </Alert>
      )}
      <Form action={localHref(site, `/join/${step}`)} values={values} errors={here} upload>
        {step === "organization" && <OrganizationFields {...props} />}
        {step === "locations" && <LocationFields {...props} />}
        {step === "contact" && <ContactFields {...props} />}
        {step === "commitments" && <CommitmentFields {...props} />}
        {step === "review" && <ReviewFields {...props} />}
        <Actions>
          <Button>{t(step === "review" ? "join.submit" : "join.next")}</Button>
          <Button look="outline" name="go" value="later">
            {t("join.later")}
          </Button>
        </Actions>
        {trial && !filled && application.status === "draft" && <MadeUpRest site={site} />}
      </Form>
    </Page>
  );
}

/** Faults found on the last page may stand on an earlier one: those become links to it. */
function partErrors(step: JoinStep, errors: FormErrors): [FormErrors, [name: string, message: string][]] {
  const all = Object.entries(errors);
  const isHere = (name: string) => step !== "review" || stepOfField(name) === "review";
  return [Object.fromEntries(all.filter(([name]) => isHere(name))), all.filter(([name]) => !isHere(name))];
}
