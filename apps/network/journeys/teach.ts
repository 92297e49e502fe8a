import { expect } from "vitest";
import { fill, press, send, type Upload } from "./form.ts";
import { madeUpName } from "./made-up.ts";
import type { Walker } from "./walker.ts";

export interface MadeTraining {
  readonly en: string;
  readonly es: string;
  /** A word that only the lesson has, to find it by in both languages. */
  readonly word: string;
}

export function madeUpTraining(): MadeTraining {
  const word = madeUpName();
  return { en: `Signs to know at the ${word} docks`, es: `Señales que conocer en los muelles ${word}`, word };
}

/** An officer writes a training with one lesson and one question, and puts it into the own catalogue. Gives its id. */
export async function writeTraining(officer: Walker, code: string, made: MadeTraining, picture?: Upload) {
  const { page } = officer;
  await officer.open(code, "/office/trainings/new");
  await officer.inspect();
  const both = (name: string, en: string, es: string) => ({ [`${name}.en`]: en, [`${name}.es`]: es });
  await fill(page, {
    ...both("title", made.en, made.es),
    ...both("summary", "What crews can notice", "Lo que las tripulaciones pueden notar"),
    ...both("audience", "Dock crews", "Tripulaciones de muelle"),
    ...both("objectives", "Name three signs", "Nombrar tres señales"),
    minutes: "20",
    ...both("lessons.0.title", `On the ${made.word} pier`, `En el muelle ${made.word}`),
    ...both(
      "lessons.0.text",
      `At **${made.word}** people look twice.`,
      `En **${made.word}** la gente mira dos veces.`,
    ),
    ...(picture
      ? { "lessons.0.file": picture, ...both("lessons.0.alt", "A pier at dusk", "Un muelle al anochecer") }
      : {}),
    passMark: "80",
    ...both("questions.0.prompt", "Whom do you call?", "¿A quién llama?"),
    ...both("questions.0.options.0.text", "Nobody", "A nadie"),
    ...both("questions.0.options.1.text", "The hotline", "A la línea de ayuda"),
    "questions.0.right": "1",
    ...both("questions.0.explanation", "The hotline is open day and night.", "La línea atiende día y noche."),
  });
  await press(page, 'main button[value="save"]');
  const id = /trn_[0-9a-f]+$/.exec(new URL(page.url()).pathname)?.[0] ?? "";
  expect(id, await officer.text()).not.toBe("");
  await officer.inspect();
  await offerTraining(officer);
  return id;
}

/** From the training's page in the office. */
export async function offerTraining(officer: Walker): Promise<void> {
  await press(officer.page, 'main form[action$="/offer"] button');
  expect(await officer.text()).toMatch(/Offered|Published|In the catalogue/);
}

/** Begins the training on the open page in a language, and opens its first lesson. */
export async function beginTraining(learner: Walker, name: string, locale: "en" | "es"): Promise<void> {
  const { page } = learner;
  await learner.inspect();
  const asksName = (await page.locator('main [name="name"]').count()) > 0;
  await send(page, { ...(asksName ? { name } : {}), locale });
  await learner.inspect();
  await press(page, "main p > a.usa-button");
  await learner.inspect();
}

/** Begins the training on the open page, reads every lesson, answers wrong, then right, and ends at the certificate. */
export async function takeTraining(
  learner: Walker,
  name: string,
  locale: "en" | "es",
  readLesson: () => Promise<void> = async () => {},
): Promise<void> {
  const { page } = learner;
  await beginTraining(learner, name, locale);
  await readLesson();
  await press(page, 'main form[action*="/lessons/"] button');
  expect(new URL(page.url()).pathname).toMatch(/quiz$/);
  await learner.inspect();
  await send(page, { "question-1": "option-1" });
  await learner.inspect();
  await send(page, { "question-1": "option-2" });
  await press(page, 'main a[href$="/done"]');
  await learner.inspect();
}
