import { afterAll, beforeAll, expect, test } from "vitest";
import { tenantHarness } from "../../test/harness.ts";
import { sampleTraining } from "../../test/sample-training.ts";
import { createTraining, enroll, finishLesson, publishLocally } from "./index.ts";

let tenant: Awaited<ReturnType<typeof tenantHarness>>;

beforeAll(async () => {
  tenant = await tenantHarness();
});
afterAll(() => tenant.close());

const both = (text: string) => ({ en: text, es: text });

test("a quiz says the number of a hotline wherever its question, an answer or the reason names one", async () => {
  const quiz = {
    passMark: 100,
    questions: [
      {
        ...{ id: "q1", type: "single" as const, prompt: both("Who answers at {{hotline:national.phone}}?") },
        explanation: both("Call {{hotline:emergency.phone}}; text {{hotline:national.text}}."),
        options: [
          { id: "right", text: both("{{hotline:national.name}}"), correct: true },
          { id: "wrong", text: both("The police"), correct: false },
        ],
      },
    ],
  };
  const officer = tenant.context(await tenant.officer());
  const { id } = await createTraining(officer, { body: sampleTraining("Whom to call", { quiz } as never) });
  await publishLocally(officer, { trainingId: id });
  const learner = tenant.context(await tenant.person("lee@example.org"));
  const { enrollment } = await enroll(learner, { trainingId: id, locale: "en" });
  for (const lessonId of ["one", "two"])
    await finishLesson(learner, { enrollmentId: enrollment.id, lessonId });
  const visitor = tenant.visitor();
  const path = `/learn/${enrollment.id}/quiz`;
  await visitor.signIn("lee@example.org", path);
  await visitor.open(path);
  expect(visitor.text).toContain("Who answers at 1\u2011888\u2011373\u20117888?");
  expect(visitor.seen.html).toMatch(/<label[^>]*>National Human Trafficking Hotline</);
  await visitor.submit(path, { q1: "wrong" });
  expect(visitor.text).toContain("Call 911; text 233733.");
  expect(visitor.seen.html).not.toContain("{{");
});
