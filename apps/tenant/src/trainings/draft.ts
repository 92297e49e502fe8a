import { type BlobRef, containsPhoneNumber, type TrainingBody } from "@concord/content";
import { z } from "zod";

/** A picture kept from an earlier try of the form, or from the revision being edited. */
const keptPicture = z.object({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  size: z.coerce.number().int().positive(),
  type: z.enum(["image/png", "image/jpeg", "image/webp", "image/avif"]),
});

const words = (max: number) =>
  z
    .string("field.required")
    .trim()
    .min(1, "field.required")
    .max(max, "field.too-big")
    .refine((text) => !containsPhoneNumber(text), "trainings.phone-number");

/** The office's form for a training: every text in every language the program offers. */
export function draftSchema(languages: readonly string[]) {
  const each = (max: number) => z.object(Object.fromEntries(languages.map((code) => [code, words(max)])));
  const lesson = z
    .object({
      id: z.string().max(64).optional(),
      title: each(200),
      text: each(20_000),
      picture: keptPicture.optional(),
      alt: z.record(z.string(), z.string().trim().max(500)).default({}),
    })
    .superRefine((value, issues) => {
      for (const code of value.picture ? languages : []) {
        if (!value.alt[code])
          issues.addIssue({ code: "custom", path: ["alt", code], message: "trainings.alt" });
      }
    });
  const question = z
    .object({
      prompt: each(1_000),
      explanation: each(2_000),
      options: z.preprocess(withoutBlank, z.array(z.object({ text: each(500) })).min(2, "trainings.options")),
      right: z.coerce.number("trainings.right").int(),
    })
    .refine(({ options, right }) => right >= 0 && right < options.length, {
      message: "trainings.right",
      path: ["right"],
    });
  return z
    .object({
      title: each(200),
      summary: each(1_000),
      audience: each(300),
      objectives: each(4_000),
      minutes: z.coerce
        .number("trainings.minutes")
        .int("trainings.minutes")
        .min(1, "trainings.minutes")
        .max(6_000),
      lessons: z.array(lesson).min(1),
      passMark: z.coerce
        .number("trainings.pass-mark")
        .int()
        .min(1, "trainings.pass-mark")
        .max(100, "trainings.pass-mark"),
      questions: z.array(question).default([]),
    })
    .superRefine(({ objectives }, issues) => {
      const counts = languages.map((code) => linesOf(objectives[code]).length);
      languages.forEach((code, at) => {
        if (counts[at] !== counts[0])
          issues.addIssue({ code: "custom", path: ["objectives", code], message: "trainings.objectives" });
      });
    });
}
export type Draft = z.infer<ReturnType<typeof draftSchema>>;

/** The body that a filled form makes. */
export function bodyOfDraft(draft: Draft, languages: readonly string[]): TrainingBody {
  const questions = draft.questions.map(({ prompt, explanation, options, right }, at) => ({
    id: `question-${at + 1}`,
    type: "single" as const,
    prompt,
    explanation,
    options: options.map(({ text }, index) => ({
      id: `option-${index + 1}`,
      text,
      correct: index === right,
    })),
  }));
  const first = languages[0] ?? "en";
  return {
    schema: "concord.training/1",
    languages: [...languages],
    title: draft.title,
    summary: draft.summary,
    audience: draft.audience,
    objectives: linesOf(draft.objectives[first]).map((_line, at) => ({
      id: `objective-${at + 1}`,
      text: Object.fromEntries(languages.map((code) => [code, linesOf(draft.objectives[code])[at] ?? ""])),
    })),
    minutes: draft.minutes,
    sectors: [],
    lessons: lessonsOf(draft, languages),
    ...(questions.length > 0 ? { quiz: { passMark: draft.passMark, questions } } : {}),
    references: [],
  };
}

function lessonsOf(draft: Draft, languages: readonly string[]): TrainingBody["lessons"] {
  const taken = new Set(draft.lessons.map(({ id }) => id));
  let next = 0;
  const fresh = () => {
    do next += 1;
    while (taken.has(`lesson-${next}`));
    return `lesson-${next}`;
  };
  return draft.lessons.map(({ id, title, text, picture, alt }) => ({
    id: id || fresh(),
    title,
    blocks: [
      { id: "text", type: "markdown" as const, markdown: text },
      ...(picture
        ? [
            {
              id: "picture",
              type: "image" as const,
              blob: picture,
              alt: Object.fromEntries(languages.map((code) => [code, alt[code] ?? ""])),
            },
          ]
        : []),
    ],
  }));
}

/** The form's field for a place in the body that it made. */
export function draftPointer(pointer: string): string {
  return pointer
    .replace(/^(\/lessons\/\d+)\/blocks\/0\/markdown/, "$1/text")
    .replace(/^(\/lessons\/\d+)\/blocks\/1\/blob$/, "$1/file")
    .replace(/^(\/lessons\/\d+)\/blocks\/1\/alt/, "$1/alt")
    .replace(/^\/objectives\/\d+\/text/, "/objectives")
    .replace(/^\/quiz\/questions/, "/questions");
}

/** What the form shows of a body it could have made; undefined for richer material, whose texts alone are edited. */
export function draftOfBody(body: TrainingBody): object | undefined {
  const lessons = body.lessons.map(({ id, title, blocks }) => {
    const [text, picture, ...more] = blocks;
    if (text?.type !== "markdown" || !("markdown" in text) || more.length > 0) return undefined;
    if (picture === undefined) return { id, title, text: text.markdown };
    if (picture.type !== "image" || !("alt" in picture)) return undefined;
    return { id, title, text: text.markdown, picture: picture.blob as BlobRef, alt: picture.alt };
  });
  const simple =
    lessons.every((lesson) => lesson !== undefined) &&
    body.sectors.length === 0 &&
    body.references.length === 0 &&
    (body.quiz?.questions.every(({ type }) => type === "single") ?? true);
  if (!simple) return undefined;
  return {
    title: body.title,
    summary: body.summary,
    audience: body.audience,
    objectives: Object.fromEntries(
      body.languages.map((code) => [code, body.objectives.map(({ text }) => text[code] ?? "").join("\n")]),
    ),
    minutes: body.minutes,
    lessons,
    passMark: body.quiz?.passMark ?? 80,
    questions: (body.quiz?.questions ?? []).map(({ prompt, explanation, options }) => ({
      prompt,
      explanation,
      options: options.map(({ text }) => ({ text })),
      right: options.findIndex(({ correct }) => correct),
    })),
  };
}

function linesOf(text: string | undefined): string[] {
  return (text ?? "")
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
}

/** An option left empty in every language was never meant. */
function withoutBlank(options: unknown): unknown {
  if (!Array.isArray(options)) return options;
  return options.filter(
    (option) => !Object.values(option?.text ?? {}).every((text) => String(text).trim() === ""),
  );
}
