import { problemResponses } from "@concord/http";
import { DomainError } from "@concord/runtime";
import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import type { ApiEnv } from "../api-environment.ts";
import { oncePerKey } from "../idempotency/index.ts";
import { approvalView, letterRequest, onceHeader } from "./contract.ts";
import { handInLetter, readLetter } from "./letters.ts";
import { publicApproval } from "./public-approval.ts";

const params = z.object({ approvalId: z.string() });
const office = { tags: ["Education"], security: [{ bearer: [] }] };
const refusals = problemResponses("unauthenticated", "forbidden", "not-found", "invalid");

const handInRoute = createRoute({
  ...office,
  method: "post",
  path: "/api/v1/approvals/{approvalId}/letter",
  operationId: "handInLetter",
  summary: "Add the board's letter to an approval; one that is there is never replaced (scope boards:manage)",
  middleware: [oncePerKey],
  request: {
    headers: onceHeader,
    params,
    body: { content: { "multipart/form-data": { schema: letterRequest } }, required: true },
  },
  responses: {
    201: { description: "Added", content: { "application/json": { schema: approvalView } } },
    ...refusals,
    ...problemResponses("conflict"),
  },
});

const letterRoute = createRoute({
  ...office,
  method: "get",
  path: "/api/v1/approvals/{approvalId}/letter",
  operationId: "downloadLetter",
  summary: "The board's letter as it was handed in (scope boards:manage)",
  request: { params },
  responses: {
    200: {
      description: "The letter: PDF, PNG or JPEG",
      content: { "application/octet-stream": { schema: z.string().openapi({ format: "binary" }) } },
    },
    ...refusals,
  },
});

/** Boards' letters, for the office's own systems. */
export function letterRoutes(api: OpenAPIHono<ApiEnv>): void {
  api.openapi(handInRoute, async (c) => {
    const { approvalId } = c.req.valid("param");
    const approval = await handInLetter(c.get("context"), approvalId, c.req.valid("form").file);
    return c.json(publicApproval(approval), 201);
  });
  api.openapi(letterRoute, async (c) => {
    const context = c.get("context");
    const letter = await readLetter(context, c.req.valid("param"));
    const bytes = await context.tenant.blobs.read(letter.sha256);
    if (!bytes) throw new DomainError("education.letter-not-found", "not-found");
    c.header("Content-Type", letter.type);
    c.header("Content-Disposition", "attachment");
    c.header("Cache-Control", "private, no-store");
    return c.body(Uint8Array.from(bytes), 200);
  });
}
