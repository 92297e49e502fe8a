import { type Body, textIn, textPaths } from "@concord/content";
import {
  DateField,
  Fieldset,
  type FormValues,
  languageName,
  SelectField,
  type Site,
  TextArea,
  TextField,
} from "@concord/ui";
import type { Child } from "hono/jsx";
import { messages } from "../messages.ts";
import { rowCount, spareRows } from "../overlay-form.ts";

interface FieldsProps {
  readonly site: Site;
  readonly body: Body;
  readonly values: FormValues;
}

/** What an office keeps as its own: names, contacts, notes on the law, local wording. */
export function OverlayFields({ site, body, values }: FieldsProps) {
  const t = messages.in(site.locale);
  return (
    <>
      <Contacts site={site} values={values} />
      <details class="cc-stack" open={Object.keys(values).some((name) => /^(program|office)\./.test(name))}>
        <summary>{t("overlay.names")}</summary>
        <Names site={site} />
      </details>
      <Group site={site} values={values} list="lawNotes" row={(at) => <LawFields site={site} at={at} />} />
      <Group
        site={site}
        values={values}
        list="texts"
        row={(at) => <LocalTextFields site={site} body={body} at={at} />}
      />
    </>
  );
}

function Names({ site }: { site: Site }) {
  const t = messages.in(site.locale);
  return (
    <Fieldset legend={t("overlay.names")} hint={t("overlay.names-hint")}>
      {(["program", "office"] as const).flatMap((name) =>
        site.locales.map((language) => (
          <TextField
            name={`${name}.${language}`}
            label={t(`overlay.${name}`, { language: languageName(language) })}
            maxlength={200}
          />
        )),
      )}
    </Fieldset>
  );
}

/** Whom people turn to matters most: what is filled in stands open, and so does the first one. */
function Contacts({ site, values }: Pick<FieldsProps, "site" | "values">) {
  const count = rowCount(values, "contacts");
  const shown = Math.max(1, count - spareRows.contacts);
  const rows = Array.from({ length: count }, (_, at) => <ContactFields site={site} at={at} />);
  return (
    <>
      {rows.slice(0, shown)}
      <details class="cc-stack">
        <summary>{messages.in(site.locale)("overlay.group.contacts")}</summary>
        {rows.slice(shown)}
      </details>
    </>
  );
}

interface GroupProps extends Pick<FieldsProps, "site" | "values"> {
  readonly list: "lawNotes" | "texts";
  readonly row: (at: number) => Child;
}

/** Closed while it is empty, so that the form is as short as what is in it. */
function Group({ site, values, list, row }: GroupProps) {
  const count = rowCount(values, list);
  return (
    <details class="cc-stack" open={count > spareRows[list]}>
      <summary>{messages.in(site.locale)(`overlay.group.${list}`)}</summary>
      {Array.from({ length: count }, (_, at) => row(at))}
    </details>
  );
}

function ContactFields({ site, at }: { site: Site; at: number }) {
  const t = messages.in(site.locale);
  const name = (field: string) => `contacts.${at}.${field}`;
  return (
    <Fieldset legend={t("overlay.contacts", { number: at + 1 })} hint={t("overlay.contacts-hint")}>
      {site.locales.map((language) => (
        <TextField
          name={name(`label.${language}`)}
          label={t("overlay.label", { language: languageName(language) })}
          maxlength={200}
        />
      ))}
      <TextField name={name("phone")} type="tel" label={t("overlay.phone")} width="lg" maxlength={40} />
      <TextField name={name("email")} type="email" label={t("overlay.email")} maxlength={254} />
      <TextField name={name("url")} type="url" label={t("overlay.url")} hint={t("overlay.url-hint")} />
    </Fieldset>
  );
}

function LawFields({ site, at }: { site: Site; at: number }) {
  const t = messages.in(site.locale);
  const name = (field: string) => `lawNotes.${at}.${field}`;
  return (
    <Fieldset legend={t("overlay.law", { number: at + 1 })} hint={t("overlay.law-hint")}>
      {site.locales.flatMap((language) => [
        <TextField
          name={name(`title.${language}`)}
          label={t("overlay.law-title", { language: languageName(language) })}
          maxlength={200}
        />,
        <TextArea
          name={name(`markdown.${language}`)}
          label={t("overlay.law-text", { language: languageName(language) })}
          rows={3}
        />,
      ])}
      <TextField name={name("citation")} label={t("overlay.citation")} maxlength={300} />
      <DateField name={name("checkedOn")} label={t("overlay.checked")} />
    </Fieldset>
  );
}

function LocalTextFields({ site, body, at }: { site: Site; body: Body; at: number }) {
  const t = messages.in(site.locale);
  const name = (field: string) => `texts.${at}.${field}`;
  const options = [...textPaths(body)].map(([path, text]) => ({
    value: path,
    label: shortened(textIn(text, site.locale)),
  }));
  return (
    <Fieldset legend={t("overlay.texts", { number: at + 1 })} hint={t("overlay.texts-hint")}>
      <SelectField name={name("path")} label={t("overlay.path")} options={options} />
      <TextField name={name("language")} label={t("overlay.language")} width="2xs" maxlength={12} />
      <TextArea name={name("text")} label={t("overlay.text")} rows={3} maxlength={20_000} />
    </Fieldset>
  );
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length <= 80 ? line : `${line.slice(0, 79).replace(/\s\S*$/, "")}…`;
}
