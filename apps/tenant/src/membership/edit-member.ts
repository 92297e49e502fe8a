import { DomainError } from "@concord/runtime";
import { z } from "zod";
import { defineCommand } from "../command.ts";
import type { Unit } from "../context.ts";
import { can } from "../identity/index.ts";
import { inviteContact } from "./admit-member.ts";
import { applicationForm, type Member } from "./model.ts";
import { locationsOf, lockMember, publishLocations, saveMember } from "./store-members.ts";

const memberId = z.string().startsWith("mem_");
const { contactName, contactEmail, contactPhone, website, employees } = applicationForm.shape;

/** Changes how a member is reached. A new contact may sign in for it from then on, the one before no longer. */
export const editContact = defineCommand({
  name: "membership.edit-contact",
  input: z.object({ memberId, contactName, contactEmail, contactPhone, website, employees }),
  load: (unit, input) => lockedMember(unit, input.memberId),
  authorize: (actor, member) => can(actor, "membership:edit", { memberId: member.id }),
  async run(unit, { memberId: _id, ...changes }, before) {
    const after: Member = { ...before, ...changes, website: changes.website ?? null };
    await saveMember(unit.tx, after);
    if (after.contactEmail !== before.contactEmail) await inviteContact(unit, after, before);
    return {
      result: after,
      audit: {
        action: "membership.contact-edited",
        subject: { kind: "member", id: before.id },
        before: contactOf(before),
        after: contactOf(after),
      },
    };
  },
});

/** Whether a member is in the public directory, and which of its locations may be published there. */
export const editListing = defineCommand({
  name: "membership.edit-listing",
  input: z.object({ memberId, listed: z.boolean(), published: z.array(z.string().startsWith("loc_")) }),
  load: (unit, input) => lockedMember(unit, input.memberId),
  authorize: (actor, member) => can(actor, "membership:edit", { memberId: member.id }),
  async run(unit, input, before) {
    const places = await locationsOf(unit.tx, [before.id]);
    const after: Member = { ...before, listed: input.listed };
    await saveMember(unit.tx, after);
    await publishLocations(unit.tx, before.id, input.published);
    return {
      result: after,
      audit: {
        action: "membership.listing-edited",
        subject: { kind: "member", id: before.id },
        before: {
          listed: before.listed,
          published: places.filter(({ published }) => published).map(({ id }) => id),
        },
        after: { listed: input.listed, published: input.published },
      },
    };
  },
});

async function lockedMember(unit: Unit, id: string): Promise<Member> {
  const member = await lockMember(unit.tx, id);
  if (!member) throw new DomainError("membership.not-found", "not-found");
  return member;
}

function contactOf(member: Member) {
  const { contactName: name, contactEmail: email, contactPhone: phone } = member;
  return { name, email, phone, website: member.website, employees: member.employees };
}
