import { defineQueue } from "@concord/database";
import { addDays } from "@concord/runtime";
import { z } from "zod";
import { defineCommand, nothing } from "../command.ts";
import type { Context } from "../context.ts";
import { systemActor } from "../identity/index.ts";
import { lapseMembership } from "./change-status.ts";
import { reminderMail } from "./letter-mail.ts";
import { draftsForsakenBefore } from "./model.ts";
import { removeForsakenDraft } from "./remove-draft.ts";
import { draftsUntouchedSince } from "./store-drafts.ts";
import {
  locationsOf,
  lockMember,
  markReminded,
  membersExpiredBefore,
  membersToRemind,
} from "./store-members.ts";
import { todayOf } from "./today.ts";

/** Once a day: ends terms that are over, reminds of renewals, and removes drafts that were left alone. */
export const membershipDayQueue = defineQueue<object>("membership-day", { retryLimit: 5, retryDelay: 300 });

/** Every morning in every time zone of the country. */
export const membershipDayCron = "15 10 * * *";

const batch = 200;

/** Each member in a transaction of its own, so that one that fails keeps no other from its letter. */
export async function runMembershipDay(
  context: Context,
): Promise<{ lapsed: number; reminded: number; removed: number }> {
  const itself: Context = { ...context, actor: systemActor("membership-day") };
  const { renewal } = context.tenant.profile.membership;
  const today = todayOf(context);
  const grace = renewal.late === "grace" ? (renewal.graceDays ?? 0) : 0;
  const done = { lapsed: 0, reminded: 0, removed: 0 };
  for (;;) {
    const over = await membersExpiredBefore(context.db, addDays(today, -grace), batch);
    for (const { id } of over) await lapseMembership(itself, { memberId: id, note: "term over" });
    done.lapsed += over.length;
    if (over.length < batch) break;
  }
  const window = { from: today, until: addDays(today, renewal.openDaysBefore) };
  for (;;) {
    const open = await membersToRemind(context.db, window, batch);
    for (const { id } of open) await remindOfRenewal(itself, { memberId: id });
    done.reminded += open.length;
    if (open.length < batch) break;
  }
  done.removed = await removeDrafts(itself);
  return done;
}

async function removeDrafts(context: Context): Promise<number> {
  const since = draftsForsakenBefore(context.clock.now());
  let removed = 0;
  for (;;) {
    const drafts = await draftsUntouchedSince(context.db, since, batch);
    for (const { id } of drafts) await removeForsakenDraft(context, { applicationId: id });
    removed += drafts.length;
    if (drafts.length < batch) return removed;
  }
}

/** Writes the profile's reminder, once for each term. */
const remindOfRenewal = defineCommand({
  name: "membership.remind-of-renewal",
  input: z.object({ memberId: z.string().startsWith("mem_") }),
  load: nothing,
  authorize: (actor) => actor.kind === "system",
  async run(unit, input) {
    const member = await lockMember(unit.tx, input.memberId);
    if (member?.status !== "active" || member.remindedFor === member.validUntil)
      return { result: undefined, audit: [] };
    const [place] = await locationsOf(unit.tx, [member.id]);
    const opens = addDays(member.validUntil, -unit.tenant.profile.membership.renewal.openDaysBefore);
    await reminderMail(unit, member, place, opens);
    await markReminded(unit.tx, member);
    return {
      result: undefined,
      audit: {
        action: "membership.renewal-reminded",
        subject: { kind: "member", id: member.id },
        after: { validUntil: member.validUntil },
      },
    };
  },
});
