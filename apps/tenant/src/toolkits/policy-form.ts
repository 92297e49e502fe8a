import type { PolicyAnswers, PolicyTemplate } from "@concord/content";
import type { FormValues } from "@concord/ui";

/** The posted form as answers: an empty box is no answer, and yes or no a truth value. */
export function answersOfForm(template: PolicyTemplate, values: FormValues): PolicyAnswers {
  return Object.fromEntries(
    template.questions.flatMap(({ id, type }): [string, PolicyAnswers[string]][] => {
      const posted = [values[`answers.${id}`] ?? []].flat().filter((text) => text.trim() !== "");
      const [first] = posted;
      if (first === undefined) return [];
      if (type === "choices") return [[id, posted]];
      if (type === "yes-no") return first === "yes" || first === "no" ? [[id, first === "yes"]] : [];
      return [[id, first.trim()]];
    }),
  );
}

/** The reverse, to fill the form again. */
export function formOfAnswers(answers: PolicyAnswers): FormValues {
  return Object.fromEntries(
    Object.entries(answers).map(([id, value]) => [
      `answers.${id}`,
      typeof value === "boolean" ? (value ? "yes" : "no") : value,
    ]),
  );
}
