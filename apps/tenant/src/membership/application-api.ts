import { decodeCursor, encodeCursor, linkPages, pageQuery, problemResponses } from "@concord/http";
import { DomainError } from "@concord/runtime";
import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import type { ApiEnv } from "../api-environment.ts";
import type { Context } from "../context.ts";
import { oncePerKey } from "../idempotency/index.ts";
import { pageUrl } from "../portal/page-url.ts";
import { siteLocales } from "../portal/site.ts";
import { readOwnApplication, startApplication } from "./apply.ts";
import {
  applicationDetail,
  applicationList,
  applicationRequest,
  applicationView,
  startedApplication,
  submissionRequest,
} from "./contract.ts";
import type { Application } from "./model.ts";
import { listApplications, queueCursor, readApplication } from "./review.ts";
import { submitApplication } from "./submit.ts";

const security = [{ bearer: [] }];
const tags = ["Applications"];
export const applicationParams = z.object({ applicationId: z.string() });
const json = <Schema extends z.ZodType>(schema: Schema) => ({ "application/json": { schema } });

const createRouteOf = createRoute({
  method: "post",
  path: "/api/v1/applications",
  operationId: "createApplication",
  tags,
  summary: "Open an application on somebody's behalf (scope membership:apply)",
  security,
  middleware: [oncePerKey],
  request: {
    headers: z.object({ "idempotency-key": z.string().max(255).optional() }),
    body: { content: json(applicationRequest) },
  },
  responses: {
    201: { description: "Opened, not handed in", content: json(startedApplication) },
    ...problemResponses("unauthenticated", "forbidden", "invalid", "conflict"),
  },
});

const submitRoute = createRoute({
  method: "post",
  path: "/api/v1/applications/{applicationId}/submission",
  operationId: "submitApplication",
  tags,
  summary: "Hand an application in (scope membership:apply); every fault is reported at once",
  security,
  request: { params: applicationParams, body: { content: json(submissionRequest) } },
  responses: {
    200: { description: "Handed in", content: json(applicationView) },
    ...problemResponses("unauthenticated", "forbidden", "not-found", "invalid", "conflict"),
  },
});

const listRoute = createRoute({
  method: "get",
  path: "/api/v1/applications",
  operationId: "listApplications",
  tags,
  summary: "The office's queue, who waits longest first (scope membership:approve)",
  security,
  request: {
    query: pageQuery().extend({
      status: z.enum(["submitted", "needs-information", "approved", "denied"]).optional(),
      q: z.string().max(100).optional(),
    }),
  },
  responses: {
    200: { description: "A page of the queue", content: json(applicationList) },
    ...problemResponses("unauthenticated", "forbidden", "invalid"),
  },
});

const readRoute = createRoute({
  method: "get",
  path: "/api/v1/applications/{applicationId}",
  operationId: "readApplication",
  tags,
  summary: "One application with everything that was said (scope membership:approve)",
  security,
  request: { params: applicationParams },
  responses: {
    200: { description: "The application", content: json(applicationDetail) },
    ...problemResponses("unauthenticated", "forbidden", "not-found", "invalid"),
  },
});

/** Applications for systems that take them in or work on them. */
export function applicationRoutes(api: OpenAPIHono<ApiEnv>): void {
  api.openapi(createRouteOf, async (c) => {
    const context = signedIn(c.get("context"));
    const { form, locale = context.locale } = c.req.valid("json");
    const known = siteLocales(context.tenant.profile).includes(locale) ? locale : context.locale;
    const { application, secret } = await startApplication({ ...context, locale: known }, { form });
    const resumeUrl = pageUrl(context.tenant, known, `/join/resume/${secret}`);
    return c.json({ ...viewOf(application), secret, resumeUrl }, 201);
  });
  api.openapi(submitRoute, async (c) => {
    const { secret } = c.req.valid("json");
    const context = await demandOwn(c.get("context"), c.req.valid("param").applicationId, secret);
    return c.json(viewOf(await submitApplication(context, { secret })), 200);
  });
  api.openapi(listRoute, async (c) => {
    const { status, q, cursor, limit } = c.req.valid("query");
    const queue = await listApplications(c.get("context"), {
      limit,
      ...(q ? { text: q } : {}),
      ...(status ? { statuses: [status] } : {}),
      ...(cursor === undefined ? {} : { after: decodeCursor(queueCursor, cursor) }),
    });
    if (queue.next) linkPages(c, { next: encodeCursor(queue.next) });
    return c.json({ applications: queue.applications.map(detailOf) }, 200);
  });
  api.openapi(readRoute, async (c) => {
    const { application } = await readApplication(c.get("context"), c.req.valid("param"));
    return c.json(detailOf(application), 200);
  });
}

/** The public applies on the portal, whose pages explain what is asked; here systems do. */
function signedIn(context: Context): Context {
  if (context.actor.kind === "public") throw new DomainError("identity.sign-in-needed", "unauthenticated");
  return context;
}

/** The secret opens one application and no other. */
export async function demandOwn(context: Context, applicationId: string, secret: string): Promise<Context> {
  const { application } = await readOwnApplication(signedIn(context), { secret });
  if (application.id !== applicationId)
    throw new DomainError("membership.application-not-found", "not-found");
  return context;
}

export function viewOf(application: Application) {
  const { id, reference, kind, status, memberId } = application;
  return {
    id,
    reference,
    kind,
    status,
    memberId,
    createdAt: application.createdAt.toISOString(),
    submittedAt: application.submittedAt?.toISOString() ?? null,
    decidedAt: application.decidedAt?.toISOString() ?? null,
  };
}

function detailOf(application: Application) {
  const { officeNote, handedIn, form } = application;
  return { ...viewOf(application), form: { ...(handedIn ?? form) }, officeNote };
}
