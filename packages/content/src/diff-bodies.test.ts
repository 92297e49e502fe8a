import fc from "fast-check";
import { expect, test } from "vitest";
import { diffBodies } from "./diff-bodies.ts";
import { parseBody } from "./parse.ts";
import { sampleJson, sampleTraining } from "./test/sample-training.ts";

function changed(change: (body: typeof sampleJson) => void) {
  const copy = structuredClone(sampleJson);
  change(copy);
  return parseBody("training", copy);
}

test("nothing changed, nothing said", () => {
  expect(diffBodies(sampleTraining(), sampleTraining(), "en")).toEqual([]);
});

test("a text changed in one language is said in that language, and where", () => {
  const after = changed((body) =>
    Object.assign(body.lessons[0]?.blocks[0] ?? {}, {
      markdown: { en: "Welcome to {{program}}.", es: "Hola." },
    }),
  );
  expect(diffBodies(sampleTraining(), after, "en")).toEqual([
    {
      op: "changed",
      path: "lessons/start/blocks/hello/markdown",
      where: "Lesson “Start” › Text “Welcome to {{program}}.” › Text",
      language: "es",
      before: "Le damos la bienvenida a {{program}}.",
      after: "Hola.",
    },
  ]);
});

test("an option, its correctness and a lesson are named for a Spanish reader", () => {
  const after = changed((body) => {
    const [question] = body.quiz.questions;
    question?.options.push({ id: "friend", correct: false, text: { en: "A friend", es: "A un amigo" } });
    const [line, none] = question?.options ?? [];
    Object.assign(line ?? {}, { correct: false });
    Object.assign(none ?? {}, { correct: true });
    body.lessons.splice(1, 1);
  });
  const changes = diffBodies(sampleTraining(), after, "es");
  expect(changes.map(({ op, where, before, after: now }) => [op, where, before, now])).toEqual([
    ["removed", "Lección «Señales»", "Señales\nSin documentos", undefined],
    [
      "changed",
      "Cuestionario › Pregunta «¿A quién avisa?» › Opción «A la línea» › Respuesta correcta",
      "true",
      "false",
    ],
    [
      "changed",
      "Cuestionario › Pregunta «¿A quién avisa?» › Opción «A nadie» › Respuesta correcta",
      "false",
      "true",
    ],
    ["added", "Cuestionario › Pregunta «¿A quién avisa?» › Opción «A un amigo»", undefined, "A un amigo"],
  ]);
});

test("reordered lessons are one move, and no text is said to have changed", () => {
  const after = changed((body) => body.lessons.reverse());
  expect(diffBodies(sampleTraining(), after, "en")).toMatchObject([
    {
      op: "moved",
      path: "lessons",
      before: "Lesson “Start”; Lesson “Signs”",
      after: "Lesson “Signs”; Lesson “Start”",
    },
  ]);
});

test("every change of a title shows, both ways round", () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 40 }), (words) => {
      fc.pre(words.trim() !== "" && !/\d{3}/.test(words));
      const before = sampleTraining();
      const after = changed((body) => Object.assign(body.title, { en: words }));
      const there = diffBodies(before, after, "en").filter(({ path }) => path === "title");
      expect(there).toHaveLength(after.title.en === before.title.en ? 0 : 1);
      expect(diffBodies(after, before, "en")).toHaveLength(there.length);
    }),
  );
});
