import { z } from "zod";
import { languages, localizedText, partId, parts } from "./localized.ts";

const answer = z.object({
  id: partId,
  text: localizedText,
  /** The share of the weight earned, 0 to 1; null leaves the question out ("does not apply to us"). */
  points: z.number().min(0).max(1).nullable(),
});

const assessmentQuestion = z.object({
  id: partId,
  text: localizedText,
  help: localizedText.optional(),
  weight: z.number().positive().max(10),
  /** Shown when the answer earns less than its full weight. */
  advice: localizedText,
  /** The step of the toolkit's adoption path that mends it. */
  step: partId.optional(),
});

const level = z.object({
  id: partId,
  /** From this percent up; the lowest level starts at 0. */
  from: z.int().min(0).max(100),
  title: localizedText,
  advice: localizedText,
});

export const selfAssessment = z.object({
  schema: z.literal("concord.self-assessment/1"),
  languages,
  title: localizedText,
  summary: localizedText,
  scale: parts(answer, 8).refine((list) => list.some(({ points }) => points === 1), {
    message: "scale-incomplete",
  }),
  questions: parts(assessmentQuestion, 60),
  levels: parts(level, 8).refine((list) => list.some(({ from }) => from === 0), { message: "level-missing" }),
});

export type SelfAssessment = z.infer<typeof selfAssessment>;
