import { z } from "zod";
import { destroyKey } from "../audit/index.ts";
import { defineCommand } from "../command.ts";
import { isForsaken } from "./model.ts";
import { lockApplication } from "./store-applications.ts";
import { deleteDraft } from "./store-drafts.ts";

/**
 * Removes a draft that nobody touched for long, with what it says of its files and what the audit could read of it.
 * A sweep then takes the bytes.
 */
export const removeForsakenDraft = defineCommand({
  name: "membership.remove-draft",
  input: z.object({ applicationId: z.string().startsWith("app_") }),
  load: (unit, input) => lockApplication(unit.tx, input.applicationId),
  authorize: (actor) => actor.kind === "system",
  async run(unit, _input, draft) {
    // Somebody may have come back to it since it was listed.
    if (!draft || !isForsaken(draft, unit.clock.now())) return { result: false, audit: [] };
    await deleteDraft(unit.tx, draft.id);
    await destroyKey(unit.tx, "application", draft.id);
    return {
      result: true,
      audit: { action: "membership.draft-removed", subject: { kind: "application", id: draft.id } },
    };
  },
});
