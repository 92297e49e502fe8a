import { DomainError } from "@concord/runtime";
import type { Unit } from "../context.ts";
import { ensurePerson, grantRole, revokeRole, systemActor } from "../identity/index.ts";
import type { Level } from "../profile/index.ts";
import type { Application, ApplicationForm, Member } from "./model.ts";
import { insertEvent, insertMember, lockMember, nextMemberNumber, saveMember } from "./store-members.ts";
import { judgeRenewal, term } from "./terms.ts";
import { dayOf, todayOf } from "./today.ts";

/** A new membership, from today, with the next number of the year; acronyms are not unique, so the code leads. */
export async function admitMember(
  unit: Unit,
  application: Application,
  form: ApplicationForm,
  level: Level,
): Promise<Member> {
  const today = todayOf(unit);
  const year = Number(today.slice(0, 4));
  const number = await nextMemberNumber(unit.tx, year);
  const member: Member = {
    ...factsOf(form),
    id: unit.ids.next("mem"),
    number: `${unit.tenant.code.toUpperCase()}-${year}-${String(number).padStart(5, "0")}`,
    status: "active",
    locale: application.locale,
    joinedOn: today,
    ...term(today, level.term.months),
  };
  await insertMember(unit.tx, member);
  await insertEvent(unit.tx, {
    id: unit.ids.next("evt"),
    memberId: member.id,
    kind: "joined",
    on: today,
    level: level.id,
  });
  return member;
}

/**
 * A further term without a gap, whenever the office comes to approve it. A hold is ended by an officer on
 * purpose, never by a renewal in passing.
 */
export async function renewMember(
  unit: Unit,
  id: string,
  application: Application,
  form: ApplicationForm,
  level: Level,
): Promise<Member> {
  const before = await lockMember(unit.tx, id);
  if (!before) throw new DomainError("membership.not-found", "not-found");
  if (before.status !== "active" && before.status !== "lapsed")
    throw new DomainError("membership.status", "conflict", { status: before.status });
  const today = todayOf(unit);
  const handedInOn = application.submittedAt ? dayOf(unit, application.submittedAt) : today;
  const verdict = judgeRenewal(before.validUntil, unit.tenant.profile.membership.renewal, handedInOn);
  if (!verdict.allowed)
    throw new DomainError(`membership.renewal-${verdict.reason}`, "conflict", { opensOn: verdict.opensOn });
  const after: Member = {
    ...before,
    ...factsOf(form),
    status: "active",
    locale: application.locale,
    ...term(verdict.validFrom, level.term.months),
  };
  await saveMember(unit.tx, after);
  await insertEvent(unit.tx, {
    id: unit.ids.next("evt"),
    memberId: id,
    kind: "renewed",
    on: today,
    level: level.id,
  });
  return after;
}

function factsOf(form: ApplicationForm) {
  return {
    legalName: form.legalName,
    doingBusinessAs: form.doingBusinessAs ?? null,
    entityType: form.entityType,
    fileNumber: form.fileNumber ?? null,
    sector: form.sector,
    employees: form.employees,
    website: form.website ?? null,
    level: form.level,
    commitments: form.commitments,
    listed: form.listed,
    contactName: form.contactName,
    contactEmail: form.contactEmail,
    contactPhone: form.contactPhone,
  };
}

/** Lets the contact sign in for the membership, and a contact before it no longer. */
export async function inviteContact(unit: Unit, member: Member, former?: Member): Promise<void> {
  const itself: Unit = { ...unit, actor: systemActor("membership") };
  if (former && former.contactEmail !== member.contactEmail) await dismissContact(itself, former);
  const person = await ensurePerson(itself, {
    email: member.contactEmail,
    name: member.contactName,
    locale: member.locale,
  });
  await grantRole(itself, { personId: person.id, role: "member", memberId: member.id });
}

async function dismissContact(itself: Unit, member: Member): Promise<void> {
  const { contactEmail: email, contactName: name, locale, id: memberId } = member;
  const person = await ensurePerson(itself, { email, name, locale });
  await revokeRole(itself, { personId: person.id, role: "member", memberId });
}
