import { DomainError, type FieldError } from "@concord/runtime";
import type { z } from "zod";
import { textsOf, toNode } from "./node.ts";
import { overlay } from "./overlay.ts";
import { policyTemplate } from "./policy-template.ts";
import { selfAssessment } from "./self-assessment.ts";
import { seriesBody } from "./series.ts";
import { toolkitBody } from "./toolkit.ts";
import { trainingBody } from "./training.ts";

export const bodySchemas = {
  training: trainingBody,
  series: seriesBody,
  toolkit: toolkitBody,
  "policy-template": policyTemplate,
  "self-assessment": selfAssessment,
} as const;

export type BodyKind = keyof typeof bodySchemas;
export type BodyOf<K extends BodyKind> = z.infer<(typeof bodySchemas)[K]>;
export type Body = { [K in BodyKind]: BodyOf<K> }[BodyKind];

/** What the `schema` of a body says it is. */
export function kindOf(body: Body): BodyKind {
  const [, kind = ""] = /^concord\.([a-z-]+)\/1$/.exec(body.schema) ?? [];
  if (!isBodyKind(kind)) throw new DomainError("content.unknown-schema", "invalid", { schema: body.schema });
  return kind;
}

export function isBodyKind(kind: string): kind is BodyKind {
  return Object.hasOwn(bodySchemas, kind);
}

export type Checked<K extends BodyKind> =
  | { readonly valid: true; readonly body: BodyOf<K> }
  | { readonly valid: false; readonly errors: readonly FieldError[] };

/**
 * Reads a body of `kind` that came from a file, a form or another member. Every fault is named at once by JSON
 * Pointer; a language is refused where a text lacks it; parts of a later version are kept, not refused.
 */
export function checkBody<K extends BodyKind>(kind: K, json: unknown): Checked<K> {
  const parsed = schemaOf(kind).safeParse(json);
  if (!parsed.success)
    return { valid: false, errors: parsed.error.issues.flatMap((issue) => faultsOf(issue)) };
  const errors = [
    ...missingTexts(bodySchemas[kind], parsed.data),
    ...missingCaptions(parsed.data, parsed.data.languages),
  ];
  return errors.length > 0 ? { valid: false, errors } : { valid: true, body: parsed.data };
}

/** As `checkBody`, and throws `content.body-invalid` with the faults. */
export function parseBody<K extends BodyKind>(kind: K, json: unknown): BodyOf<K> {
  const checked = checkBody(kind, json);
  if (!checked.valid) throw new DomainError("content.body-invalid", "invalid", { kind }, checked.errors);
  return checked.body;
}

export function parseOverlay(json: unknown) {
  const parsed = overlay.safeParse(json);
  if (parsed.success) return parsed.data;
  const errors = parsed.error.issues.flatMap((issue) => faultsOf(issue));
  throw new DomainError("content.overlay-invalid", "invalid", {}, errors);
}

/** Reads a body already checked and changed since: only its shape is looked at again. */
export function readBody<K extends BodyKind>(kind: K, json: unknown): BodyOf<K> {
  return schemaOf(kind).parse(json);
}

function schemaOf<K extends BodyKind>(kind: K): z.ZodType<BodyOf<K>> {
  return bodySchemas[kind] as unknown as z.ZodType<BodyOf<K>>;
}

function missingTexts(schema: z.ZodType, body: { readonly languages: readonly string[] }): FieldError[] {
  return textsOf(toNode(schema, body)).flatMap(({ path, text }) =>
    body.languages
      .filter((language) => text[language] === undefined)
      .map((language) => ({ pointer: `/${path}`, code: "language-missing", params: { language } })),
  );
}

/** A video speaks every language the body claims: its captions must too. */
function missingCaptions(
  value: unknown,
  languages: readonly string[],
  path: readonly string[] = [],
): FieldError[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, child]): FieldError[] => {
    const inside = [...path, key];
    if (key !== "captions" || typeof child !== "object" || child === null)
      return missingCaptions(child, languages, inside);
    return languages
      .filter((language) => !Object.hasOwn(child, language))
      .map((language) => ({
        pointer: `/${inside.join("/")}`,
        code: "captions-missing",
        params: { language },
      }));
  });
}

/** A union's first branch is the known shape: its faults are the ones that help. */
function faultsOf(issue: z.core.$ZodIssue, before: readonly PropertyKey[] = []): FieldError[] {
  const path = [...before, ...issue.path];
  if (issue.code === "invalid_union" && issue.errors[0] !== undefined && issue.errors[0].length > 0)
    return issue.errors[0].flatMap((inner) => faultsOf(inner, path));
  const pointer = path.map((key) => `/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
  return [{ pointer, code: issue.code === "custom" ? issue.message : issue.code.replaceAll("_", "-") }];
}
