import { problemResponses } from "@concord/http";
import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import type { ApiEnv } from "../api-environment.ts";
import { oncePerKey } from "../idempotency/index.ts";
import { listBoards, noteBoard } from "./boards.ts";
import {
  approvalRequest,
  approvalView,
  boardList,
  endedApproval,
  endRequest,
  onceHeader,
  standingRequest,
  standingView,
} from "./contract.ts";
import { endApproval } from "./end-approval.ts";
import { publicApproval } from "./public-approval.ts";
import { recordApproval } from "./record-approval.ts";

const ofBoard = z.object({ boardId: z.string() });
const json = <Schema extends z.ZodType>(schema: Schema) => ({ "application/json": { schema } });
const office = { tags: ["Education"], security: [{ bearer: [] }] };
const refusals = problemResponses("unauthenticated", "forbidden", "not-found", "invalid", "conflict");

const boardsRoute = createRoute({
  ...office,
  method: "get",
  path: "/api/v1/boards",
  operationId: "listBoards",
  summary: "The boards of this state and how far the office is with each (scope boards:manage)",
  responses: { 200: { description: "The boards", content: json(boardList) }, ...refusals },
});

const standingRoute = createRoute({
  ...office,
  method: "put",
  path: "/api/v1/boards/{boardId}/standing",
  operationId: "noteBoard",
  summary: "Note how far the office is with a board (scope boards:manage)",
  request: { params: ofBoard, body: { content: json(standingRequest) } },
  responses: { 200: { description: "Noted", content: json(standingView) }, ...refusals },
});

const recordRoute = createRoute({
  ...office,
  method: "post",
  path: "/api/v1/boards/{boardId}/approvals",
  operationId: "recordApproval",
  summary: "Record what a board approved: one course, one format, one language (scope boards:manage)",
  middleware: [oncePerKey],
  request: { headers: onceHeader, params: ofBoard, body: { content: json(approvalRequest) } },
  responses: { 201: { description: "The approval", content: json(approvalView) }, ...refusals },
});

const endRoute = createRoute({
  ...office,
  method: "post",
  path: "/api/v1/approvals/{approvalId}/end",
  operationId: "endApproval",
  summary: "End an approval from a day on; what a roster reported never changes (scope boards:manage)",
  request: { params: z.object({ approvalId: z.string() }), body: { content: json(endRequest) } },
  responses: { 200: { description: "Ended", content: json(endedApproval) }, ...refusals },
});

/** The office's work with boards, for its own systems. */
export function officeRoutes(api: OpenAPIHono<ApiEnv>): void {
  api.openapi(boardsRoute, async (c) => {
    const { boards, accepting } = await listBoards(c.get("context"), {});
    const lines = boards.map(({ board, standing, accepts, unreported }) => ({
      ...{ id: board.id, name: board.name, accepts, unreported },
      stage: standing?.stage ?? "none",
      contact: standing?.contact ?? null,
      nextStep: standing?.nextStep ?? null,
    }));
    return c.json({ boards: lines, accepting }, 200);
  });
  api.openapi(standingRoute, async (c) => {
    const { boardId } = c.req.valid("param");
    const { stage, contact, nextStep } = await noteBoard(c.get("context"), {
      ...c.req.valid("json"),
      boardId,
    });
    return c.json({ boardId, stage, contact, nextStep }, 200);
  });
  api.openapi(recordRoute, async (c) => {
    const { boardId } = c.req.valid("param");
    const approval = await recordApproval(c.get("context"), { ...c.req.valid("json"), boardId });
    return c.json(publicApproval(approval), 201);
  });
  api.openapi(endRoute, async (c) => {
    const { approvalId } = c.req.valid("param");
    const ended = await endApproval(c.get("context"), { ...c.req.valid("json"), approvalId });
    return c.json({ approval: publicApproval(ended.approval), takenBack: ended.takenBack }, 200);
  });
}
