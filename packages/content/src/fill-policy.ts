import { DomainError, type FieldError } from "@concord/runtime";
import { expandToText, type TokenData } from "./hotline.ts";
import { type Text, textIn } from "./localized.ts";
import { messages } from "./messages.ts";
import type { Condition, PolicyQuestion, PolicyTemplate } from "./policy-template.ts";

/** By question id: a text, an option's id, option ids, yes or no; dates as ISO (`2026-08-17`). */
export type PolicyAnswers = Readonly<Record<string, string | boolean | readonly string[]>>;

export type PolicyBlock =
  | { readonly type: "heading"; readonly level: 1 | 2; readonly text: string }
  | { readonly type: "paragraph"; readonly text: string }
  | { readonly type: "list"; readonly ordered: boolean; readonly items: readonly string[] };

export interface PolicyDocument {
  readonly title: string;
  readonly language: string;
  readonly blocks: readonly PolicyBlock[];
}

/** What stands for an answer that was not needed or not given, to be written in by hand. */
const blank = "____________";

/** The answers that are missing or are none of the options, by JSON Pointer into the answers. */
export function checkAnswers(template: PolicyTemplate, answers: PolicyAnswers): FieldError[] {
  return template.questions
    .filter((question) => holds(question.when, answers))
    .flatMap((question): FieldError[] => {
      const value = answerTo(question.id, answers);
      const pointer = `/${question.id}`;
      if (isEmpty(value)) return question.required ? [{ pointer, code: "answer-missing" }] : [];
      return fits(question, value) ? [] : [{ pointer, code: "answer-invalid" }];
    });
}

/**
 * The policy in `locale` as headings, paragraphs and lists of plain text, for PDF and DOCX. Answers are put in as
 * typed and never read as tokens. Throws `content.answers-invalid`; with `draft` gaps become blanks to fill by hand.
 */
export function fillPolicy(
  template: PolicyTemplate,
  answers: PolicyAnswers,
  locale: string,
  tokens: TokenData & { readonly draft?: boolean },
): PolicyDocument {
  const faults = tokens.draft ? [] : checkAnswers(template, answers);
  if (faults.length > 0) throw new DomainError("content.answers-invalid", "invalid", {}, faults);
  const write = (text: Text) => fillText(textIn(text, locale), template, answers, locale, tokens);
  const blocks = template.sections
    .filter(({ when }) => holds(when, answers))
    .flatMap((section): PolicyBlock[] => [
      { type: "heading", level: 2, text: write(section.title) },
      ...section.blocks
        .filter(({ when }) => holds(when, answers))
        .map((block): PolicyBlock => {
          if (block.type === "paragraph") return { type: "paragraph", text: write(block.text) };
          const items = block.items.filter(({ when }) => holds(when, answers)).map(({ text }) => write(text));
          return { type: "list", ordered: block.ordered, items };
        })
        .filter((block) => block.type !== "list" || block.items.length > 0),
    ]);
  const title = write(template.title);
  return { title, language: locale, blocks: [{ type: "heading", level: 1, text: title }, ...blocks] };
}

/** Whether a question or part is asked or shown with these answers. */
export function holds(condition: Condition | undefined, answers: PolicyAnswers): boolean {
  if (condition === undefined) return true;
  if ("not" in condition) return !holds(condition.not, answers);
  if ("answered" in condition) return !isEmpty(answerTo(condition.answered, answers));
  if ("all" in condition) return condition.all.every((one) => holds(one, answers));
  if ("any" in condition) return condition.any.some((one) => holds(one, answers));
  const wanted: readonly (string | boolean)[] = Array.isArray(condition.is) ? condition.is : [condition.is];
  const answer = answerTo(condition.question, answers);
  if (typeof answer === "string" || typeof answer === "boolean") return wanted.includes(answer);
  return answer?.some((one) => wanted.includes(one)) ?? false;
}

function fillText(
  source: string,
  template: PolicyTemplate,
  answers: PolicyAnswers,
  locale: string,
  tokens: TokenData,
) {
  return source
    .split(/(\{\{answer:[a-z0-9-]+\}\})/)
    .map((piece) => {
      const [, id] = /^\{\{answer:([a-z0-9-]+)\}\}$/.exec(piece) ?? [];
      if (id === undefined) return expandToText(piece, tokens, locale);
      const question = template.questions.find((one) => one.id === id);
      return question === undefined ? blank : spoken(question, answerTo(id, answers), locale);
    })
    .join("");
}

function spoken(question: PolicyQuestion, value: PolicyAnswers[string] | undefined, locale: string): string {
  if (isEmpty(value) || value === undefined) return blank;
  if (typeof value === "boolean") return messages.in(locale)(value ? "policy.yes" : "policy.no");
  if (question.type === "date" && typeof value === "string") {
    const format = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" });
    return Number.isNaN(Date.parse(value)) ? value : format.format(new Date(value));
  }
  const names = (typeof value === "string" ? [value] : value).map((id) => {
    const option = question.options?.find((one) => one.id === id);
    return option === undefined ? id : textIn(option.text, locale);
  });
  return new Intl.ListFormat(locale, { type: "conjunction" }).format(names);
}

function fits(question: PolicyQuestion, value: PolicyAnswers[string] | undefined): boolean {
  const known = new Set(question.options?.map(({ id }) => id));
  if (question.type === "yes-no") return typeof value === "boolean";
  if (question.type === "choices") return Array.isArray(value) && value.every((id) => known.has(id));
  if (typeof value !== "string") return false;
  if (question.type === "choice") return known.has(value);
  if (question.type === "date") return /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value));
  return value.length <= 4_000;
}

function answerTo(id: string, answers: PolicyAnswers): PolicyAnswers[string] | undefined {
  return Object.hasOwn(answers, id) ? answers[id] : undefined;
}

function isEmpty(value: PolicyAnswers[string] | undefined): boolean {
  if (value === undefined || typeof value === "boolean") return value === undefined;
  return typeof value === "string" ? value.trim() === "" : value.length === 0;
}
