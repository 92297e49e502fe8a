import { z } from "zod";
import { captionsBlob, imageBlob, videoBlob } from "./blob.ts";
import { locale, localizedMarkdown, localizedText, partId, parts } from "./localized.ts";
import { question } from "./quiz.ts";

const entry = z.object({ id: partId, term: localizedText, detail: localizedMarkdown });

/** A person or desk to turn to. Only a local overlay writes these: the numbers are a state's own. */
export const contact = z.object({
  id: partId,
  label: localizedText,
  phone: z.string().max(40).optional(),
  email: z.email().optional(),
  url: z.url({ protocol: /^https$/ }).optional(),
  note: localizedText.optional(),
});

const blockShapes = {
  heading: { level: z.union([z.literal(1), z.literal(2)]), text: localizedText },
  markdown: { markdown: localizedMarkdown },
  callout: {
    tone: z.enum(["info", "remember", "safety", "law"]),
    title: localizedText.optional(),
    markdown: localizedMarkdown,
  },
  image: { blob: imageBlob, alt: localizedText, caption: localizedText.optional() },
  video: {
    title: localizedText,
    blob: videoBlob,
    poster: imageBlob.optional(),
    seconds: z.int().positive(),
    captions: z
      .record(locale, captionsBlob)
      .refine((files) => Object.keys(files).length > 0, { message: "captions-missing" }),
    transcript: localizedMarkdown,
  },
  checklist: {
    title: localizedText.optional(),
    items: parts(z.object({ id: partId, text: localizedText })),
  },
  entries: { title: localizedText.optional(), entries: parts(entry) },
  scenario: { situation: localizedMarkdown, ask: localizedText, answer: localizedMarkdown },
  hotline: { hotline: partId, note: localizedText.optional() },
  contacts: { title: localizedText.optional(), contacts: parts(contact) },
  question: { question },
} as const;

function block<K extends keyof typeof blockShapes>(type: K) {
  return z.object({ id: partId, type: z.literal(type), ...blockShapes[type] });
}

const knownBlock = z.discriminatedUnion("type", [
  block("heading"),
  block("markdown"),
  block("callout"),
  block("image"),
  block("video"),
  block("checklist"),
  block("entries"),
  block("scenario"),
  block("hotline"),
  block("contacts"),
  block("question"),
]);

/** A part of a later version of the format: kept as it came and shown as a notice, so that the rest stays readable. */
export const unsupportedPart = z.looseObject({ id: partId, type: z.string().max(64) });

const unsupportedBlock = unsupportedPart.refine(({ type }) => !Object.hasOwn(blockShapes, type), {
  message: "block-invalid",
  abort: true,
});

const anyBlock = z.union([knownBlock, unsupportedBlock]);
export const blockList = parts(anyBlock, 500);

export type Block = z.infer<typeof knownBlock>;
export type UnsupportedBlock = z.infer<typeof unsupportedPart>;
export type AnyBlock = Block | UnsupportedBlock;
export type Contact = z.infer<typeof contact>;

export function isKnownBlock(value: AnyBlock): value is Block {
  return Object.hasOwn(blockShapes, value.type);
}
