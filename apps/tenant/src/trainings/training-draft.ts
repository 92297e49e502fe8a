import type { TrainingBody } from "@concord/content";
import { fieldErrors } from "@concord/http";
import { DomainError } from "@concord/runtime";
import type { FormValues } from "@concord/ui";
import type { Context } from "../context.ts";
import { nested, type Posted } from "../portal/forms.ts";
import { bodyOfDraft, draftPointer, draftSchema } from "./draft.ts";
import { keepPicture } from "./keep-picture.ts";

export interface PostedDraft {
  readonly values: FormValues;
  readonly lessons: number;
  readonly questions: number;
  readonly go: "save" | "changed";
}

/** Reads the office's form: keeps new pictures at once, so that a fault elsewhere loses none, and adds or removes parts. */
export async function readDraft(context: Context, { values, files }: Posted): Promise<PostedDraft> {
  const kept: Record<string, string | readonly string[] | undefined> = { ...values };
  for (const name of Object.keys(kept)) {
    const lesson = /^(lessons\.\d+)\.drop$/.exec(name)?.[1];
    if (lesson) for (const part of ["sha256", "size", "type"]) delete kept[`${lesson}.picture.${part}`];
    if (lesson) delete kept[name];
  }
  for (const [name, file] of Object.entries(files)) {
    const lesson = /^(lessons\.\d+)\.file$/.exec(name)?.[1];
    if (!lesson) continue;
    const bytes = new Uint8Array(await file.arrayBuffer());
    const picture = await keepPicture(context, { field: name, bytes });
    for (const [part, value] of Object.entries(picture)) kept[`${lesson}.picture.${part}`] = String(value);
  }
  const count = (name: string, least: number) =>
    Math.min(40, Math.max(least, Math.trunc(Number(values[name])) || least));
  const lessons = count("lessonCount", 1);
  const questions = count("questionCount", 0);
  const by = {
    "add-lesson": [1, 0],
    "remove-lesson": [-1, 0],
    "add-question": [0, 1],
    "remove-question": [0, -1],
  };
  const [moreLessons = 0, moreQuestions = 0] = Object.entries(by).find(([go]) => go === values.go)?.[1] ?? [];
  const changed = moreLessons !== 0 || moreQuestions !== 0;
  const after = {
    lessons: Math.max(1, lessons + moreLessons),
    questions: Math.max(0, questions + moreQuestions),
  };
  return { values: within(kept, after), ...after, go: changed ? "changed" : "save" };
}

/** The body a posted form makes. Throws `request.invalid` with the form's own fields. */
export function bodyOfPosted({ values }: PostedDraft, languages: readonly string[]): TrainingBody {
  const parsed = draftSchema(languages).safeParse(nested(values));
  if (!parsed.success) throw new DomainError("request.invalid", "invalid", {}, fieldErrors(parsed.error));
  return bodyOfDraft(parsed.data, languages);
}

/** Runs what writes a posted body; faults of the body come back as faults of the form's fields. */
export async function inFormFields<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== "trainings.body-invalid") throw error;
    const errors = error.errors.map((one) => ({ ...one, pointer: draftPointer(one.pointer) }));
    throw new DomainError(error.code, error.kind, error.params, errors);
  }
}

/** Leaves out the fields of parts that were removed. */
function within(values: FormValues, counts: { lessons: number; questions: number }): FormValues {
  return Object.fromEntries(
    Object.entries(values).filter(([name]) => {
      const [list, at] = name.split(".");
      if (list === "lessons") return Number(at) < counts.lessons;
      return list !== "questions" || Number(at) < counts.questions;
    }),
  );
}
