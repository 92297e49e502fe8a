import { DomainError } from "@concord/runtime";
import { z } from "zod";
import { defineQuery, nothing } from "../command.ts";
import type { Context } from "../context.ts";
import { can } from "../identity/index.ts";
import { findOfferedByName, type Training } from "../trainings/index.ts";
import { shownBody } from "./adopted.ts";
import { itemsOf, type StoredToolkit, type ToolkitStatus, toolkitId } from "./model.ts";
import { findToolkit, findToolkitAsset, listToolkitRows, offeredBodies } from "./store-toolkits.ts";

const page = {
  after: z.object({ createdAt: z.coerce.date(), id: z.string() }).optional(),
  limit: z.number().int().min(1).max(200).default(100),
};

/** What the office offers to anybody. */
export const listToolkits = defineQuery({
  name: "toolkits.list",
  input: z.object(page),
  load: nothing,
  authorize: () => true,
  run: (context, input) => listed(context, ["published"], input),
});

/** Everything the office has, withdrawn and recalled too. */
export const listAllToolkits = defineQuery({
  name: "toolkits.list-all",
  input: z.object(page),
  load: nothing,
  authorize: (actor) => can(actor, "toolkits:manage"),
  run: (context, input) => listed(context, ["published", "withdrawn", "recalled"], input),
});

/** An offered toolkit with its body as this office shows it, and the offered trainings that its steps name. */
export const readToolkit = defineQuery({
  name: "toolkits.read",
  input: z.object({ toolkitId }),
  load: async (context, input) => {
    const toolkit = await findToolkit(context.db, input.toolkitId);
    // To anybody but the office, what is not offered is not there.
    if (!toolkit || (toolkit.status !== "published" && !can(context.actor, "toolkits:manage")))
      throw new DomainError("toolkits.not-found", "not-found");
    return toolkit;
  },
  authorize: () => true,
  run: (context, _input, toolkit) => withTrainings(context, toolkit),
});

/** A file that a toolkit names; any other hash is not found. */
export const readToolkitAsset = defineQuery({
  name: "toolkits.asset",
  input: z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/, "toolkits.asset-not-found") }),
  load: nothing,
  authorize: () => true,
  async run(context, { sha256 }) {
    const asset = await findToolkitAsset(context.db, sha256);
    if (!asset) throw new DomainError("toolkits.asset-not-found", "not-found");
    return asset;
  },
});

/** The posters of every offered toolkit; the first is the one for any workplace. */
export const listPosters = defineQuery({
  name: "toolkits.posters",
  input: z.object({}),
  load: nothing,
  authorize: () => true,
  async run(context) {
    const stored = await offeredBodies(context.db);
    const posters = stored.flatMap((toolkit) => {
      const body = shownBody(toolkit);
      return body ? itemsOf(body, "poster").map((poster) => ({ toolkit, body, poster })) : [];
    });
    return posters.sort((a, b) => Number(a.body.sectors.length > 0) - Number(b.body.sectors.length > 0));
  },
});

/** A toolkit's body with what its steps point at. Throws where it was recalled or erased. */
export async function withTrainings(context: Context, stored: StoredToolkit) {
  const shown = shownBody(stored);
  const { body: _body, blobs: _blobs, ...toolkit } = stored;
  if (!shown || toolkit.status === "recalled") throw new DomainError("toolkits.recalled", "not-found");
  const names = shown.path.flatMap(({ trainings }) => trainings);
  const offered = await findOfferedByName(context.db, names);
  const trainings = new Map(
    offered.flatMap((training) =>
      [training.slug, training.item].flatMap((name): [string, Training][] =>
        name ? [[name, training]] : [],
      ),
    ),
  );
  return { toolkit, body: shown, trainings };
}

async function listed(
  context: Context,
  statuses: readonly ToolkitStatus[],
  { after, limit }: { after?: { createdAt: Date; id: string } | undefined; limit: number },
) {
  const rows = await listToolkitRows(context.db, { statuses, after, limit: limit + 1 });
  const toolkits = rows.slice(0, limit);
  const last = toolkits.at(-1);
  const more = rows.length > limit && last;
  return { toolkits, ...(more ? { next: { createdAt: last.createdAt, id: last.id } } : {}) };
}
