import { z } from "zod";
import { defineQuery, nothing } from "../command.ts";
import { todayOf } from "./board-of.ts";
import { doesItCount } from "./credit-model.ts";
import { jurisdiction } from "./license-model.ts";
import { activityId, activityOf, deliveryModes } from "./model.ts";
import { listApprovals } from "./store.ts";

/** "Does this count for my license?", for anybody, before registering. */
export const askCredit = defineQuery({
  name: "education.ask-credit",
  input: z.object({
    activityId,
    jurisdiction,
    boardId: z.string().max(80).default(""),
    profession: z.string().max(80).default(""),
    mode: z.enum(deliveryModes),
    locale: z.string().max(10),
  }),
  load: nothing,
  authorize: () => true,
  async run(context, { activityId: id, ...input }) {
    const activity = activityOf(id);
    const approvals = await listApprovals(context.db, { activity });
    const { jurisdiction: issuedBy, boardId, profession, mode, locale } = input;
    return doesItCount(
      {
        license: { jurisdiction: issuedBy, boardId, profession },
        activity,
        mode,
        locale,
        on: todayOf(context),
      },
      approvals,
      context.tenant.profile,
    );
  },
});
