import { problemResponses } from "@concord/http";
import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import type { ApiEnv } from "../api-environment.ts";
import { oncePerKey } from "../idempotency/index.ts";
import { applicationParams, demandOwn } from "./application-api.ts";
import { attachUpload } from "./attach-file.ts";
import { attachedFile, fileRequest } from "./contract.ts";

const attachRoute = createRoute({
  method: "post",
  path: "/api/v1/applications/{applicationId}/files",
  operationId: "attachFile",
  tags: ["Applications"],
  summary: "Add a file that a commitment asks for, or the affidavit (scope membership:apply)",
  security: [{ bearer: [] }],
  middleware: [oncePerKey],
  request: {
    headers: z.object({ "idempotency-key": z.string().max(255).optional() }),
    params: applicationParams,
    body: { content: { "multipart/form-data": { schema: fileRequest } } },
  },
  responses: {
    201: { description: "Added", content: { "application/json": { schema: attachedFile } } },
    ...problemResponses("unauthenticated", "forbidden", "not-found", "invalid", "conflict"),
  },
});

/** Files of an application, from systems that take it in. */
export function fileRoutes(api: OpenAPIHono<ApiEnv>): void {
  api.openapi(attachRoute, async (c) => {
    const { secret, purpose, file } = c.req.valid("form");
    const context = await demandOwn(c.get("context"), c.req.valid("param").applicationId, secret);
    const { id } = await attachUpload(context, { secret, purpose, file, pointer: "/file" });
    return c.json({ id, purpose }, 201);
  });
}
