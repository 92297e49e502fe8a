import type { TrainingBody } from "@concord/content";

/** Two lessons and one question in both languages; `change` replaces parts of it. */
export function sampleTraining(title = "Night shift", change: Partial<TrainingBody> = {}): TrainingBody {
  const both = (text: string) => ({ en: text, es: `${text} (es)` });
  return {
    schema: "concord.training/1",
    languages: ["en", "es"],
    title: both(title),
    summary: both("What to look for at night"),
    audience: both("Night clerks"),
    objectives: [{ id: "see", text: both("See the signs") }],
    minutes: 25,
    sectors: [],
    lessons: [
      {
        id: "one",
        title: both("First lesson"),
        blocks: [{ id: "text", type: "markdown", markdown: both("Look **twice**.") }],
      },
      {
        id: "two",
        title: both("Second lesson"),
        blocks: [{ id: "text", type: "markdown", markdown: both("Call {{hotline:national}}.") }],
      },
    ],
    quiz: {
      passMark: 100,
      questions: [
        {
          id: "q1",
          type: "single",
          prompt: both("Whom do you call?"),
          explanation: both("People who are trained answer there."),
          options: [
            { id: "hotline", text: both("The hotline"), correct: true },
            { id: "nobody", text: both("Nobody"), correct: false },
          ],
        },
      ],
    },
    references: [],
    ...change,
  };
}
