import { checkBody } from "@concord/content";
import { expect, test } from "vitest";
import { sampleTraining } from "../../../test/sample-training.ts";
import { ReadableBody } from "./readable-body.tsx";

const both = (text: string) => ({ en: text, es: text });

test("before a decision a quiz reads as learners would read it, with our own numbers", async () => {
  const quiz = {
    passMark: 100,
    questions: [
      {
        ...{ id: "q1", type: "single", prompt: both("Who answers at {{hotline:emergency.phone}}?") },
        explanation: both("Ask {{office}}."),
        options: [
          { id: "right", text: both("{{hotline:emergency.name}}"), correct: true },
          { id: "wrong", text: both("{{office}}"), correct: false },
        ],
      },
    ],
  };
  const checked = checkBody("training", sampleTraining("Whom to call", { quiz } as never));
  if (!checked.valid) throw new Error("the sample is no training");
  const options = {
    ...{ locale: "en", office: "The office", assetUrl: (sha256: string) => sha256 },
    hotlines: [{ id: "emergency", name: "Emergency line", phone: "911" }],
  };
  const html = String(await (<ReadableBody body={checked.body} options={options} />));
  expect(html).toContain("Who answers at 911?");
  expect(html).toMatch(/<li>Emergency line<strong>/);
  expect(html).toContain("<li>The office</li>");
});
