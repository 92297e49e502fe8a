import { z } from "zod";
import { defineQuery } from "../command.ts";
import type { Context } from "../context.ts";
import { findOfferedByName } from "../trainings/index.ts";

const titled = z.object({ title: z.record(z.string(), z.string()) });

/** A training of another member that this one could adopt and has not yet: one with pictures before one without. */
export const findOffer = defineQuery({
  name: "trial.find-offer",
  input: z.object({ from: z.string().max(40) }),
  load: async (context: Context) => context.tenant.trial,
  authorize: (_actor, trial) => trial,
  async run({ db, tenant }, { from }) {
    const items = await tenant.peer.items({ feed: from, kind: "training", limit: 200 });
    const ready = items.filter(
      ({ status, complete, supported }) => status === "live" && complete && supported,
    );
    const taken = await findOfferedByName(
      db,
      ready.map(({ item }) => item),
    );
    const free = ready.filter(({ item }) => !taken.some((training) => training.item === item));
    const pictured = free.find(({ blobs }) => blobs.some(({ type }) => type.startsWith("image/")));
    const chosen = pictured ?? free[0];
    const { data } = titled.safeParse(chosen?.body);
    return chosen && data ? { item: chosen.item, title: data.title } : undefined;
  },
});
