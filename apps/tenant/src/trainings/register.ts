import { DomainError } from "@concord/runtime";
import { z } from "zod";
import { defineCommand, defineQuery } from "../command.ts";
import type { Unit } from "../context.ts";
import { email } from "../identity/index.ts";
import { employerToken } from "./enroll.ts";
import { keySha256, registrationKey } from "./keys.ts";
import { learnerKey, personName } from "./model.ts";
import { mailRegistered } from "./session-mail.ts";
import { judgeRegistration, type LiveSession, type Registration, sessionId } from "./session-model.ts";
import { findLinkByToken } from "./store-enrollments.ts";
import {
  countRegistrations,
  findRegistrationByKey,
  findSession,
  insertRegistration,
  lockRegistration,
  lockSession,
  saveRegistration,
} from "./store-sessions.ts";

/** Registers anybody by name and e-mail; the message confirms it with a link to the calendar file and the room. */
export const registerForSession = defineCommand({
  name: "trainings.register",
  input: z.object({ sessionId, name: personName, email, via: employerToken.optional() }),
  load: async (unit, input) => {
    const session = await lockSession(unit.tx, input.sessionId);
    if (!session) throw new DomainError("trainings.session-not-found", "not-found");
    return session;
  },
  authorize: () => true,
  async run(unit, input, session) {
    const before = await lockRegistration(unit.tx, session.id, input.email);
    const holdsPlace = before !== undefined && before.cancelledAt === null;
    await demandOpen(unit, session, unit.clock.now(), holdsPlace);
    const id = before?.id ?? unit.ids.next("reg");
    const key = registrationKey(unit.tenant.secrets.sessionSecret, id);
    const registration: Registration = {
      id,
      sessionId: session.id,
      personId: before?.personId ?? (unit.actor.email === input.email ? (unit.actor.personId ?? null) : null),
      memberId: before?.memberId ?? (await memberBy(unit, input.via)),
      name: before?.name ?? input.name,
      email: input.email,
      locale: unit.locale,
      keySha256: keySha256(key),
      registeredAt: before?.registeredAt ?? unit.clock.now(),
      cancelledAt: null,
      attendedAt: before?.attendedAt ?? null,
    };
    await (before ? saveRegistration : insertRegistration)(unit.tx, registration);
    await mailRegistered(unit, session, registration, key);
    return {
      // The key goes to the address alone: whoever typed it may not own it.
      result: { session, registration: { id: registration.id, email: registration.email } },
      audit: {
        action: "trainings.registered",
        subject: { kind: "session", id: session.id },
        after: { name: registration.name, email: registration.email },
      },
    };
  },
});

/** A registration by the key of its confirmation message: the room's address and the calendar file. */
export const readRegistration = defineQuery({
  name: "trainings.read-registration",
  input: z.object({ key: learnerKey }),
  load: async (context, input) => {
    const registration = await findRegistrationByKey(context.db, keySha256(input.key));
    const session = registration && (await findSession(context.db, registration.sessionId));
    if (!registration || !session) throw new DomainError("trainings.registration-not-found", "not-found");
    return { registration, session };
  },
  authorize: () => true,
  run: async (_context, _input, subject) => subject,
});

/** Gives a place back. */
export const cancelRegistration = defineCommand({
  name: "trainings.cancel-registration",
  input: z.object({ key: learnerKey }),
  load: async (unit, input) => {
    const registration = await findRegistrationByKey(unit.tx, keySha256(input.key));
    if (!registration) throw new DomainError("trainings.registration-not-found", "not-found");
    return registration;
  },
  authorize: () => true,
  async run(unit, _input, registration) {
    if (registration.attendedAt) throw new DomainError("trainings.attended", "conflict");
    if (registration.cancelledAt) return { result: registration, audit: [] };
    const after: Registration = { ...registration, cancelledAt: unit.clock.now() };
    await saveRegistration(unit.tx, after);
    return {
      result: after,
      audit: {
        action: "trainings.registration-cancelled",
        subject: { kind: "session", id: registration.sessionId },
      },
    };
  },
});

/** Whoever holds a place already is not turned away by a full session. */
export async function demandOpen(
  unit: Unit,
  session: LiveSession,
  at: Date,
  holdsPlace: boolean,
): Promise<void> {
  const counts = await countRegistrations(unit.tx, [session.id]);
  const taken = (counts.get(session.id)?.registered ?? 0) - (holdsPlace ? 1 : 0);
  const verdict = judgeRegistration(session, taken, at);
  if (!verdict.open) throw new DomainError(`trainings.session-${verdict.reason}`, "conflict");
}

async function memberBy(unit: Unit, token: string | undefined): Promise<string | null> {
  if (token === undefined) return null;
  return (await findLinkByToken(unit.tx, token))?.memberId ?? null;
}
