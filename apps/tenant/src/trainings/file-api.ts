import { problemResponses } from "@concord/http";
import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import type { ApiEnv } from "../api-environment.ts";
import { oncePerKey } from "../idempotency/index.ts";
import { keptFile, onceHeader, pictureRequest } from "./contract.ts";
import { keepPicture } from "./keep-picture.ts";

const keepRoute = createRoute({
  method: "post",
  path: "/api/v1/trainings/files",
  operationId: "keepTrainingPicture",
  tags: ["Trainings"],
  security: [{ bearer: [] }],
  summary: "Hand in a picture for a training (scope trainings:manage)",
  description:
    "The answer is what an image block of a training's body names as its `blob`. As on the portal, the picture is turned upright, made at most 1,600 pixels wide and written anew as WebP, so that the place it was taken and anything hidden in the file stay behind.",
  middleware: [oncePerKey],
  request: {
    headers: onceHeader,
    body: { content: { "multipart/form-data": { schema: pictureRequest } }, required: true },
  },
  responses: {
    201: { description: "Kept", content: { "application/json": { schema: keptFile } } },
    ...problemResponses("unauthenticated", "forbidden", "invalid"),
  },
});

/** Files of the office's own trainings. */
export function fileRoutes(api: OpenAPIHono<ApiEnv>): void {
  api.openapi(keepRoute, async (c) => {
    const { file } = c.req.valid("form");
    const bytes = new Uint8Array(await file.arrayBuffer());
    const { sha256, size, type } = await keepPicture(c.get("context"), { field: "file", bytes });
    return c.json({ sha256, size, type }, 201);
  });
}
