import { randomBytes } from "node:crypto";
import { DomainError } from "@concord/runtime";
import { z } from "zod";
import { defineCommand } from "../command.ts";
import type { Unit } from "../context.ts";
import { can } from "../identity/index.ts";
import { trainingId } from "./model.ts";
import { mailSessionChanged } from "./session-mail.ts";
import { attendanceCode, type LiveSession, momentAt, sessionId, sessionModes } from "./session-model.ts";
import { insertSession, lockSession, registrationsOf, saveSession } from "./store-sessions.ts";
import { findRevision, findTraining } from "./store-trainings.ts";

const text = (max: number) =>
  z.string("field.required").trim().min(1, "field.required").max(max, "field.too-big");
const time = z.string("field.required").regex(/^([01]\d|2[0-3]):[0-5]\d$/, "trainings.time");
const blank = (max: number) =>
  z
    .string()
    .trim()
    .max(max, "field.too-big")
    .optional()
    .transform((typed) => typed || undefined);

const plan = z
  .object({
    title: z.record(z.string().max(12), text(200)),
    description: z.record(z.string().max(12), z.string().trim().max(2_000, "field.too-big")).default({}),
    locale: z.string().max(12).min(2, "field.required"),
    day: z.iso.date("field.required"),
    from: time,
    to: time,
    mode: z.enum(sessionModes, "field.required").default("live-online"),
    joinUrl: blank(500).pipe(z.url({ protocol: /^https$/, error: "trainings.join-url" }).optional()),
    place: blank(300),
    capacity: blank(6)
      .transform((typed) => (typed === undefined ? undefined : Number(typed)))
      .pipe(z.number("trainings.capacity").int("trainings.capacity").min(1, "trainings.capacity").optional()),
    host: blank(200),
    /** `<series>/<part>`, where it is a part of a series. */
    part: blank(200).pipe(
      z
        .string()
        .regex(/^trn_[0-9a-f]{32}\/[a-z0-9-]{1,64}$/, "field.invalid-value")
        .optional(),
    ),
  })
  .refine(({ from, to }) => to > from, { message: "trainings.ends-first", path: ["to"] })
  .refine(({ mode, joinUrl }) => mode !== "live-online" || joinUrl !== undefined, {
    message: "field.required",
    path: ["joinUrl"],
  })
  .refine(({ mode, place }) => mode !== "in-person" || place !== undefined, {
    message: "field.required",
    path: ["place"],
  });
type Plan = z.output<typeof plan>;

/** Plans a live session; day and times are in the program's own zone. */
export const planSession = defineCommand({
  name: "trainings.plan-session",
  input: plan,
  load: (unit, input) => partOf(unit, input.part),
  authorize: (actor) => can(actor, "sessions:manage"),
  async run(unit, input, part) {
    const now = unit.clock.now();
    const session: LiveSession = {
      id: unit.ids.next("ses"),
      ...factsOf(unit, input),
      ...part,
      attendanceCode: attendanceCode(randomBytes(6)),
      sequence: 0,
      cancelledAt: null,
      createdAt: now,
      updatedAt: now,
    };
    await insertSession(unit.tx, session);
    return { result: session, audit: record("trainings.session-planned", session) };
  },
});

/** Changes a session; its calendar entries follow, and whoever registered is told. */
export const changeSession = defineCommand({
  name: "trainings.change-session",
  input: plan.and(z.object({ sessionId })),
  load: async (unit, input) => ({
    session: await openSession(unit, input.sessionId),
    part: await partOf(unit, input.part),
  }),
  authorize: (actor) => can(actor, "sessions:manage"),
  async run(unit, input, { session, part }) {
    const after: LiveSession = {
      ...session,
      ...factsOf(unit, input),
      ...part,
      sequence: session.sequence + 1,
      updatedAt: unit.clock.now(),
    };
    await saveSession(unit.tx, after);
    if (isMoved(session, after)) await tellAll(unit, after, "changed");
    return { result: after, audit: record("trainings.session-changed", after) };
  },
});

/** Calls a session off: whoever registered gets a message, and calendars get CANCEL. */
export const cancelSession = defineCommand({
  name: "trainings.cancel-session",
  input: z.object({ sessionId }),
  load: (unit, input) => openSession(unit, input.sessionId),
  authorize: (actor) => can(actor, "sessions:manage"),
  async run(unit, _input, session) {
    const now = unit.clock.now();
    const after: LiveSession = {
      ...session,
      sequence: session.sequence + 1,
      cancelledAt: now,
      updatedAt: now,
    };
    await saveSession(unit.tx, after);
    await tellAll(unit, after, "cancelled");
    return { result: after, audit: record("trainings.session-cancelled", after) };
  },
});

/** Another time, another room or another place: whoever registered must know. */
function isMoved(before: LiveSession, after: LiveSession): boolean {
  const where = ({ mode, joinUrl, place }: LiveSession) => JSON.stringify([mode, joinUrl, place]);
  return (
    after.startsAt.getTime() !== before.startsAt.getTime() ||
    after.endsAt.getTime() !== before.endsAt.getTime() ||
    where(after) !== where(before)
  );
}

async function tellAll(unit: Unit, session: LiveSession, what: "changed" | "cancelled"): Promise<void> {
  for (const registration of await registrationsOf(unit.tx, session.id)) {
    if (registration.cancelledAt === null) await mailSessionChanged(unit, session, registration, what);
  }
}

function factsOf(unit: Unit, input: Plan) {
  const zone = unit.tenant.profile.jurisdiction.timeZones.default;
  const description = Object.fromEntries(Object.entries(input.description).filter(([, words]) => words));
  return {
    title: input.title,
    description: Object.keys(description).length > 0 ? description : null,
    locale: input.locale,
    startsAt: momentAt(zone, input.day, input.from),
    endsAt: momentAt(zone, input.day, input.to),
    mode: input.mode,
    joinUrl: input.joinUrl ?? null,
    place: input.place ?? null,
    capacity: input.capacity ?? null,
    host: input.host ?? null,
  };
}

async function partOf(unit: Unit, part: string | undefined) {
  if (part === undefined) return { kind: "webinar" as const, trainingId: null, partId: null };
  const [id = "", partId = ""] = part.split("/");
  const training = await findTraining(unit.tx, trainingId.parse(id));
  const revision =
    training?.offeredRevision != null
      ? await findRevision(unit.tx, training.id, training.offeredRevision)
      : undefined;
  const body = revision?.body;
  const known =
    body?.schema === "concord.series/1" && body.parts.some((one) => one.id === partId && one.type === "live");
  if (!known) throw new DomainError("trainings.part-not-found", "not-found");
  return { kind: "series-part" as const, trainingId: id, partId };
}

async function openSession(unit: Unit, id: string): Promise<LiveSession> {
  const session = await lockSession(unit.tx, id);
  if (!session) throw new DomainError("trainings.session-not-found", "not-found");
  if (session.cancelledAt) throw new DomainError("trainings.session-cancelled", "conflict");
  return session;
}

function record(action: string, session: LiveSession) {
  return {
    action,
    subject: { kind: "session", id: session.id },
    after: { title: session.title, startsAt: session.startsAt, sequence: session.sequence },
  };
}
