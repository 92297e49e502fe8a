import { z } from "@hono/zod-openapi";
import { trainingId } from "./model.ts";
import { sessionId, sessionModes } from "./session-model.ts";

export const onceHeader = z.object({ "idempotency-key": z.string().max(255).optional() });

const texts = z.record(z.string(), z.string());
const moment = z.iso.datetime();

const trainingSummary = z
  .object({
    id: trainingId,
    kind: z.enum(["training", "series"]),
    source: z.enum(["own", "adopted"]),
    /** Its id in the network, where it is shared. */
    item: z.string().nullable(),
    revision: z.number().int(),
    title: texts,
    summary: texts,
    languages: z.array(z.string()),
    minutes: z.number().int(),
    attribution: z.string().nullable(),
    licence: z.string().nullable(),
    url: z.url(),
  })
  .openapi("TrainingSummary");

export const trainingDetail = trainingSummary
  .extend({ body: z.record(z.string(), z.unknown()) })
  .openapi("Training");

/** A body as `readTraining` gives it; its schema is named in it. */
const trainingBody = z.record(z.string(), z.unknown());

export const trainingRequest = z
  .object({
    body: trainingBody,
    slug: z.string().optional(),
    attribution: z.string().optional(),
    licence: z.string().optional(),
  })
  .openapi("TrainingRequest");

export const trainingEdit = z.object({ body: trainingBody }).openapi("TrainingEdit");
export const withdrawalRequest = z.object({ reason: z.string().optional() }).openapi("TrainingWithdrawal");

export const trainingState = z
  .object({
    id: trainingId,
    kind: z.enum(["training", "series"]),
    status: z.enum(["draft", "published", "withdrawn", "recalled"]),
    title: texts,
    latestRevision: z.number().int(),
    offeredRevision: z.number().int().nullable(),
  })
  .openapi("TrainingState");

export const pictureRequest = z
  .object({
    /** PNG, JPEG, WebP or AVIF, at most 10 MB. */
    file: z.instanceof(File).openapi({ type: "string", format: "binary" }),
  })
  .openapi("PictureRequest");

export const keptFile = z
  .object({ sha256: z.string(), size: z.number().int(), type: z.string() })
  .openapi("KeptFile");

export const trainingList = z.object({ trainings: z.array(trainingSummary) }).openapi("TrainingList");

export const sessionView = z
  .object({
    id: sessionId,
    kind: z.enum(["webinar", "series-part"]),
    trainingId: z.string().nullable(),
    partId: z.string().nullable(),
    title: texts,
    description: texts.nullable(),
    locale: z.string(),
    mode: z.enum(sessionModes),
    place: z.string().nullable(),
    startsAt: moment,
    endsAt: moment,
    capacity: z.number().int().nullable(),
    host: z.string().nullable(),
    cancelled: z.boolean(),
    url: z.url(),
  })
  .openapi("Session");

export const sessionList = z.object({ sessions: z.array(sessionView) }).openapi("SessionList");

/** `locales` are the site's own: a message in another language would lead to a page that is not there. */
export const registrationRequest = (locales: readonly string[]) =>
  z
    .object({ name: z.string(), email: z.string(), locale: z.enum(locales).optional() })
    .openapi("RegistrationRequest");

export const registered = z.object({ id: z.string(), email: z.string() }).openapi("RegistrationReceipt");

export const attendance = z
  .object({
    sessionId,
    registrations: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        email: z.string(),
        memberId: z.string().nullable(),
        registeredAt: moment,
        cancelledAt: moment.nullable(),
        attendedAt: moment.nullable(),
      }),
    ),
  })
  .openapi("Attendance");

/** Day and times are in the program's own zone; `part` is `<series>/<part>`. */
export const sessionRequest = z
  .object({
    title: texts,
    description: texts.optional(),
    locale: z.string(),
    day: z.string(),
    from: z.string(),
    to: z.string(),
    mode: z.enum(sessionModes).default("live-online"),
    joinUrl: z.string().optional(),
    place: z.string().optional(),
    capacity: z.number().int().optional(),
    host: z.string().optional(),
    part: z.string().optional(),
  })
  .openapi("SessionRequest");

export const officeSession = sessionView
  .extend({ joinUrl: z.string().nullable(), attendanceCode: z.string(), sequence: z.number().int() })
  .openapi("OfficeSession");

export const attendanceRequest = z
  .object({ code: z.string(), email: z.string(), name: z.string().optional() })
  .openapi("AttendanceRequest");

export const attendanceReceipt = z
  .object({ sessionId, certificates: z.number().int() })
  .openapi("AttendanceReceipt");
