import { z } from "zod";
import { languages, localizedText, partId, parts } from "./localized.ts";

type Value = string | boolean;
export type Condition =
  | { readonly question: string; readonly is: Value | readonly Value[] }
  | { readonly answered: string }
  | { readonly not: Condition }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] };

const value = z.union([z.string().max(200), z.boolean()]);

/** `is` holds when the answer equals one of the values, or when a `choices` answer holds one of them. */
const condition: z.ZodType<Condition> = z.union([
  z.object({ question: partId, is: z.union([value, z.array(value).max(40)]) }),
  z.object({ answered: partId }),
  z.object({ not: z.lazy(() => condition) }),
  z.object({ all: z.array(z.lazy(() => condition)).max(10) }),
  z.object({ any: z.array(z.lazy(() => condition)).max(10) }),
]);

const policyQuestion = z.object({
  id: partId,
  type: z.enum(["text", "longtext", "choice", "choices", "yes-no", "date", "email", "phone"]),
  label: localizedText,
  help: localizedText.optional(),
  required: z.boolean().default(false),
  options: parts(z.object({ id: partId, text: localizedText }), 40).optional(),
  /** The question is asked only when this holds. */
  when: condition.optional(),
});

const when = { when: condition.optional() };
const paragraph = z.object({ id: partId, type: z.literal("paragraph"), text: localizedText, ...when });
const list = z.object({
  id: partId,
  type: z.literal("list"),
  ordered: z.boolean().default(false),
  items: parts(z.object({ id: partId, text: localizedText, ...when })),
  ...when,
});

const section = z.object({
  id: partId,
  title: localizedText,
  blocks: parts(z.discriminatedUnion("type", [paragraph, list]), 60),
  ...when,
});

/** Texts hold `{{answer:<question id>}}` and hotline tokens; everything is plain text. */
export const policyTemplate = z
  .object({
    schema: z.literal("concord.policy-template/1"),
    languages,
    title: localizedText,
    summary: localizedText,
    questions: parts(policyQuestion, 60),
    sections: parts(section, 60),
  })
  .superRefine((template, context) => {
    const known = new Set(template.questions.map(({ id }) => id));
    for (const id of questionsNamed(template)) {
      if (!known.has(id)) context.addIssue({ code: "custom", message: "question-unknown", params: { id } });
    }
  });

export type PolicyTemplate = z.infer<typeof policyTemplate>;
export type PolicyQuestion = PolicyTemplate["questions"][number];

function questionsNamed(template: unknown): string[] {
  const json = JSON.stringify(template);
  const placeholders = [...json.matchAll(/\{\{answer:([a-z0-9-]+)\}\}/g)];
  const conditions = [...json.matchAll(/"(?:question|answered)":"([a-z0-9-]+)"/g)];
  return [...new Set([...placeholders, ...conditions].map(([, id]) => id ?? ""))];
}
