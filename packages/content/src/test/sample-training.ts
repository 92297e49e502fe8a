import { type BodyOf, parseBody } from "../parse.ts";

const both = (en: string, es: string) => ({ en, es });

/** A small training, as it comes over the wire. */
export const sampleJson = {
  schema: "concord.training/1",
  languages: ["en", "es"],
  title: both("Look and tell", "Observe y avise"),
  summary: both("A short one.", "Una breve."),
  audience: both("All", "Todos"),
  objectives: [{ id: "see", text: both("See", "Ver") }],
  minutes: 5,
  lessons: [
    {
      id: "start",
      title: both("Start", "Inicio"),
      blocks: [
        {
          id: "hello",
          type: "markdown",
          markdown: both("Welcome to {{program}}.", "Le damos la bienvenida a {{program}}."),
        },
        { id: "later", type: "hologram", depth: 3 },
        { id: "help", type: "hotline", hotline: "national" },
      ],
    },
    {
      id: "signs",
      title: both("Signs", "Señales"),
      blocks: [
        {
          id: "list",
          type: "checklist",
          items: [{ id: "papers", text: both("No papers", "Sin documentos") }],
        },
      ],
    },
  ],
  quiz: {
    passMark: 50,
    questions: [
      {
        id: "who",
        type: "single",
        prompt: both("Whom do you tell?", "¿A quién avisa?"),
        explanation: both("The hotline.", "A la línea."),
        options: [
          { id: "line", correct: true, text: both("The hotline", "A la línea") },
          { id: "none", correct: false, text: both("Nobody", "A nadie") },
        ],
      },
    ],
  },
};

export function sampleTraining(): BodyOf<"training"> {
  return parseBody("training", structuredClone(sampleJson));
}
