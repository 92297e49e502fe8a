import { z } from "zod";
import { localizedText, partId, parts } from "./localized.ts";

const option = z.object({ id: partId, text: localizedText, correct: z.boolean() });

export const question = z
  .object({
    id: partId,
    type: z.enum(["single", "multiple"]),
    prompt: localizedText,
    options: parts(option, 12).refine((list) => list.length >= 2, { message: "options-too-few" }),
    explanation: localizedText,
  })
  .refine(hasAnswer, { message: "question-without-answer", path: ["options"] });

export const quiz = z.object({
  /** The share of questions to get right, in percent. */
  passMark: z.int().min(1).max(100),
  questions: parts(question, 100).refine((list) => list.length > 0, { message: "questions-missing" }),
});

export type Question = z.infer<typeof question>;
export type Quiz = z.infer<typeof quiz>;

function hasAnswer(value: { type: string; options: readonly { correct: boolean }[] }): boolean {
  const right = value.options.filter(({ correct }) => correct).length;
  return value.type === "single" ? right === 1 : right >= 1;
}
