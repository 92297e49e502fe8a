import { DomainError } from "@concord/runtime";
import { z } from "zod";
import { defineQuery, nothing } from "../command.ts";
import { can } from "../identity/index.ts";
import { trainingId } from "./model.ts";
import { judgeRegistration, type LiveSession, sessionId } from "./session-model.ts";
import { countRegistrations, findSession, listSessions } from "./store-sessions.ts";

const position = z.object({ startsAt: z.coerce.date(), id: z.string() }).optional();
const limit = z.number().int().min(1).max(200).default(50);
const dayMs = 86_400_000;

/** A session as anybody may see it: without the room's address and the attendance code. */
export type PublicSession = Omit<LiveSession, "joinUrl" | "attendanceCode">;

/** What is ahead, soonest first. */
export const listUpcoming = defineQuery({
  name: "trainings.upcoming",
  input: z.object({ trainingId: trainingId.optional(), after: position, limit }),
  load: nothing,
  authorize: () => true,
  async run(context, input) {
    const rows = await listSessions(context.db, {
      ...input,
      endsAfter: context.clock.now(),
      withCancelled: false,
      limit: input.limit + 1,
    });
    const sessions = rows.slice(0, input.limit).map(publicOf);
    const last = sessions.at(-1);
    return {
      sessions,
      ...(rows.length > input.limit && last ? { next: { startsAt: last.startsAt, id: last.id } } : {}),
    };
  },
});

/** For the calendar feed: the last three months and all ahead, cancelled ones too, so that calendars drop them. */
export const listForCalendar = defineQuery({
  name: "trainings.calendar",
  input: z.object({}),
  load: nothing,
  authorize: () => true,
  async run(context) {
    const since = new Date(context.clock.now().getTime() - 90 * dayMs);
    const rows = await listSessions(context.db, { endsAfter: since, withCancelled: true, limit: 1_000 });
    return rows.map(publicOf);
  },
});

/** One session for anybody, and whether one may still register. */
export const readSession = defineQuery({
  name: "trainings.session",
  input: z.object({ sessionId }),
  load: async (context, input) => {
    const session = await findSession(context.db, input.sessionId);
    if (!session) throw new DomainError("trainings.session-not-found", "not-found");
    return session;
  },
  authorize: () => true,
  async run(context, _input, session) {
    const counts = await countRegistrations(context.db, [session.id]);
    const registered = counts.get(session.id)?.registered ?? 0;
    return {
      session: publicOf(session),
      registration: judgeRegistration(session, registered, context.clock.now()),
    };
  },
});

/** The office's list with counts: what is ahead, or what was. */
export const listOfficeSessions = defineQuery({
  name: "trainings.office-sessions",
  input: z.object({ past: z.boolean().default(false), after: position, limit }),
  load: nothing,
  authorize: (actor) => can(actor, "sessions:manage"),
  async run(context, input) {
    const now = context.clock.now();
    const rows = await listSessions(context.db, {
      ...(input.past ? { endsBefore: now, newestFirst: true } : { endsAfter: now }),
      after: input.after,
      withCancelled: true,
      limit: input.limit + 1,
    });
    const sessions = rows.slice(0, input.limit);
    const counts = await countRegistrations(
      context.db,
      sessions.map(({ id }) => id),
    );
    const last = sessions.at(-1);
    return {
      sessions: sessions.map((session) => ({
        session,
        registered: counts.get(session.id)?.registered ?? 0,
        attended: counts.get(session.id)?.attended ?? 0,
      })),
      ...(rows.length > input.limit && last ? { next: { startsAt: last.startsAt, id: last.id } } : {}),
    };
  },
});

function publicOf({ joinUrl: _room, attendanceCode: _code, ...session }: LiveSession): PublicSession {
  return session;
}
