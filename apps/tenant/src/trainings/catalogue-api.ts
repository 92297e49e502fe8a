import { decodeCursor, encodeCursor, linkPages, pageQuery, problemResponses } from "@concord/http";
import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import type { ApiEnv } from "../api-environment.ts";
import { oncePerKey } from "../idempotency/index.ts";
import { createTraining, editTraining } from "./author.ts";
import { listCatalogue, readTraining } from "./catalogue.ts";
import {
  onceHeader,
  trainingDetail,
  trainingEdit,
  trainingList,
  trainingRequest,
  trainingState,
  withdrawalRequest,
} from "./contract.ts";
import type { Training } from "./model.ts";
import { publishLocally, withdrawTraining } from "./offer.ts";

const byCreation = z.object({ createdAt: z.string(), id: z.string() });
const params = z.object({ trainingId: z.string() });
const json = <Schema extends z.ZodType>(schema: Schema) => ({ "application/json": { schema } });
const office = { tags: ["Trainings"], security: [{ bearer: [] }] };
const refusals = problemResponses("unauthenticated", "forbidden", "not-found", "invalid", "conflict");
const state = (description: string) => ({ description, content: json(trainingState) });

const listTrainingsRoute = createRoute({
  method: "get",
  path: "/api/v1/trainings",
  operationId: "listTrainings",
  tags: ["Trainings"],
  summary: "The trainings and series this office offers, newest first",
  request: { query: pageQuery().extend({ kind: z.enum(["training", "series"]).optional() }) },
  responses: {
    200: {
      description: "A page of the catalogue",
      content: { "application/json": { schema: trainingList } },
    },
    ...problemResponses("invalid"),
  },
});

const readTrainingRoute = createRoute({
  method: "get",
  path: "/api/v1/trainings/{trainingId}",
  operationId: "readTraining",
  tags: ["Trainings"],
  summary: "One offered training with its body",
  request: { params: z.object({ trainingId: z.string() }) },
  responses: {
    200: { description: "The training", content: { "application/json": { schema: trainingDetail } } },
    ...problemResponses("not-found", "invalid"),
  },
});

const createTrainingRoute = createRoute({
  ...office,
  method: "post",
  path: "/api/v1/trainings",
  operationId: "createTraining",
  summary: "Write a training or series as a draft; its pictures are handed in first (scope trainings:manage)",
  middleware: [oncePerKey],
  request: { headers: onceHeader, body: { content: json(trainingRequest) } },
  responses: { 201: state("The draft"), ...refusals },
});

const editTrainingRoute = createRoute({
  ...office,
  method: "put",
  path: "/api/v1/trainings/{trainingId}",
  operationId: "editTraining",
  summary: "Write a new revision; learners get it once it is offered (scope trainings:manage)",
  request: { params, body: { content: json(trainingEdit) } },
  responses: { 200: state("The training with its new revision"), ...refusals },
});

const offerRoute = createRoute({
  ...office,
  method: "post",
  path: "/api/v1/trainings/{trainingId}/offer",
  operationId: "offerTraining",
  summary: "Offer the newest revision in the catalogue (scope trainings:manage)",
  request: { params },
  responses: { 200: state("Offered"), ...refusals },
});

const withdrawRoute = createRoute({
  ...office,
  method: "post",
  path: "/api/v1/trainings/{trainingId}/withdrawal",
  operationId: "withdrawTraining",
  summary: "Take a training out of the catalogue; whoever began may finish (scope trainings:manage)",
  request: { params, body: { content: json(withdrawalRequest) } },
  responses: { 200: state("Withdrawn"), ...refusals },
});

/** The catalogue for anybody, and its trainings for the office. */
export function catalogueRoutes(api: OpenAPIHono<ApiEnv>): void {
  api.openapi(listTrainingsRoute, async (c) => {
    const { cursor, limit, kind } = c.req.valid("query");
    const before = cursor === undefined ? undefined : decodeCursor(byCreation, cursor);
    const context = c.get("context");
    const { trainings, next } = await listCatalogue(context, { kind, before, limit });
    if (next) linkPages(c, { next: encodeCursor(next) });
    return c.json({ trainings: trainings.map((one) => summaryOf(one, context.tenant.origin)) }, 200);
  });
  api.openapi(readTrainingRoute, async (c) => {
    const context = c.get("context");
    const { training, body } = await readTraining(context, c.req.valid("param"));
    return c.json({ ...summaryOf(training, context.tenant.origin), body }, 200);
  });
  api.openapi(createTrainingRoute, async (c) =>
    c.json(stateOf(await createTraining(c.get("context"), c.req.valid("json"))), 201),
  );
  api.openapi(editTrainingRoute, async (c) => {
    const edited = await editTraining(c.get("context"), { ...c.req.valid("param"), ...c.req.valid("json") });
    return c.json(stateOf(edited), 200);
  });
  api.openapi(offerRoute, async (c) =>
    c.json(stateOf(await publishLocally(c.get("context"), c.req.valid("param"))), 200),
  );
  api.openapi(withdrawRoute, async (c) => {
    const { trainingId } = c.req.valid("param");
    const { reason } = c.req.valid("json");
    return c.json(stateOf(await withdrawTraining(c.get("context"), { trainingId, reason })), 200);
  });
}

function summaryOf(training: Training, origin: string) {
  const { id, kind, source, item, title, summary, languages, minutes, attribution, licence } = training;
  return {
    id,
    kind,
    source,
    item,
    revision: training.offeredRevision ?? training.latestRevision,
    title,
    summary,
    languages: [...languages],
    minutes,
    attribution,
    licence,
    url: `${origin}/trainings/${id}`,
  };
}

function stateOf({ id, kind, status, title, latestRevision, offeredRevision }: Training) {
  return { id, kind, status, title, latestRevision, offeredRevision };
}
