import { DomainError } from "@concord/runtime";
import { z } from "zod";
import { defineQuery, nothing } from "../command.ts";
import type { Context } from "../context.ts";
import { can } from "../identity/index.ts";
import { demandReadable } from "../records/index.ts";
import { directoryCursor, directoryFilters } from "./directory.ts";
import type { Member } from "./model.ts";
import { latestRecords } from "./store-commitments.ts";
import { lettersOfMember } from "./store-letters.ts";
import { countMembers, listMembers } from "./store-member-list.ts";
import { findMember, findMembers, locationsOf } from "./store-members.ts";

/** The office's list: every member, listed or not. */
export const listAllMembers = defineQuery({
  name: "membership.list-all",
  input: z.object({
    ...directoryFilters,
    level: z.string().optional(),
    statuses: z
      .array(z.enum(["active", "lapsed", "revoked", "held"]))
      .min(1)
      .default(["active"]),
    after: directoryCursor.optional(),
    limit: z.number().int().min(1).max(200).default(50),
  }),
  load: nothing,
  authorize: (actor) => can(actor, "members:read"),
  async run(context, { after, limit, ...filter }) {
    const [rows, total] = await Promise.all([
      listMembers(context.db, filter, { after, limit: limit + 1 }),
      countMembers(context.db, filter),
    ]);
    const members = rows.slice(0, limit);
    const last = members.at(-1);
    return {
      members,
      total,
      ...(rows.length > limit && last ? { next: { sortName: last.sortName, id: last.id } } : {}),
    };
  },
});

/** One membership with everything about it, for its own people and the office. */
export const readMember = defineQuery({
  name: "membership.read",
  input: z.object({ memberId: z.string().startsWith("mem_") }),
  load: (context, input) => knownMember(context, input.memberId),
  authorize: (actor, member) => can(actor, "membership:read", { memberId: member.id }),
  async run(context, _input, member) {
    await demandReadable(context, { kind: "member", id: member.id });
    const [locations, letters, records] = await Promise.all([
      locationsOf(context.db, [member.id]),
      lettersOfMember(context.db, member.id),
      latestRecords(context.db, member.id),
    ]);
    return { member, locations, letters, records };
  },
});

/** The memberships the signed-in person acts for. */
export const myMemberships = defineQuery({
  name: "membership.mine",
  input: z.object({}),
  load: nothing,
  authorize: (actor) => actor.kind === "person",
  run: (context) => findMembers(context.db, context.actor.memberIds),
});

async function knownMember(context: Context, id: string): Promise<Member> {
  const member = await findMember(context.db, id);
  if (!member) throw new DomainError("membership.not-found", "not-found");
  return member;
}
