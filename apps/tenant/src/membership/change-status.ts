import { DomainError } from "@concord/runtime";
import { z } from "zod";
import { defineCommand } from "../command.ts";
import type { Unit } from "../context.ts";
import { releaseMembershipCertificates, suspendMembershipCertificates } from "../credentials/index.ts";
import { can } from "../identity/index.ts";
import type { Member, MemberStatus } from "./model.ts";
import { insertEvent, lockMember, saveMember } from "./store-members.ts";
import { todayOf } from "./today.ts";

const memberId = z.string().startsWith("mem_");
const note = z.string().trim().min(1, "field.required").max(4_000, "field.too-big");

const from: Record<"held" | "released" | "revoked" | "lapsed", readonly MemberStatus[]> = {
  held: ["active"],
  released: ["held"],
  revoked: ["active", "held", "lapsed"],
  lapsed: ["active", "held"],
};

/**
 * A concern was raised: delisted, seal and certificate suspended at once, no public reason.
 * Whoever verifies the certificate reads only that it is not valid now.
 */
export const holdMembership = statusCommand("held", "held");
/** Ends a hold; the certificate is valid again. */
export const releaseMembership = statusCommand("released", "active");
/** Ends a membership for a stated ground. */
export const revokeMembership = statusCommand("revoked", "revoked");
/** Ends a membership whose term is over. */
export const lapseMembership = statusCommand("lapsed", "lapsed");

function statusCommand(event: keyof typeof from, status: MemberStatus) {
  return defineCommand({
    name: `membership.${event}`,
    input: z.object({ memberId, note }),
    load: (unit, input) => knownMember(unit, input.memberId),
    authorize: (actor, member) => can(actor, "membership:approve", { memberId: member.id }),
    async run(unit, input, before) {
      if (!from[event].includes(before.status)) {
        throw new DomainError("membership.status", "conflict", { status: before.status });
      }
      const after: Member = { ...before, status };
      await saveMember(unit.tx, after);
      const on = todayOf(unit);
      await insertEvent(unit.tx, {
        id: unit.ids.next("evt"),
        memberId: before.id,
        kind: event,
        on,
        level: before.level,
      });
      if (event === "released") await releaseMembershipCertificates(unit, before.id);
      else if (event !== "lapsed") await suspendMembershipCertificates(unit, before.id, event === "revoked");
      return {
        result: after,
        audit: {
          action: `membership.${event}`,
          subject: { kind: "member", id: before.id },
          before: { status: before.status },
          after: { status, note: input.note },
        },
      };
    },
  });
}

async function knownMember(unit: Unit, id: string): Promise<Member> {
  const member = await lockMember(unit.tx, id);
  if (!member) throw new DomainError("membership.not-found", "not-found");
  return member;
}
