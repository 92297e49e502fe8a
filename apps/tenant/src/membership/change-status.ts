import { DomainError } from "@concord/runtime";
import { z } from "zod";
import { defineCommand } from "../command.ts";
import type { Unit } from "../context.ts";
import { releaseMembershipCertificates, suspendMembershipCertificates } from "../credentials/index.ts";
import { can } from "../identity/index.ts";
import { revocationMail } from "./letter-mail.ts";
import type { Member, MemberStatus } from "./model.ts";
import { insertEvent, locationsOf, lockMember, saveMember } from "./store-members.ts";
import { todayOf } from "./today.ts";

const memberId = z.string().startsWith("mem_");
const note = z.string().trim().max(4_000, "field.too-big");
const neededNote = note.min(1, "field.required");
const grounds = neededNote;

type Change = "held" | "released" | "revoked" | "lapsed";

const from: Record<Change, readonly MemberStatus[]> = {
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
/** Ends a membership whose term is over. */
export const lapseMembership = statusCommand("lapsed", "lapsed");

/** Ends a membership by a letter that states the grounds; the note stays in the office. */
export const revokeMembership = defineCommand({
  name: "membership.revoked",
  input: z.object({ memberId, grounds, note: note.optional() }),
  load: (unit, input) => knownMember(unit, input.memberId),
  authorize: (actor, member) => can(actor, "membership:approve", { memberId: member.id }),
  async run(unit, input, before) {
    const after = await changeStatus(unit, before, "revoked", "revoked");
    await suspendMembershipCertificates(unit, before.id, true);
    const [place] = await locationsOf(unit.tx, [before.id]);
    await revocationMail(unit, after, place, input.grounds);
    const { memberId: _id, ...said } = input;
    return { result: after, audit: statusAudit("revoked", before, { status: "revoked", ...said }) };
  },
});

function statusCommand(event: Exclude<Change, "revoked">, status: MemberStatus) {
  return defineCommand({
    name: `membership.${event}`,
    input: z.object({ memberId, note: neededNote }),
    load: (unit, input) => knownMember(unit, input.memberId),
    authorize: (actor, member) => can(actor, "membership:approve", { memberId: member.id }),
    async run(unit, input, before) {
      const after = await changeStatus(unit, before, event, status);
      if (event === "released") await releaseMembershipCertificates(unit, before.id);
      if (event === "held") await suspendMembershipCertificates(unit, before.id, false);
      return { result: after, audit: statusAudit(event, before, { status, note: input.note }) };
    },
  });
}

async function changeStatus(
  unit: Unit,
  before: Member,
  event: Change,
  status: MemberStatus,
): Promise<Member> {
  if (!from[event].includes(before.status)) {
    throw new DomainError("membership.status", "conflict", { status: before.status });
  }
  const after: Member = { ...before, status };
  await saveMember(unit.tx, after);
  await insertEvent(unit.tx, {
    id: unit.ids.next("evt"),
    memberId: before.id,
    kind: event,
    on: todayOf(unit),
    level: before.level,
  });
  return after;
}

function statusAudit(event: Change, before: Member, after: object) {
  return {
    action: `membership.${event}`,
    subject: { kind: "member" as const, id: before.id },
    before: { status: before.status },
    after,
  };
}

async function knownMember(unit: Unit, id: string): Promise<Member> {
  const member = await lockMember(unit.tx, id);
  if (!member) throw new DomainError("membership.not-found", "not-found");
  return member;
}
