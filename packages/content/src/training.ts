import { z } from "zod";
import { blockList } from "./block.ts";
import { languages, localizedText, partId, parts } from "./localized.ts";
import { quiz } from "./quiz.ts";

/** A source: what it says it is in each language, and the citation by which anybody finds it. */
export const reference = z.object({
  id: partId,
  title: localizedText,
  source: z.string().min(1).max(400),
  url: z.url({ protocol: /^https$/ }).optional(),
});

export const objectives = parts(z.object({ id: partId, text: localizedText }), 20);

/** NAICS 2022 sector codes by their leading two to six digits; empty means every sector. */
export const sectors = z.array(z.string().regex(/^\d{2,6}(-\d{2})?$/)).max(30);

export const bodyHead = {
  languages,
  title: localizedText,
  summary: localizedText,
  audience: localizedText,
};

const lesson = z.object({
  id: partId,
  title: localizedText,
  minutes: z.int().positive().max(600).optional(),
  blocks: blockList,
});

export const trainingBody = z.object({
  schema: z.literal("concord.training/1"),
  ...bodyHead,
  objectives,
  minutes: z.int().positive().max(6_000),
  sectors: sectors.default([]),
  lessons: parts(lesson, 60).refine((list) => list.length > 0, { message: "lessons-missing" }),
  quiz: quiz.optional(),
  references: parts(reference, 60).default([]),
});

export type TrainingBody = z.infer<typeof trainingBody>;
export type Lesson = TrainingBody["lessons"][number];
