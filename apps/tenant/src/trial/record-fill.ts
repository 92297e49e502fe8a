import { z } from "zod";
import { newestActivity } from "../audit/index.ts";
import { defineCommand, defineQuery } from "../command.ts";
import type { Context } from "../context.ts";

const filled = "trial.filled";

const byInstance = {
  load: async (context: Context) => context.tenant.trial,
  authorize: (actor: Context["actor"], trial: boolean) => trial && actor.kind === "system",
};

/** Notes how far a stage of the sample data is, in the transaction that made it: a restart goes on from there. */
export const recordFill = defineCommand({
  name: "trial.record-fill",
  input: z.object({ stage: z.string().regex(/^[a-z-]+$/), through: z.int().min(0) }),
  ...byInstance,
  run: async (_unit, { stage, through }) => ({
    result: undefined,
    audit: { action: filled, subject: { kind: stage, id: String(through) } },
  }),
});

/** How many of each stage's steps were done. */
export const readFill = defineQuery({
  name: "trial.read-fill",
  input: z.object({}),
  ...byInstance,
  async run({ db }): Promise<ReadonlyMap<string, number>> {
    const through = new Map<string, number>();
    for (const { subjectKind, subjectId } of await newestActivity(db, [filled], 10_000))
      through.set(subjectKind, Math.max(through.get(subjectKind) ?? 0, Number(subjectId)));
    return through;
  },
});
