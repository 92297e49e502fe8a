import { DomainError } from "@concord/runtime";
import { z } from "zod";
import { defineQuery, nothing } from "../command.ts";
import type { Context } from "../context.ts";
import { can } from "../identity/index.ts";
import { withOverlay } from "./adopted.ts";
import { type OfferedBody, type Training, trainingId } from "./model.ts";
import {
  findBodies,
  findOfferedAsset,
  findOfferedByName,
  findRevision,
  findTraining,
  listTrainings,
} from "./store-trainings.ts";

const before = z.object({ createdAt: z.coerce.date(), id: z.string() }).optional();
const limit = z.number().int().min(1).max(200).default(100);
const kind = z.enum(["training", "series"]).optional();

interface Listed {
  readonly trainings: readonly Training[];
  readonly next?: { readonly createdAt: Date; readonly id: string };
}

/** What the office offers to anybody. */
export const listCatalogue = defineQuery({
  name: "trainings.catalogue",
  input: z.object({ kind, before, limit }),
  load: nothing,
  authorize: () => true,
  run: (context, input) => listed(context, { ...input, statuses: ["published"] as const }),
});

/** Everything the office has, drafts and withdrawn ones too. */
export const listAllTrainings = defineQuery({
  name: "trainings.list-all",
  input: z.object({ kind, source: z.enum(["own", "adopted"]).optional(), before, limit }),
  load: nothing,
  authorize: (actor) => can(actor, "trainings:manage"),
  run: (context, input) =>
    listed(context, { ...input, statuses: ["draft", "published", "withdrawn", "recalled"] as const }),
});

/** An offered training with its body as this office shows it. */
export const readTraining = defineQuery({
  name: "trainings.read",
  input: z.object({ trainingId }),
  load: (context, input) => knownTraining(context, input.trainingId),
  authorize: (actor, training) => training.status === "published" || can(actor, "trainings:manage"),
  async run(context, _input, training) {
    const body = await bodyOf(context, training, training.offeredRevision ?? training.latestRevision);
    return { training, body, parts: await partsOf(context, body) };
  },
});

/** The newest revision, offered or not, for the office's forms. */
export const readForEditing = defineQuery({
  name: "trainings.read-for-editing",
  input: z.object({ trainingId }),
  load: async (context, input) => {
    const training = await findTraining(context.db, input.trainingId);
    if (!training) throw new DomainError("trainings.not-found", "not-found");
    return training;
  },
  authorize: (actor) => can(actor, "trainings:manage"),
  run: async (context, _input, training) => ({
    training,
    body: await bodyOf(context, training, training.latestRevision),
  }),
});

/** The live parts of the series on offer, for the form that plans a session. */
export const listLiveParts = defineQuery({
  name: "trainings.live-parts",
  input: z.object({}),
  load: nothing,
  authorize: (actor) => can(actor, "sessions:manage"),
  async run(context) {
    const series = await listTrainings(context.db, { kind: "series", statuses: ["published"], limit: 50 });
    const bodies = await findBodies(
      context.db,
      series.map(({ id, offeredRevision, latestRevision }) => ({
        id,
        revision: offeredRevision ?? latestRevision,
      })),
    );
    return series.flatMap(({ id, title }) => {
      const body = bodies.get(id);
      const parts = body?.schema === "concord.series/1" ? body.parts : [];
      return parts.flatMap((part) =>
        part.type === "live" ? [{ value: `${id}/${part.id}`, series: title, part: part.title }] : [],
      );
    });
  },
});

/** A file that an offered training names; any other hash is not found. */
export const readAsset = defineQuery({
  name: "trainings.asset",
  input: z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/, "trainings.asset-not-found") }),
  load: nothing,
  authorize: () => true,
  async run(context, { sha256 }) {
    const asset = await findOfferedAsset(context.db, sha256);
    if (!asset) throw new DomainError("trainings.asset-not-found", "not-found");
    return asset;
  },
});

/** The body of one revision with the overlay as it is now; gone where the item was erased. */
export async function bodyOf(context: Context, training: Training, revision: number): Promise<OfferedBody> {
  const found = await findRevision(context.db, training.id, revision);
  if (!found) throw new DomainError("trainings.not-found", "not-found");
  return withOverlay(found.body, training.overlay);
}

async function listed(context: Context, filter: Parameters<typeof listTrainings>[1]): Promise<Listed> {
  const rows = await listTrainings(context.db, { ...filter, limit: filter.limit + 1 });
  const trainings = rows.slice(0, filter.limit);
  const last = trainings.at(-1);
  const more = rows.length > filter.limit && last;
  return { trainings, ...(more ? { next: { createdAt: last.createdAt, id: last.id } } : {}) };
}

/** The offered trainings that a series' parts are, by the name the series has for them. */
async function partsOf(context: Context, body: OfferedBody): Promise<ReadonlyMap<string, Training>> {
  if (body.schema !== "concord.series/1") return new Map();
  const names = body.parts.flatMap((part) => (part.type === "training" ? [part.training] : []));
  const found = await findOfferedByName(context.db, names);
  return new Map(
    found.flatMap((training) =>
      [training.slug, training.item].flatMap((name): [string, Training][] =>
        name ? [[name, training]] : [],
      ),
    ),
  );
}

async function knownTraining(context: Context, id: string): Promise<Training> {
  const training = await findTraining(context.db, id);
  // To anybody but the office, what is not offered is not there.
  if (!training || (training.status !== "published" && !can(context.actor, "trainings:manage")))
    throw new DomainError("trainings.not-found", "not-found");
  return training;
}
