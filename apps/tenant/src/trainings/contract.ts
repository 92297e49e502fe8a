import { z } from "@hono/zod-openapi";
import { trainingId } from "./model.ts";
import { sessionId, sessionModes } from "./session-model.ts";

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

export const trainingList = z.object({ trainings: z.array(trainingSummary) }).openapi("TrainingList");

const sessionView = z
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

export const registrationRequest = z
  .object({ name: z.string(), email: z.string(), locale: z.string().optional() })
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
