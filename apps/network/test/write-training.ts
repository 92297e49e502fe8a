import type { Visitor } from "@concord/testing";
import { drawNoise } from "./draw-noise.ts";
import { bare } from "./walk-learn.ts";

export interface Written {
  readonly en: string;
  readonly es: string;
  /** What the one lesson says, in both languages unless the Spanish is given. */
  readonly said: string;
  readonly saidInSpanish?: string;
  /** Noise unless given. */
  readonly picture?: File;
}

/** An officer writes a training with one lesson, one picture and one question on the office's form. Gives its id. */
export async function writeTraining(office: Visitor, written: Written): Promise<string> {
  await office.open("/office/trainings/new");
  const { path } = await office.submit("/office/trainings/new", {
    ...fieldsOf(written),
    "lessons.0.file": written.picture ?? drawNoise(160, 120),
  });
  const id = /\/office\/trainings\/(trn_[0-9a-f]+)$/.exec(bare(path))?.[1];
  if (!id) throw new Error(`not kept: ${office.text}`);
  return id;
}

/** Writes its next revision, with the picture that is there. */
export async function rewriteTraining(office: Visitor, id: string, written: Written): Promise<void> {
  await office.open(`/office/trainings/${id}/edit`);
  const { path } = await office.submit(`/office/trainings/${id}/edit`, fieldsOf(written));
  if (!bare(path).endsWith(id)) throw new Error(`not kept: ${office.text}`);
}

/** Puts what was written last into the own catalogue, where it is not there yet. */
export async function offerTraining(office: Visitor, id: string): Promise<void> {
  const { html } = await office.open(`/office/trainings/${id}`);
  const waits = /<form[^>]*\/offer"[\s\S]*?<\/form>/.exec(html)?.[0].includes("<button");
  if (!waits) return;
  const { status } = await office.submit(`/office/trainings/${id}/offer`);
  if (status !== 200) throw new Error(`not offered: ${office.text}`);
}

/** Signs what the catalogue offers and appends it to the feed; false where the page has nothing to publish. */
export async function publishTraining(
  office: Visitor,
  id: string,
  fields: Readonly<Record<string, string>> = {},
): Promise<boolean> {
  const { html } = await office.open("/office/network/published");
  if (!html.includes(`/office/trainings/${id}/publish"`)) return false;
  const { status } = await office.submit(`/office/trainings/${id}/publish`, fields);
  if (status !== 200) throw new Error(`not published: ${office.text}`);
  return true;
}

function fieldsOf({ en, es, said, saidInSpanish = said }: Written): Record<string, string> {
  const both = (name: string, english: string, spanish: string) => ({
    [`${name}.en`]: english,
    [`${name}.es`]: spanish,
  });
  return {
    ...both("title", en, es),
    ...both("summary", "What crews can notice", "Lo que las tripulaciones pueden notar"),
    ...both("audience", "Dock crews", "Tripulaciones de muelle"),
    ...both("objectives", "Name three signs", "Nombrar tres señales"),
    minutes: "20",
    ...both("lessons.0.title", "On the pier", "En el muelle"),
    ...both("lessons.0.text", said, saidInSpanish),
    ...both("lessons.0.alt", "A pier at dusk", "Un muelle al anochecer"),
    passMark: "80",
    ...both("questions.0.prompt", "Whom do you call?", "¿A quién llama?"),
    ...both("questions.0.options.0.text", "Nobody", "A nadie"),
    ...both("questions.0.options.1.text", "The hotline", "A la línea de ayuda"),
    "questions.0.right": "1",
    ...both("questions.0.explanation", "The hotline is open day and night.", "La línea atiende día y noche."),
    go: "save",
  };
}
