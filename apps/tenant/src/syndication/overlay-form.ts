import { type Body, type Overlay, readText, textPaths } from "@concord/content";
import type { FormValues } from "@concord/ui";
import { nested } from "../portal/forms.ts";

/** Empty rows offered below the filled ones. */
export const spareRows = { contacts: 2, lawNotes: 1, texts: 2 } as const;

/**
 * The overlay that a filled form makes, for `parseOverlay` to judge. Rows with nothing in them are left out; a local
 * text remembers the origin's wording, so that a later change of it is noticed.
 */
export function overlayOfForm(values: FormValues, body: Body): unknown {
  const form = nested(values);
  const paths = textPaths(body);
  const texts: Record<string, { text: Record<string, string>; of?: string }> = {};
  for (const row of rowsOf(form.texts)) {
    const [path, language, text] = [typed(row.path), typed(row.language), typed(row.text)];
    if (!path || !language || !text) continue;
    const origin = paths.get(path);
    const before = texts[path]?.text ?? {};
    texts[path] = {
      text: { ...before, [language]: text },
      ...(origin ? { of: readText(origin, "en").text } : {}),
    };
  }
  return {
    schema: "concord.overlay/1",
    ...optional("program", localized(form.program)),
    ...optional("office", localized(form.office)),
    contacts: rowsOf(form.contacts).flatMap((row, at) => {
      const contact = {
        ...present(row, ["phone", "email", "url"]),
        ...optional("label", localized(row.label)),
      };
      return Object.keys(contact).length > 0 ? [{ id: `contact-${at + 1}`, ...contact }] : [];
    }),
    lawNotes: rowsOf(form.lawNotes).flatMap((row, at) => {
      const note = {
        ...optional("title", localized(row.title)),
        ...optional("markdown", localized(row.markdown)),
        ...present(row, ["citation", "checkedOn"]),
      };
      return Object.keys(note).length > 0 ? [{ id: `law-${at + 1}`, ...note }] : [];
    }),
    texts,
  };
}

/** The form's values for a stored overlay; the texts as one row for each language. */
export function formOfOverlay(overlay: Overlay | undefined): Record<string, string> {
  if (!overlay) return {};
  const values: Record<string, string> = {};
  const put = (prefix: string, value: unknown) => {
    if (typeof value === "string") values[prefix] = value;
    else if (typeof value === "object" && value !== null)
      for (const [key, inner] of Object.entries(value)) put(`${prefix}.${key}`, inner);
  };
  put("program", overlay.program);
  put("office", overlay.office);
  for (const [at, { id: _, ...contact }] of overlay.contacts.entries()) put(`contacts.${at}`, contact);
  for (const [at, { id: _, ...note }] of overlay.lawNotes.entries()) put(`lawNotes.${at}`, note);
  const rows = Object.entries(overlay.texts).flatMap(([path, { text }]) =>
    Object.entries(text).map(([language, words]) => ({ path, language, text: words })),
  );
  for (const [at, row] of rows.entries()) put(`texts.${at}`, row);
  return values;
}

/** How many rows of a list the form shows: those in the values and some empty ones. */
export function rowCount(values: FormValues, list: keyof typeof spareRows): number {
  const used = Object.entries(values).flatMap(([name, value]) => {
    const [, at] = new RegExp(`^${list}\\.(\\d+)\\.`).exec(name) ?? [];
    return at === undefined || !typed(value) ? [] : [Number(at) + 1];
  });
  return Math.max(0, ...used) + spareRows[list];
}

type Row = Readonly<Record<string, unknown>>;

function rowsOf(value: unknown): Row[] {
  return Array.isArray(value) ? value.filter(isRow) : [];
}

function isRow(value: unknown): value is Row {
  return typeof value === "object" && value !== null;
}

function typed(value: unknown): string {
  return typeof value === "string" ? value.trim() : "";
}

function localized(value: unknown): Record<string, string> | undefined {
  if (!isRow(value)) return undefined;
  const texts = Object.entries(value).flatMap(([language, text]) =>
    typed(text) ? [[language, typed(text)]] : [],
  );
  return texts.length > 0 ? Object.fromEntries(texts) : undefined;
}

function present(row: Row, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.flatMap((name) => (typed(row[name]) ? [[name, typed(row[name])]] : [])));
}

function optional(name: string, value: object | undefined): Record<string, object> {
  return value === undefined ? {} : { [name]: value };
}
