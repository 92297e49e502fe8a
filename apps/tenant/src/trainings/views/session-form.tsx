import {
  Button,
  DateField,
  Form,
  type FormErrors,
  type FormValues,
  localHref,
  type Option,
  PageHeading,
  RadioGroup,
  SelectField,
  type Site,
  TextArea,
  TextField,
} from "@concord/ui";
import { OfficePage } from "../../portal/frames.tsx";
import { messages } from "../messages.ts";
import { sessionModes } from "../session-model.ts";
import { languageOptions, languageText } from "./words.ts";

interface SessionFormProps {
  readonly site: Site;
  readonly action: string;
  readonly editing: boolean;
  /** The live parts of the series on offer. */
  readonly parts: readonly Option[];
  readonly timeZone: string;
  readonly values: FormValues;
  readonly errors: FormErrors;
}

/** Planning a live session, in the program's own time zone. */
export function SessionFormPage(props: SessionFormProps) {
  const { site, action, editing, parts, timeZone, values, errors } = props;
  const t = messages.in(site.locale);
  const title = t(editing ? "session-form.edit" : "session-form.new");
  return (
    <OfficePage site={site} title={title} failed={Object.keys(errors).length > 0} width="text">
      <PageHeading title={title} />
      <Form action={localHref(site, action)} values={values} errors={errors}>
        {site.locales.map((code) => (
          <TextField
            name={`title.${code}`}
            label={t("session-form.title", { language: languageText(code, site.locale) })}
            required
          />
        ))}
        {site.locales.map((code) => (
          <TextArea
            name={`description.${code}`}
            label={t("session-form.description", { language: languageText(code, site.locale) })}
            rows={3}
          />
        ))}
        {parts.length > 0 && (
          <SelectField
            name="part"
            label={t("session-form.part")}
            options={parts}
            placeholder={t("session-form.part-none")}
          />
        )}
        <SelectField
          name="locale"
          label={t("session-form.locale")}
          options={languageOptions(site.locales)}
          required
        />
        <p>{t("session-form.zone", { zone: timeZone })}</p>
        <DateField name="day" label={t("session-form.day")} required />
        <TextField name="from" type="time" label={t("session-form.from")} width="sm" required />
        <TextField name="to" type="time" label={t("session-form.to")} width="sm" required />
        <RadioGroup
          name="mode"
          label={t("session.mode")}
          options={sessionModes.map((value) => ({ value, label: t(`session.${value}`) }))}
        />
        <TextField
          name="joinUrl"
          type="url"
          label={t("session-form.join")}
          hint={t("session-form.join-hint")}
        />
        <TextField name="place" label={t("session-form.place")} hint={t("session-form.place-hint")} />
        <TextField
          name="capacity"
          type="number"
          inputmode="numeric"
          label={t("session-form.capacity")}
          width="2xs"
        />
        <TextField name="host" label={t("session-form.host")} />
        <Button>{t("session-form.save")}</Button>
      </Form>
    </OfficePage>
  );
}
