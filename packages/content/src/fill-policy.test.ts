import fc from "fast-check";
import { expect, test } from "vitest";
import { checkAnswers, fillPolicy } from "./fill-policy.ts";
import { library } from "./library.ts";
import { scoreAssessment } from "./score-assessment.ts";
import { trialHotlines } from "./test/fixtures.ts";
import { isKnownItem } from "./toolkit.ts";

const tokens = { hotlines: trialHotlines };
const items = await library();
const toolkit = items.flatMap((item) =>
  item.slug === "workplace-toolkit" && item.kind === "toolkit" ? [item.body] : [],
);
const parts = toolkit.flatMap((body) => body.items);
const policy = templateOf("zero-tolerance");
const assessment = assessmentOf("where-we-stand");

function templateOf(id: string) {
  const [part] = parts.filter(isKnownItem).filter((one) => one.id === id);
  if (part?.type !== "policy-template") throw new Error(id);
  return part.template;
}

function assessmentOf(id: string) {
  const [part] = parts.filter(isKnownItem).filter((one) => one.id === id);
  if (part?.type !== "self-assessment") throw new Error(id);
  return part.assessment;
}

const answers = {
  organization: "Gulf Pines Motel",
  industry: "lodging",
  contractors: true,
  roles: ["public", "supervisors"],
  contact: "Ana Ruiz, front office",
  training: "yearly",
  signer: "Lee Moss, owner",
  effective: "2026-08-17",
};

const flat = (document: ReturnType<typeof fillPolicy>) =>
  document.blocks.map((block) => (block.type === "list" ? block.items.join("\n") : block.text)).join("\n");

test("the policy holds the answers, the parts for its industry and roles, and no others", () => {
  const text = flat(fillPolicy(policy, answers, "en", tokens));
  expect(text).toContain("This policy applies from August 17, 2026");
  expect(text).toContain("In our rooms and at our desk");
  expect(text).toContain("Labor contractors and agencies");
  expect(text).toContain("Supervisors pass on every concern");
  expect(text).toContain("trained every year");
  expect(text).toContain("National Human Trafficking Hotline (1-888-373-7888)");
  expect(text).not.toMatch(/On the road|With our patients|Buyers use|FAR 52|\{\{|____/);
});

test("in Spanish it is Spanish throughout", () => {
  const document = fillPolicy(
    policy,
    { ...answers, contractors: false, "second-contact": "Iván Peña" },
    "es",
    tokens,
  );
  expect(document).toMatchObject({
    language: "es",
    title: "Política de tolerancia cero ante la trata de personas",
  });
  expect(flat(document)).toContain("rige desde el 17 de agosto de 2026");
  expect(flat(document)).toContain("otra persona: Iván Peña");
  expect(flat(document)).not.toContain("agencias de empleo");
});

test("missing and impossible answers are all named; a draft leaves blanks instead", () => {
  const bad = { industry: "piracy", roles: ["public", "nobody"], effective: "soon", contractors: "yes" };
  expect(checkAnswers(policy, bad).map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
    "/organization answer-missing",
    "/industry answer-invalid",
    "/contractors answer-invalid",
    "/roles answer-invalid",
    "/contact answer-missing",
    "/training answer-missing",
    "/signer answer-missing",
    "/effective answer-invalid",
  ]);
  expect(() => fillPolicy(policy, {}, "en", tokens)).toThrow(
    expect.objectContaining({ code: "content.answers-invalid" }),
  );
  expect(flat(fillPolicy(policy, {}, "en", { ...tokens, draft: true }))).toContain(
    "____________ does not tolerate",
  );
});

test("an answer is put in as typed, tokens and markup included", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ minLength: 1 }),
        fc.constantFrom("{{hotline:national}}", "{{answer:contact}}", "$&", "<b>"),
      ),
      (name) => {
        fc.pre(name.trim() !== "");
        const text = flat(fillPolicy(policy, { ...answers, organization: name }, "en", tokens));
        expect(text).toContain(`${name} does not tolerate`);
      },
    ),
  );
});

test("the supplier clause names the supplier, or leaves a blank to write it in", () => {
  const clause = templateOf("supplier-clause");
  const text = flat(fillPolicy(clause, { buyer: "Gulf Pines", workers: false, days: "two" }, "en", tokens));
  expect(text).toContain("____________ (the Supplier)");
  expect(text).toContain("within two working days");
  expect(text).not.toContain("recruiting, hours");
});

test("the self-assessment ranks what was lost and leaves out what does not apply", () => {
  const all = (answer: string) => Object.fromEntries(assessment.questions.map(({ id }) => [id, answer]));
  expect(scoreAssessment(assessment, all("yes"))).toMatchObject({
    percent: 100,
    level: { id: "well-placed" },
    next: [],
  });
  expect(scoreAssessment(assessment, {})).toMatchObject({ percent: 0, level: { id: "start" } });
  const mixed = scoreAssessment(assessment, {
    ...all("yes"),
    policy: "partly",
    recruiting: "no",
    suppliers: "does-not-apply",
  });
  expect(mixed.percent).toBe(79);
  expect(mixed.next.map(({ question }) => question.id)).toEqual(["recruiting", "policy"]);
  expect(mixed.unanswered).toEqual([]);
});

test("every piece of advice leads to a step of the path", () => {
  const steps = new Set(toolkit.flatMap(({ path }) => path.map(({ id }) => id)));
  for (const { step } of assessment.questions) expect(steps.has(step ?? "")).toBe(true);
});
