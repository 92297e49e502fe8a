import { textIn } from "@concord/content";
import { DomainError } from "@concord/runtime";
import { z } from "zod";
import { defineCommand, defineQuery } from "../command.ts";
import type { Unit } from "../context.ts";
import { certifyCompletion } from "../education/index.ts";
import { can, email } from "../identity/index.ts";
import { personOf } from "./complete.ts";
import { keySha256, newKey } from "./keys.ts";
import { demandOpen } from "./register.ts";
import { mailAttended } from "./session-mail.ts";
import {
  type LiveSession,
  minutesOfSession,
  type Registration,
  sessionId,
  takesAttendance,
  typedCode,
} from "./session-model.ts";
import {
  findByAttendanceCode,
  findSession,
  insertRegistration,
  lockRegistration,
  registrationsOf,
  saveRegistration,
} from "./store-sessions.ts";

/**
 * Attendance by the code that the host shows during the session. Who did not register gives a name and is
 * registered now. The certificate waits for the person of the address.
 */
export const attendSession = defineCommand({
  name: "trainings.attend",
  input: z.object({ code: typedCode, email, name: z.string().trim().max(200, "field.too-big").default("") }),
  load: async (unit, input) => {
    const session = await findByAttendanceCode(unit.tx, input.code);
    if (!session || !takesAttendance(session, unit.clock.now())) throw wrong("code", "trainings.code-wrong");
    return session;
  },
  authorize: () => true,
  async run(unit, input, session) {
    const before = await lockRegistration(unit.tx, session.id, input.email);
    if (before?.attendedAt) return { result: { session, certificates: 0 }, audit: [] };
    const name = before?.name ?? input.name;
    if (name === "") throw wrong("name", "trainings.name-to-attend");
    // Attendance is taken for an hour after the end: who came in time is judged as of the start.
    if (!before) await demandOpen(unit, session, session.startsAt, false);
    const registration = await attended(unit, session, before, { name, email: input.email });
    const certificates = await certify(unit, session, registration);
    await mailAttended(unit, session, registration);
    return {
      result: { session, certificates: certificates.length },
      audit: {
        action: "trainings.attended",
        subject: { kind: "session", id: session.id },
        after: {
          name: registration.name,
          email: registration.email,
          certificates: certificates.map(({ id }) => id),
        },
      },
    };
  },
});

/** Who registered and who came, for the office. */
export const readAttendance = defineQuery({
  name: "trainings.attendance",
  input: z.object({ sessionId }),
  load: async (context, input) => {
    const session = await findSession(context.db, input.sessionId);
    if (!session) throw new DomainError("trainings.session-not-found", "not-found");
    return session;
  },
  authorize: (actor) => can(actor, "sessions:manage"),
  run: async (context, _input, session) => ({
    session,
    registrations: await registrationsOf(context.db, session.id),
  }),
});

async function attended(
  unit: Unit,
  session: LiveSession,
  before: Registration | undefined,
  who: { name: string; email: string },
): Promise<Registration> {
  const now = unit.clock.now();
  const registration: Registration = {
    id: unit.ids.next("reg"),
    sessionId: session.id,
    memberId: null,
    locale: unit.locale,
    keySha256: keySha256(newKey()),
    registeredAt: now,
    ...before,
    ...who,
    personId: before?.personId ?? (await personOf(unit, who.email, who.name)),
    cancelledAt: null,
    attendedAt: now,
  };
  await (before ? saveRegistration : insertRegistration)(unit.tx, registration);
  return registration;
}

function certify(unit: Unit, session: LiveSession, registration: Registration) {
  return certifyCompletion(unit, {
    personId: registration.personId,
    // A code and an address prove nobody: anybody in the room knows the one and can guess the other.
    proven: unit.actor.kind === "person" && unit.actor.personId === registration.personId,
    memberId: registration.memberId,
    holder: registration.name,
    activity: { kind: "session", id: session.id },
    title: textIn(session.title, session.locale),
    mode: session.mode,
    locale: session.locale,
    minutes: minutesOfSession(session),
    completedAt: registration.attendedAt ?? unit.clock.now(),
    attribution: session.host ?? undefined,
  });
}

function wrong(field: string, code: string): DomainError {
  return new DomainError("request.invalid", "invalid", {}, [{ pointer: `/${field}`, code }]);
}
