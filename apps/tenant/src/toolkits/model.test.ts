import { library, type PolicyAnswers } from "@concord/content";
import fc from "fast-check";
import { expect, test } from "vitest";
import { checkEvidence } from "./evidence.ts";
import { itemsOf, progressOf } from "./model.ts";
import { answersOfForm, formOfAnswers } from "./policy-form.ts";

const ids = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,6}$/), { maxLength: 12 });

test("progress never counts a step that the path has not, nor one twice", () => {
  fc.assert(
    fc.property(ids, ids, (path, done) => {
      const ticks = [...done, ...done].map((step) => ({ step }));
      const progress = progressOf(path, ticks);
      expect(progress.done).toBe(path.filter((id) => done.includes(id)).length);
      expect(progress.finished).toBe(path.length > 0 && path.every((id) => done.includes(id)));
    }),
  );
});

test("answers come back from the form as they went in", async () => {
  const toolkits = (await library()).flatMap((item) => (item.kind === "toolkit" ? [item.body] : []));
  const templates = toolkits.flatMap((body) => itemsOf(body, "policy-template").map((item) => item.template));
  expect(templates.length).toBeGreaterThan(0);
  const words = fc
    .string({ minLength: 1 })
    .map((text) => text.trim())
    .filter((text) => text !== "");
  for (const template of templates) {
    const answers = fc.record(
      Object.fromEntries(
        template.questions.map(
          ({ id, type, options = [] }): [string, fc.Arbitrary<PolicyAnswers[string]>] => {
            if (type === "yes-no") return [id, fc.boolean()];
            if (type !== "choices") return [id, words];
            return [
              id,
              fc.subarray(
                options.map((option) => option.id),
                { minLength: 1 },
              ),
            ];
          },
        ),
      ),
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(answers, (given) => {
        expect(answersOfForm(template, formOfAnswers(present(given)))).toEqual({ ...given });
      }),
    );
  }
});

test("a file is judged by its bytes, not by its name or what a browser says", () => {
  expect(checkEvidence(Buffer.from("%PDF-1.7"))).toBe("application/pdf");
  expect(checkEvidence(new Uint8Array([0xff, 0xd8, 0xff, 0xe0]))).toBe("image/jpeg");
  for (const bytes of [new Uint8Array([0x50, 0x4b, 3, 4]), Buffer.from("<html>"), new Uint8Array()]) {
    expect(() => checkEvidence(bytes)).toThrow("toolkits.evidence-kind");
  }
});

function present(given: Readonly<Record<string, PolicyAnswers[string] | undefined>>): PolicyAnswers {
  return Object.fromEntries(
    Object.entries(given).flatMap(([id, value]) => (value === undefined ? [] : [[id, value]])),
  );
}
