import { createRouter, problemResponses } from "@concord/http";
import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import type { ApiEnv } from "../api-environment.ts";
import { oncePerKey } from "../idempotency/index.ts";
import { demonstrationNotice } from "../profile/index.ts";
import { modeOf } from "./activity-mode.ts";
import { approvalList, creditAnswer, creditQuery, onceHeader, rosterList, rosterView } from "./contract.ts";
import { askCredit } from "./credit.ts";
import type { Roster } from "./credit-model.ts";
import { letterRoutes } from "./letter-api.ts";
import { licenseRoutes } from "./license-api.ts";
import { officeRoutes } from "./office-api.ts";
import { publicApproval } from "./public-approval.ts";
import { readApprovals } from "./read-approvals.ts";
import { rosterCsv } from "./roster-csv.ts";
import { createRoster, readBoardRosters, readRoster } from "./rosters.ts";

const bearer = [{ bearer: [] }];
const ofBoard = z.object({ boardId: z.string() });
const guarded = problemResponses("unauthenticated", "forbidden", "not-found", "invalid");

const approvalsRoute = createRoute({
  method: "get",
  path: "/api/v1/approvals",
  operationId: "listApprovals",
  tags: ["Education"],
  summary: "What licensure boards of this state have approved",
  request: { query: z.object({ activity: z.string().optional(), board: z.string().optional() }) },
  responses: {
    200: { description: "Approvals", content: { "application/json": { schema: approvalList } } },
    ...problemResponses("invalid"),
  },
});

const creditRoute = createRoute({
  method: "get",
  path: "/api/v1/activities/{activityId}/credit",
  operationId: "askCredit",
  tags: ["Education"],
  summary: "Does a training or session count for a license?",
  request: { params: z.object({ activityId: z.string() }), query: creditQuery },
  responses: {
    200: { description: "The answer", content: { "application/json": { schema: creditAnswer } } },
    ...problemResponses("not-found", "invalid"),
  },
});

const rostersRoute = createRoute({
  method: "get",
  path: "/api/v1/boards/{boardId}/rosters",
  operationId: "listRosters",
  tags: ["Education"],
  summary: "A board's rosters, and how many completions wait for the next (scope rosters:read)",
  security: bearer,
  request: { params: ofBoard },
  responses: {
    200: { description: "Rosters", content: { "application/json": { schema: rosterList } } },
    ...guarded,
  },
});

const createRosterRoute = createRoute({
  method: "post",
  path: "/api/v1/boards/{boardId}/rosters",
  operationId: "createRoster",
  tags: ["Education"],
  summary: "Take every completion not yet reported into a new roster (scope boards:manage)",
  security: bearer,
  middleware: [oncePerKey],
  request: { headers: onceHeader, params: ofBoard },
  responses: {
    201: { description: "The roster", content: { "application/json": { schema: rosterView } } },
    ...guarded,
    ...problemResponses("conflict"),
  },
});

const rosterCsvRoute = createRoute({
  method: "get",
  path: "/api/v1/rosters/{rosterId}/csv",
  operationId: "downloadRoster",
  tags: ["Education"],
  summary: "A roster as CSV (RFC 4180, UTF-8; scope rosters:read)",
  security: bearer,
  request: { params: z.object({ rosterId: z.string() }) },
  responses: {
    200: { description: "The roster", content: { "text/csv": { schema: z.string() } } },
    ...guarded,
  },
});

/** Approvals, credit and rosters for other systems. */
export function educationApi(): OpenAPIHono<ApiEnv> {
  const api = createRouter<ApiEnv>();
  officeRoutes(api);
  letterRoutes(api);
  licenseRoutes(api);
  api.openapi(approvalsRoute, async (c) => {
    const { activity, board } = c.req.valid("query");
    const found = await readApprovals(c.get("context"), { activityId: activity, boardId: board });
    const approvals = found.map(publicApproval);
    return c.json({ approvals }, 200);
  });
  api.openapi(creditRoute, async (c) => {
    const context = c.get("context");
    const { board, ...query } = c.req.valid("query");
    const { activityId } = c.req.valid("param");
    const mode = await modeOf(context, activityId);
    // Asked for another way than the course is taken in, there is nothing to count.
    if (query.mode && query.mode !== mode)
      return c.json({ counts: false, reason: "other-mode" } as const, 200);
    const verdict = await askCredit(context, { activityId, boardId: board, ...query, mode });
    if (!verdict.counts) return c.json(verdict, 200);
    const { approval: _approval, ...answer } = verdict;
    return c.json(answer, 200);
  });
  api.openapi(rostersRoute, async (c) => {
    const { rosters, waiting } = await readBoardRosters(c.get("context"), c.req.valid("param"));
    return c.json({ rosters: rosters.map(viewOf), waiting: waiting.length }, 200);
  });
  api.openapi(createRosterRoute, async (c) => {
    const roster = await createRoster(c.get("context"), c.req.valid("param"));
    return c.json(viewOf(roster), 201);
  });
  api.openapi(rosterCsvRoute, async (c) => {
    const { tenant } = c.get("context");
    const { roster, credits } = await readRoster(c.get("context"), c.req.valid("param"));
    c.header("Content-Type", "text/csv; charset=utf-8");
    c.header("Content-Disposition", `attachment; filename="roster-${roster.boardId}-${roster.number}.csv"`);
    return c.body(rosterCsv(credits, demonstrationNotice(tenant.profile, "en")), 200);
  });
  return api;
}

function viewOf(roster: Roster) {
  return { ...roster, createdAt: roster.createdAt.toISOString() };
}
