import { DomainError } from "@concord/runtime";
import { z } from "zod";
import { defineQuery } from "../command.ts";
import { can } from "../identity/index.ts";
import { listAllToolkits } from "./catalogue.ts";
import { progressOf, toolkitId } from "./model.ts";
import { useByMembers, useBySteps, useByToolkit } from "./store-figures.ts";
import { findToolkit } from "./store-toolkits.ts";

/** Every toolkit with how it is used, for the office alone. */
export const listToolkitUse = defineQuery({
  name: "toolkits.list-use",
  input: z.object({}),
  load: async () => undefined,
  authorize: (actor) => can(actor, "toolkits:manage"),
  async run(context) {
    const [{ toolkits }, uses] = await Promise.all([
      listAllToolkits(context, { limit: 200 }),
      useByToolkit(context.db),
    ]);
    const none = { adoptions: 0, finished: 0, policies: 0 };
    return toolkits.map((toolkit) => ({
      toolkit,
      use: uses.find((one) => one.toolkitId === toolkit.id) ?? none,
    }));
  },
});

/** One toolkit: how many members did each step, and which members use it. No answer, result or policy of theirs. */
export const readToolkitUse = defineQuery({
  name: "toolkits.read-use",
  input: z.object({
    toolkitId,
    before: z.object({ chosenAt: z.coerce.date(), id: z.string() }).optional(),
    limit: z.number().int().min(1).max(200).default(50),
  }),
  load: async (context, input) => {
    const toolkit = await findToolkit(context.db, input.toolkitId);
    if (!toolkit) throw new DomainError("toolkits.not-found", "not-found");
    return toolkit;
  },
  authorize: (actor) => can(actor, "toolkits:manage"),
  async run(context, { before, limit }, toolkit) {
    const [steps, rows] = await Promise.all([
      useBySteps(context.db, toolkit.id),
      useByMembers(context.db, toolkit.id, { before, limit: limit + 1 }),
    ]);
    const members = rows.slice(0, limit).map((row) => ({
      ...row,
      progress: progressOf(
        toolkit.stepIds,
        row.steps.map((step) => ({ step })),
      ),
    }));
    const last = members.at(-1);
    const more = rows.length > limit && last;
    return {
      toolkit,
      steps: new Map(steps.map((one) => [one.step, one.members])),
      members,
      ...(more ? { next: { chosenAt: last.chosenAt, id: last.adoptionId } } : {}),
    };
  },
});
