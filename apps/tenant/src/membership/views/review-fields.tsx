import { Checkbox, DescriptionList, localHref, TextField } from "@concord/ui";
import { textIn } from "../../profile/index.ts";
import { messages } from "../messages.ts";
import { formFacts } from "./form-facts.ts";
import type { StepProps } from "./join-step.tsx";

/** Everything that was said, with a way back to each part; then the signature. */
export function ReviewFields(props: StepProps) {
  const { site, profile } = props;
  const t = messages.in(site.locale);
  return (
    <>
      {formFacts(props).map(({ step, facts }) => (
        <section aria-label={t(`step.${step}`)}>
          <h3>
            {t(`step.${step}`)}{" "}
            <a href={localHref(site, `/join/${step}`)}>
              {t("review.change")}
              <span class="usa-sr-only">: {t(`step.${step}`).toLocaleLowerCase(site.locale)}</span>
            </a>
          </h3>
          <DescriptionList items={facts} />
        </section>
      ))}
      <Checkbox name="listed" value="true" label={t("field.listed")} hint={t("field.listed.hint")} />
      <Checkbox
        name="publicRecordRead"
        value="true"
        label={t("field.publicRecordRead")}
        hint={textIn(profile.membership.publicRecordNotice.text, site.locale)}
        required
      />
      <p>{textIn(profile.membership.oath.statement, site.locale)}</p>
      <TextField
        name="signature"
        label={t("field.signature")}
        hint={t("field.signature.hint")}
        autocomplete="name"
        required
      />
    </>
  );
}
