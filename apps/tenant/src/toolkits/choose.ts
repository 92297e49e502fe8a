import { DomainError } from "@concord/runtime";
import { z } from "zod";
import { defineCommand, defineQuery, nothing } from "../command.ts";
import { can } from "../identity/index.ts";
import { memberId, progressOf, toolkitId } from "./model.ts";
import { adoptionsOf, findAdoptionOf, insertAdoption, stepsOf } from "./store-adoptions.ts";
import { findToolkit, findToolkits, listToolkitRows } from "./store-toolkits.ts";

/** A member begins with a toolkit; choosing it again changes nothing. */
export const chooseToolkit = defineCommand({
  name: "toolkits.choose",
  input: z.object({ memberId, toolkitId }),
  load: async (unit, input) => {
    const toolkit = await findToolkit(unit.tx, input.toolkitId);
    if (toolkit?.status !== "published") throw new DomainError("toolkits.not-found", "not-found");
    return toolkit;
  },
  authorize: (actor, _toolkit, input) => can(actor, "toolkits:use", { memberId: input.memberId }),
  async run(unit, input, toolkit) {
    const chosen = { id: unit.ids.next("tka"), ...input, chosenAt: unit.clock.now() };
    const added = await insertAdoption(unit.tx, chosen);
    if (!added) {
      const before = await findAdoptionOf(unit.tx, input.memberId, input.toolkitId);
      return { result: before ?? chosen, audit: [] };
    }
    return {
      result: added,
      audit: {
        action: "toolkits.chosen",
        subject: { kind: "member", id: input.memberId },
        after: { toolkitId: toolkit.id, revision: toolkit.revision },
      },
    };
  },
});

/** What a member works with and how far it is: for its own people, and for the office and its systems. */
export const readMemberToolkits = defineQuery({
  name: "toolkits.of-member",
  input: z.object({ memberId }),
  load: nothing,
  authorize: (actor, _subject, input) =>
    can(actor, "toolkits:use", { memberId: input.memberId }) || can(actor, "toolkits:manage"),
  async run(context, input) {
    const adoptions = await adoptionsOf(context.db, input.memberId);
    const [chosen, steps, offered] = await Promise.all([
      findToolkits(
        context.db,
        adoptions.map((one) => one.toolkitId),
      ),
      stepsOf(
        context.db,
        adoptions.map(({ id }) => id),
      ),
      listToolkitRows(context.db, { statuses: ["published"], limit: 200 }),
    ]);
    const known = new Map(chosen.map((toolkit) => [toolkit.id, toolkit]));
    return {
      chosen: adoptions.flatMap((adoption) => {
        const toolkit = known.get(adoption.toolkitId);
        if (!toolkit) return [];
        const done = steps.filter((step) => step.adoptionId === adoption.id);
        return { adoption, toolkit, steps: done, progress: progressOf(toolkit.stepIds, done) };
      }),
      others: offered.filter(({ id }) => !known.has(id)),
    };
  },
});
