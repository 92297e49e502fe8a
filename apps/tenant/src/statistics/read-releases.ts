import { DomainError } from "@concord/runtime";
import { z } from "zod";
import { defineQuery, nothing } from "../command.ts";
import { can } from "../identity/index.ts";
import { itemOf, month as monthInput } from "./model.ts";
import { listReleases, newestReleases, releasesOf } from "./store.ts";

/** The newest figures of each month, newest month first: what is published is public. */
export const listFigures = defineQuery({
  name: "statistics.list",
  input: z.object({ before: monthInput.optional(), limit: z.number().int().min(1).max(100).default(25) }),
  load: nothing,
  authorize: () => true,
  async run(context, { before, limit }) {
    const rows = await newestReleases(context.db, { before, limit: limit + 1 });
    const releases = rows.slice(0, limit);
    const last = releases.at(-1);
    return { releases, ...(rows.length > limit && last ? { next: last.month } : {}) };
  },
});

/** A month's figures as last published. */
export const readFigures = defineQuery({
  name: "statistics.read",
  input: z.object({ month: monthInput }),
  load: async (context, { month }) => {
    const release = (await releasesOf(context.db, month)).at(-1);
    if (!release) throw new DomainError("statistics.not-found", "not-found", { month });
    return release;
  },
  authorize: () => true,
  run: async (_context, _input, release) => release,
});

/** Every release with who published it when. */
export const listHistory = defineQuery({
  name: "statistics.history",
  input: z.object({}),
  load: nothing,
  authorize: (actor) => can(actor, "figures:read"),
  run: (context) => listReleases(context.db),
});

/** Months that were published, and that the network we are in does not have: from before we joined it. Oldest first. */
export const listUnsentMonths = defineQuery({
  name: "statistics.unsent",
  input: z.object({}),
  load: nothing,
  authorize: (actor) => can(actor, "figures:read"),
  async run(context) {
    const { peer } = context.tenant;
    const months = (await newestReleases(context.db, { limit: 100 })).map(({ month }) => month);
    const sent = await Promise.all(months.map((month) => peer.item(itemOf(peer.code, month))));
    return months.filter((_, at) => sent[at] === undefined).reverse();
  },
});
