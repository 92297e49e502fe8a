import { z } from "zod";
import { defineQuery, nothing } from "../command.ts";
import { can } from "../identity/index.ts";
import { countMembership } from "./figures.ts";
import { countByStatus } from "./store-applications.ts";
import { todayOf } from "./today.ts";

/** What the office's first page says: what waits, and the figures that the press asks for. */
export const readToday = defineQuery({
  name: "membership.today",
  input: z.object({}),
  load: nothing,
  authorize: (actor) => can(actor, "membership:approve"),
  async run(context) {
    const today = todayOf(context);
    const [counts, membership, network] = await Promise.all([
      countByStatus(context.db),
      countMembership(context.db, today.slice(0, 7)),
      context.tenant.peer.status(),
    ]);
    return { today, counts, membership, network };
  },
});
