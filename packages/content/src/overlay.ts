import { z } from "zod";
import { contact } from "./block.ts";
import { locale, localizedMarkdown, localizedText, partId, parts } from "./localized.ts";

const localText = z.object({
  /** The text by language; a language the origin has too is replaced. */
  text: z.record(locale, z.string().trim().min(1).max(20_000)),
  /** The origin's text as it stood when this was written: when it changes, the local one is due for a look. */
  of: z.string().max(20_000).optional(),
});

const lawNote = z.object({
  id: partId,
  title: localizedText,
  markdown: localizedMarkdown,
  citation: z.string().min(1).max(300),
  checkedOn: z.iso.date().optional(),
  /** The lesson, series part or guide it stands in; without it, the last one. */
  place: partId.optional(),
});

/** What an office keeps as its own on adopted material. It is stored apart, and no update writes to it. */
export const overlay = z.object({
  schema: z.literal("concord.overlay/1"),
  /** What `{{program}}` and `{{office}}` read as, where the office wants other words than its profile's. */
  program: localizedText.optional(),
  office: localizedText.optional(),
  contacts: parts(contact, 20).default([]),
  contactsTitle: localizedText.optional(),
  lawNotes: parts(lawNote, 40).default([]),
  /** Local wording and languages, by the text's path (see `textPaths`). */
  texts: z.record(z.string().max(400), localText).default({}),
});

export type Overlay = z.infer<typeof overlay>;
