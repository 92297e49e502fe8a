import {
  Actions,
  Button,
  Checkbox,
  Fieldset,
  FileField,
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
import { QuestionFields } from "./question-fields.tsx";
import { languageText } from "./words.ts";

export interface TrainingFormProps {
  readonly site: Site;
  readonly action: string;
  readonly editing: boolean;
  readonly lessons: number;
  readonly questions: number;
  readonly values: FormValues;
  readonly errors: FormErrors;
}

/** Writing a training: each text in each language, lessons and questions as many as wanted, without scripts. */
export function TrainingFormPage(props: TrainingFormProps) {
  const { site, action, editing, lessons, questions, values, errors } = props;
  const t = messages.in(site.locale);
  const title = t(editing ? "form.edit" : "form.new");
  const numbers = (count: number) => Array.from({ length: count }, (_none, at) => at);
  return (
    <OfficePage site={site} title={title} failed={Object.keys(errors).length > 0} width="text">
      <PageHeading title={title} lead={t("form.lead")} />
      <Form action={localHref(site, action)} values={values} errors={errors} upload>
        <input type="hidden" name="lessonCount" value={String(lessons)} />
        <input type="hidden" name="questionCount" value={String(questions)} />
        <Basics site={site} />
        {numbers(lessons).map((at) => (
          <LessonFields site={site} at={at} values={values} />
        ))}
        <Actions>
          <Button look="outline" name="go" value="add-lesson">
            {t("form.add-lesson")}
          </Button>
          {lessons > 1 && (
            <Button look="plain" name="go" value="remove-lesson">
              {t("form.remove-lesson")}
            </Button>
          )}
        </Actions>
        <Fieldset legend={t("form.quiz")}>
          <TextField name="passMark" type="number" label={t("form.pass-mark")} width="2xs" required />
        </Fieldset>
        {numbers(questions).map((at) => (
          <QuestionFields site={site} at={at} />
        ))}
        <Actions>
          <Button look="outline" name="go" value="add-question">
            {t("form.add-question")}
          </Button>
          {questions > 0 && (
            <Button look="plain" name="go" value="remove-question">
              {t("form.remove-question")}
            </Button>
          )}
        </Actions>
        <Button name="go" value="save">
          {t("form.save")}
        </Button>
      </Form>
    </OfficePage>
  );
}

function Basics({ site }: { site: Site }) {
  const t = messages.in(site.locale);
  return (
    <Fieldset legend={t("form.basics")}>
      {site.locales.map((code) => (
        <TextField
          name={`title.${code}`}
          label={t("form.title", { language: languageText(code, site.locale) })}
          required
        />
      ))}
      {site.locales.map((code) => (
        <TextArea
          name={`summary.${code}`}
          label={t("form.summary", { language: languageText(code, site.locale) })}
          rows={3}
          required
        />
      ))}
      {site.locales.map((code) => (
        <TextField
          name={`audience.${code}`}
          label={t("form.audience", { language: languageText(code, site.locale) })}
          required
        />
      ))}
      {site.locales.map((code) => (
        <TextArea
          name={`objectives.${code}`}
          label={t("form.objectives", { language: languageText(code, site.locale) })}
          rows={4}
          required
        />
      ))}
      <TextField
        name="minutes"
        type="number"
        inputmode="numeric"
        label={t("form.minutes")}
        width="2xs"
        required
      />
    </Fieldset>
  );
}

function LessonFields({ site, at, values }: { site: Site; at: number; values: FormValues }) {
  const t = messages.in(site.locale);
  const name = (field: string) => `lessons.${at}.${field}`;
  const kept = ["sha256", "size", "type"].map((part) => [
    name(`picture.${part}`),
    values[name(`picture.${part}`)],
  ]);
  const hasPicture = kept.every(([, value]) => typeof value === "string" && value !== "");
  return (
    <Fieldset legend={t("form.lesson", { number: at + 1 })}>
      <input type="hidden" name={name("id")} value={String(values[name("id")] ?? "")} />
      {hasPicture &&
        kept.map(([field, value]) => <input type="hidden" name={String(field)} value={String(value)} />)}
      {site.locales.map((code) => (
        <TextField
          name={name(`title.${code}`)}
          label={t("form.lesson-title", { language: languageText(code, site.locale) })}
          required
        />
      ))}
      {site.locales.map((code) => (
        <TextArea
          name={name(`text.${code}`)}
          label={t("form.lesson-text", { language: languageText(code, site.locale) })}
          hint={t("form.markdown")}
          rows={10}
          required
        />
      ))}
      <FileField
        name={name("file")}
        label={t("form.picture")}
        accept="image/png,image/jpeg,image/webp"
        types={t("form.picture-types")}
        maxMegabytes={10}
        {...(hasPicture ? { hint: t("form.picture-kept") } : {})}
      />
      {hasPicture && <Checkbox name={name("drop")} label={t("form.picture-drop")} />}
      {site.locales.map((code) => (
        <TextField
          name={name(`alt.${code}`)}
          label={t("form.alt", { language: languageText(code, site.locale) })}
        />
      ))}
    </Fieldset>
  );
}
