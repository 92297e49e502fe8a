import { applyOverlay, checkBody, collectBlobs, kindOf, textPaths } from "@concord/content";
import { DomainError } from "@concord/runtime";
import { z } from "zod";
import { defineCommand, defineQuery, nothing } from "../command.ts";
import type { Unit } from "../context.ts";
import { can } from "../identity/index.ts";
import { authoredFaults, hotlineFaults } from "./material.ts";
import { minutesOf, type OfferedBody, type Training, trainingId } from "./model.ts";
import {
  findRevision,
  insertRevision,
  insertTraining,
  lockTraining,
  saveTraining,
} from "./store-trainings.ts";

const body = z.unknown();

/** Adds a training or series of our own, as a draft. Its files were kept as material before. */
export const createTraining = defineCommand({
  name: "trainings.create",
  input: z.object({
    body,
    slug: z
      .string()
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
      .max(80)
      .optional(),
    attribution: z.string().max(300).optional(),
    licence: z.string().max(60).default("CC-BY-4.0"),
  }),
  load: nothing,
  authorize: (actor) => can(actor, "trainings:manage"),
  async run(unit, input) {
    const checked = await readBody(unit, input.body);
    const now = unit.clock.now();
    const training: Training = {
      id: unit.ids.next("trn"),
      ...factsOf(checked),
      source: "own",
      status: "draft",
      slug: input.slug ?? null,
      item: null,
      feed: null,
      latestRevision: 1,
      offeredRevision: null,
      networkRevision: null,
      attribution: input.attribution ?? null,
      licence: input.licence,
      reason: null,
      overlay: null,
      createdAt: now,
      updatedAt: now,
    };
    await insertTraining(unit.tx, training);
    await insertRevision(unit.tx, revisionOf(training.id, 1, checked, now));
    return { result: training, audit: record("trainings.created", training) };
  },
});

/** Writes a new revision of our own training; the catalogue keeps the offered one until it is offered anew. */
export const editTraining = defineCommand({
  name: "trainings.edit",
  input: z.object({ trainingId, body }),
  load: (unit, input) => ownTraining(unit, input.trainingId),
  authorize: (actor) => can(actor, "trainings:manage"),
  async run(unit, input, before) {
    return writeRevision(unit, before, await readBody(unit, input.body));
  },
});

/** Changes wording only, by the texts' paths: for material richer than the form can make. */
export const editTexts = defineCommand({
  name: "trainings.edit-texts",
  input: z.object({
    trainingId,
    texts: z.record(
      z.string().max(400),
      z.record(z.string().max(12), z.string().trim().min(1, "field.required")),
    ),
  }),
  load: (unit, input) => ownTraining(unit, input.trainingId),
  authorize: (actor) => can(actor, "trainings:manage"),
  async run(unit, input, before) {
    const current = await findRevision(unit.tx, before.id, before.latestRevision);
    if (!current) throw new DomainError("trainings.not-found", "not-found");
    const known = textPaths(current.body);
    const unknown = Object.keys(input.texts).find((path) => !known.has(path));
    if (unknown) throw new DomainError("trainings.text-gone", "conflict", { path: unknown });
    const faults = hotlineFaults(unit, { texts: input.texts });
    if (faults.length > 0) throw new DomainError("request.invalid", "invalid", {}, faults);
    const texts = Object.fromEntries(Object.entries(input.texts).map(([path, text]) => [path, { text }]));
    const edited = applyOverlay(kindOf(current.body), current.body, {
      schema: "concord.overlay/1",
      contacts: [],
      lawNotes: [],
      texts,
    });
    return writeRevision(unit, before, await readBody(unit, edited));
  },
});

/** Lets the office open an empty form. */
export const startDraft = defineQuery({
  name: "trainings.start-draft",
  input: z.object({}),
  load: nothing,
  authorize: (actor) => can(actor, "trainings:manage"),
  run: async () => undefined,
});

async function writeRevision(unit: Unit, before: Training, body: OfferedBody) {
  const now = unit.clock.now();
  const revision = before.latestRevision + 1;
  const facts = before.offeredRevision === null ? factsOf(body) : {};
  const after: Training = { ...before, ...facts, latestRevision: revision, updatedAt: now };
  await insertRevision(unit.tx, revisionOf(before.id, revision, body, now));
  await saveTraining(unit.tx, after);
  return { result: after, audit: record("trainings.edited", after) };
}

/** Checks a body by its schema, and that what it names is here: files kept as material, and hotlines. */
async function readBody(unit: Unit, json: unknown): Promise<OfferedBody> {
  const isSeries = z.object({ schema: z.literal("concord.series/1") }).safeParse(json).success;
  const checked = isSeries ? checkBody("series", json) : checkBody("training", json);
  if (!checked.valid) throw new DomainError("trainings.body-invalid", "invalid", {}, checked.errors);
  const faults = await authoredFaults(unit, checked.body);
  if (faults.length > 0) throw new DomainError("trainings.body-invalid", "invalid", {}, faults);
  return checked.body;
}

export function factsOf(body: OfferedBody) {
  return {
    kind: body.schema === "concord.series/1" ? ("series" as const) : ("training" as const),
    title: body.title,
    summary: body.summary,
    languages: body.languages,
    minutes: minutesOf(body),
  };
}

async function ownTraining(unit: Unit, id: string): Promise<Training> {
  const training = await lockTraining(unit.tx, id);
  if (!training) throw new DomainError("trainings.not-found", "not-found");
  if (training.source !== "own") throw new DomainError("trainings.adopted", "conflict");
  if (training.status === "recalled") throw new DomainError("trainings.recalled", "conflict");
  return training;
}

function revisionOf(id: string, revision: number, body: OfferedBody, createdAt: Date) {
  return { trainingId: id, revision, body, blobs: collectBlobs(body), createdAt };
}

function record(action: string, training: Training) {
  return {
    action,
    subject: { kind: "training", id: training.id },
    after: { revision: training.latestRevision, title: training.title },
  };
}
