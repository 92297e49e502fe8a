import { problemResponses } from "@concord/http";
import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import type { ApiEnv } from "../api-environment.ts";
import { oncePerKey } from "../idempotency/index.ts";
import { demandPerson } from "../identity/index.ts";
import { onceHeader } from "./contract.ts";
import type { Credit } from "./credit-model.ts";
import { licenseRequest, licenseView, ownLicenses } from "./license-contract.ts";
import type { License } from "./license-model.ts";
import { addLicense, readLicenses, removeLicense } from "./licenses.ts";

const json = <Schema extends z.ZodType>(schema: Schema) => ({ "application/json": { schema } });
const own = {
  tags: ["Learning"],
  security: [{ bearer: [] }],
  description:
    "For a token that a person made for a program of their own, on the portal (scope learning:take). The office's and members' tokens are refused: licenses are the person's.",
};
const refusals = problemResponses("unauthenticated", "forbidden", "invalid");

const listRoute = createRoute({
  ...own,
  method: "get",
  path: "/api/v1/me/licenses",
  operationId: "listOwnLicenses",
  summary: "Your licenses and the credit earned with them",
  responses: { 200: { description: "Licenses and credit", content: json(ownLicenses) }, ...refusals },
});

const addRoute = createRoute({
  ...own,
  method: "post",
  path: "/api/v1/me/licenses",
  operationId: "addLicense",
  summary: "Add a license; its number is checked by its form, and no Social Security number is taken",
  middleware: [oncePerKey],
  request: { headers: onceHeader, body: { content: json(licenseRequest), required: true } },
  responses: {
    201: { description: "Added", content: json(licenseView) },
    ...refusals,
    ...problemResponses("conflict"),
  },
});

const removeRoute = createRoute({
  ...own,
  method: "delete",
  path: "/api/v1/me/licenses/{licenseId}",
  operationId: "removeLicense",
  summary: "Remove a license; credit earned with it stays",
  request: { params: z.object({ licenseId: z.string() }) },
  responses: { 204: { description: "Removed" }, ...refusals, ...problemResponses("not-found") },
});

/** A person's own licenses, for a program of theirs. */
export function licenseRoutes(api: OpenAPIHono<ApiEnv>): void {
  api.openapi(listRoute, async (c) => {
    const context = c.get("context");
    const { licenses, credits } = await readLicenses(context, { personId: demandPerson(context.actor) });
    return c.json({ licenses: licenses.map(licenseOf), credits: credits.map(creditOf) }, 200);
  });
  api.openapi(addRoute, async (c) => {
    const context = c.get("context");
    const personId = demandPerson(context.actor);
    return c.json(licenseOf(await addLicense(context, { ...c.req.valid("json"), personId })), 201);
  });
  api.openapi(removeRoute, async (c) => {
    await removeLicense(c.get("context"), c.req.valid("param"));
    return c.body(null, 204);
  });
}

function licenseOf({ personId: _theirs, createdAt, ...license }: License) {
  return { ...license, createdAt: createdAt.toISOString() };
}

function creditOf(credit: Credit) {
  const { id, boardId, profession, licenseNumber, activity, title, mode, locale } = credit;
  const { contactHours, approvalNumber, completedOn, rosterId } = credit;
  return {
    ...{ id, boardId, profession, licenseNumber, activity, title, mode, locale },
    ...{ contactHours, approvalNumber, completedOn, reported: rosterId !== null },
  };
}
