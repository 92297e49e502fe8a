import type { Text } from "@concord/content";
import {
  Button,
  Fieldset,
  Form,
  type FormErrors,
  type FormValues,
  localHref,
  PageHeading,
  type Site,
  TextArea,
  TextField,
} from "@concord/ui";
import { OfficePage } from "../../portal/frames.tsx";
import { messages } from "../messages.ts";
import { languageText, spoken } from "./words.ts";

interface TextsFormProps {
  readonly site: Site;
  readonly trainingId: string;
  /** Every text in reading order, by its path. */
  readonly texts: ReadonlyMap<string, Text>;
  readonly values: FormValues;
  readonly errors: FormErrors;
}

/** The wording of material that is richer than the form can make. */
export function TextsFormPage({ site, trainingId, texts, values, errors }: TextsFormProps) {
  const t = messages.in(site.locale);
  return (
    <OfficePage site={site} title={t("form.edit")} failed={Object.keys(errors).length > 0} width="text">
      <PageHeading title={t("form.edit")} lead={t("texts.lead")} />
      <Form action={localHref(site, `/office/trainings/${trainingId}/edit`)} values={values} errors={errors}>
        {[...texts].map(([path, text]) => (
          <Fieldset legend={shortened(spoken(text, site.locale).text)}>
            {Object.entries(text).map(([code, words]) => {
              const field = {
                name: `texts.${path}.${code}`,
                label: languageText(code, site.locale),
                value: String(values[`texts.${path}.${code}`] ?? words),
                required: true,
              };
              return words.length > 120 ? <TextArea {...field} rows={6} /> : <TextField {...field} />;
            })}
          </Fieldset>
        ))}
        <Button>{t("texts.save")}</Button>
      </Form>
    </OfficePage>
  );
}

/** How a text begins is its name: where it stands in the file tells nobody anything. */
function shortened(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length <= 80 ? line : `${line.slice(0, 79).replace(/\s\S*$/, "")}…`;
}
