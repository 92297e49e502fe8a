import { Fieldset, RadioGroup, type Site, TextArea, TextField } from "@concord/ui";
import { messages } from "../messages.ts";
import { languageText } from "./words.ts";

const answers = [0, 1, 2, 3];

/** One question with up to four answers; an answer left empty is left out. */
export function QuestionFields({ site, at }: { site: Site; at: number }) {
  const t = messages.in(site.locale);
  const name = (field: string) => `questions.${at}.${field}`;
  const language = (code: string) => languageText(code, site.locale);
  return (
    <Fieldset legend={t("form.question", { number: at + 1 })}>
      {site.locales.map((code) => (
        <TextField
          name={name(`prompt.${code}`)}
          label={t("form.prompt", { language: language(code) })}
          required
        />
      ))}
      {answers.flatMap((answer) =>
        site.locales.map((code) => (
          <TextField
            name={name(`options.${answer}.text.${code}`)}
            label={t("form.option", { number: answer + 1, language: language(code) })}
            required={answer < 2}
          />
        )),
      )}
      <RadioGroup
        name={name("right")}
        label={t("form.right")}
        options={answers.map((answer) => ({
          value: String(answer),
          label: t("form.right-option", { number: answer + 1 }),
        }))}
        required
      />
      {site.locales.map((code) => (
        <TextArea
          name={name(`explanation.${code}`)}
          label={t("form.explanation", { language: language(code) })}
          rows={3}
          required
        />
      ))}
    </Fieldset>
  );
}
