import { randomBytes } from "node:crypto";
import { DomainError } from "@concord/runtime";
import { z } from "zod";
import { defineCommand, defineQuery, nothing } from "../command.ts";
import { type Actor, can } from "../identity/index.ts";
import { memberId } from "./model.ts";
import { findLinkOf, putLink, rosterOf } from "./store-enrollments.ts";

/** Gives a member the link by which its staff learn without an account; a new one ends the old one. */
export const renewEmployerLink = defineCommand({
  name: "trainings.renew-employer-link",
  input: z.object({ memberId }),
  load: nothing,
  authorize: (actor, _subject, input) => can(actor, "toolkits:use", { memberId: input.memberId }),
  async run(unit, input) {
    const link = {
      id: unit.ids.next("lnk"),
      memberId: input.memberId,
      token: randomBytes(12).toString("base64url"),
      createdAt: unit.clock.now(),
    };
    await putLink(unit.tx, link);
    return {
      result: link,
      audit: { action: "trainings.employer-link-made", subject: { kind: "member", id: input.memberId } },
    };
  },
});

/**
 * What an employer sees of its staff: who, which training, finished or not, and the day. Nothing else is in it:
 * pages are counted, since a position or an id would tell when somebody began, and so the time they spent.
 */
export const readStaffRoster = defineQuery({
  name: "trainings.staff-roster",
  input: z.object({
    memberId,
    page: z.coerce.number().int().min(1).max(10_000).default(1),
    limit: z.number().int().min(1).max(500).default(100),
  }),
  load: nothing,
  authorize: (actor, _subject, input) => can(actor, "membership:read", { memberId: input.memberId }),
  async run(context, input) {
    const { page, limit } = input;
    const [rows, link] = await Promise.all([
      rosterOf(context.db, input.memberId, { offset: (page - 1) * limit, limit: limit + 1 }),
      findLinkOf(context.db, input.memberId),
    ]);
    return { staff: rows.slice(0, limit), link, ...(rows.length > limit ? { next: page + 1 } : {}) };
  },
});

/** The membership a page is about: the one asked for among those the person acts for, or else the first. */
export function ownMemberId(actor: Actor, wanted?: string): string {
  if (actor.kind === "public") throw new DomainError("identity.sign-in-needed", "unauthenticated");
  const id = wanted === undefined ? actor.memberIds[0] : actor.memberIds.find((one) => one === wanted);
  if (!id) throw new DomainError("trainings.no-membership", "forbidden");
  return id;
}
