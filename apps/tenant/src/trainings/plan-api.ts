import { problemResponses } from "@concord/http";
import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import type { ApiEnv } from "../api-environment.ts";
import { oncePerKey } from "../idempotency/index.ts";
import { officeSession, onceHeader, sessionRequest } from "./contract.ts";
import { cancelSession, changeSession, planSession } from "./plan-session.ts";
import type { LiveSession } from "./session-model.ts";
import { sessionOf } from "./sessions-api.ts";

const params = z.object({ sessionId: z.string() });
const json = <Schema extends z.ZodType>(schema: Schema) => ({ "application/json": { schema } });
const office = { tags: ["Trainings"], security: [{ bearer: [] }] };
const refusals = problemResponses("unauthenticated", "forbidden", "not-found", "invalid", "conflict");
const view = (description: string) => ({ description, content: json(officeSession) });

const planRoute = createRoute({
  ...office,
  method: "post",
  path: "/api/v1/sessions",
  operationId: "planSession",
  summary: "Plan a live session, in the program's own time zone (scope sessions:manage)",
  middleware: [oncePerKey],
  request: { headers: onceHeader, body: { content: json(sessionRequest) } },
  responses: { 201: view("Planned"), ...refusals },
});

const changeRoute = createRoute({
  ...office,
  method: "put",
  path: "/api/v1/sessions/{sessionId}",
  operationId: "changeSession",
  summary: "Change a session; whoever registered is told where time or place moved (scope sessions:manage)",
  request: { params, body: { content: json(sessionRequest) } },
  responses: { 200: view("Changed"), ...refusals },
});

const cancelRoute = createRoute({
  ...office,
  method: "post",
  path: "/api/v1/sessions/{sessionId}/cancellation",
  operationId: "cancelSession",
  summary: "Call a session off; whoever registered is told (scope sessions:manage)",
  request: { params },
  responses: { 200: view("Called off"), ...refusals },
});

/** The office's own work on live sessions. */
export function planRoutes(api: OpenAPIHono<ApiEnv>): void {
  api.openapi(planRoute, async (c) => {
    const context = c.get("context");
    const session = await planSession(context, planOf(c.req.valid("json")));
    return c.json(viewOf(session, context.tenant.origin), 201);
  });
  api.openapi(changeRoute, async (c) => {
    const context = c.get("context");
    const changed = { ...planOf(c.req.valid("json")), ...c.req.valid("param") };
    return c.json(viewOf(await changeSession(context, changed), context.tenant.origin), 200);
  });
  api.openapi(cancelRoute, async (c) => {
    const context = c.get("context");
    return c.json(viewOf(await cancelSession(context, c.req.valid("param")), context.tenant.origin), 200);
  });
}

/** The verb reads the number of places as a form has it. */
function planOf({ capacity, ...plan }: z.infer<typeof sessionRequest>) {
  return { ...plan, ...(capacity === undefined ? {} : { capacity: String(capacity) }) };
}

function viewOf(session: LiveSession, origin: string) {
  const { joinUrl, attendanceCode, sequence } = session;
  return { ...sessionOf(session, origin), joinUrl, attendanceCode, sequence };
}
