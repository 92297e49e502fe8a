import {
  Button,
  ButtonLink,
  Form,
  type FormErrors,
  type FormValues,
  localHref,
  RadioGroup,
  type Site,
  TextField,
} from "@concord/ui";
import { messages } from "../messages.ts";
import { languageFor, type Training } from "../model.ts";
import { languageOptions } from "./words.ts";

interface StartProps {
  readonly site: Site;
  readonly training: Training;
  readonly signedIn: boolean;
  /** Asked for where the account has no name yet. */
  readonly asksName: boolean;
  readonly values?: FormValues;
  readonly errors?: FormErrors;
}

/** Begins a training, or says how to sign in for it. */
export function StartForm({ site, training, signedIn, asksName, values, errors }: StartProps) {
  const t = messages.in(site.locale);
  const path = `/trainings/${training.id}`;
  if (training.status !== "published") return null;
  if (!signedIn)
    return (
      <>
        <h2>{t("training.start-title")}</h2>
        <p>{t("training.sign-in-lead")}</p>
        <ButtonLink href={`${localHref(site, "/sign-in")}?to=${encodeURIComponent(localHref(site, path))}`}>
          {t("training.sign-in")}
        </ButtonLink>
      </>
    );
  return (
    <>
      <h2>{t("training.start-title")}</h2>
      <Form
        action={localHref(site, `${path}/start`)}
        plain={!asksName}
        {...(values ? { values } : {})}
        {...(errors ? { errors } : {})}
      >
        {asksName && <TextField name="name" label={t("training.your-name")} autocomplete="name" required />}
        <LanguageChoice site={site} training={training} {...(values ? { values } : {})} />
        <Button>{t("training.start")}</Button>
      </Form>
      <LicenseHint site={site} />
    </>
  );
}

/** Credit is given to licenses that are known when a training ends: said before it begins. */
export function LicenseHint({ site }: { site: Site }) {
  const t = messages.in(site.locale);
  return (
    <p>
      {t("training.license")} <a href={localHref(site, "/learn/licenses")}>{t("training.license-link")}</a>
    </p>
  );
}

/** One of the languages a training really has; nothing to choose where it has one. */
function LanguageChoice({
  site,
  training,
  values = {},
}: {
  site: Site;
  training: Training;
  values?: FormValues;
}) {
  const t = messages.in(site.locale);
  const [only, ...others] = training.languages;
  if (only !== undefined && others.length === 0) return <input type="hidden" name="locale" value={only} />;
  const chosen =
    typeof values.locale === "string" ? values.locale : languageFor(training.languages, site.locale);
  return (
    <RadioGroup
      name="locale"
      label={t("training.language")}
      options={languageOptions(training.languages)}
      value={chosen}
    />
  );
}
