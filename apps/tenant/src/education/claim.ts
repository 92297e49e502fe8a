import { DomainError } from "@concord/runtime";
import { z } from "zod";
import { defineCommand, defineQuery, nothing } from "../command.ts";
import { can } from "../identity/index.ts";
import { issueCredit, judgeLicenses } from "./certify.ts";
import { lockUnclaimed, markClaimed, unclaimedOf } from "./store-claims.ts";

/** A signed-in person says that it was them who finished something under their address: now it earns credit. */
export const claimCredit = defineCommand({
  name: "education.claim-credit",
  input: z.object({ completionId: z.string().startsWith("cmp_", "education.completion-not-found") }),
  load: async (unit, input) => {
    const completion = await lockUnclaimed(unit.tx, input.completionId);
    if (!completion) throw new DomainError("education.completion-not-found", "not-found");
    return completion;
  },
  authorize: (actor, { personId }) => actor.kind === "person" && can(actor, "learning:take", { personId }),
  async run(unit, _input, completion) {
    const { credited, earnedBefore } = await issueCredit(unit, {
      ...completion,
      proven: true,
      // The name of the account that proved itself, not the one that somebody typed.
      holder: unit.actor.name || completion.holder,
      attribution: completion.attribution ?? undefined,
    });
    if (credited.length === 0)
      throw new DomainError(
        earnedBefore ? "education.credit-earned" : "education.no-license-counts",
        "conflict",
      );
    await markClaimed(unit.tx, completion.id, unit.clock.now());
    return {
      result: credited,
      audit: {
        action: "education.credit-claimed",
        subject: { kind: "completion", id: completion.id },
        after: { activity: completion.activity.id, certificates: credited.map(({ id }) => id) },
      },
    };
  },
});

/** What was finished under a person's address and waits for their word, and whether a license of theirs counts it. */
export const listUnclaimed = defineQuery({
  name: "education.unclaimed",
  input: z.object({ personId: z.string().startsWith("per_") }),
  load: nothing,
  authorize: (actor, _subject, input) => can(actor, "learning:take", { personId: input.personId }),
  async run(context, input) {
    const waiting = await unclaimedOf(context.db, input.personId);
    return Promise.all(
      waiting.map(async (completion) => {
        const judged = await judgeLicenses(context, completion);
        return { completion, counts: judged.some(({ verdict }) => verdict.counts) };
      }),
    );
  },
});
