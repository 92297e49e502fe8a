import { createRouter, problemResponses } from "@concord/http";
import type { Quarantine } from "@concord/peer";
import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import type { ApiEnv } from "../api-environment.ts";
import { holdersView, problemsView } from "./contract-problems.ts";
import { itemId } from "./model.ts";
import { readHolders, readProblems, releaseMember } from "./read-problems.ts";

const about = { tags: ["Network"], security: [{ bearer: [] }] };
const refusals = ["unauthenticated", "forbidden", "invalid"] as const;

const problemsRoute = createRoute({
  ...about,
  method: "get",
  path: "/api/v1/network/problems",
  operationId: "listNetworkProblems",
  summary: "Everything between the members that does not go as it should (scope network:read)",
  responses: {
    200: { description: "The problems", content: { "application/json": { schema: problemsView } } },
    ...problemResponses(...refusals),
  },
});

const releaseRoute = createRoute({
  ...about,
  method: "post",
  path: "/api/v1/network/problems/{code}/release",
  operationId: "releaseMember",
  summary: "Let a member out of quarantine (scope network:adopt)",
  description:
    "Only if the network's steward says so. Where the contradiction lasts, the next sync finds it again. The evidence stays.",
  request: { params: z.object({ code: z.string().max(40) }) },
  responses: {
    204: { description: "Let out; it is asked at once" },
    ...problemResponses(...refusals, "not-found", "conflict"),
  },
});

const holdersRoute = createRoute({
  ...about,
  method: "get",
  path: "/api/v1/network/published/{item}",
  operationId: "listItemHolders",
  summary: "Which revision of an item of ours each member says that it holds (scope network:read)",
  request: { params: z.object({ item: itemId }) },
  responses: {
    200: { description: "The members", content: { "application/json": { schema: holdersView } } },
    ...problemResponses(...refusals, "not-found"),
  },
});

/** What goes wrong between the members, and who holds what of ours. */
export function problemsApi(): OpenAPIHono<ApiEnv> {
  const api = createRouter<ApiEnv>();
  api.openapi(problemsRoute, async (c) => c.json(problemsOf(await readProblems(c.get("context"), {})), 200));
  api.openapi(releaseRoute, async (c) => {
    await releaseMember(c.get("context"), c.req.valid("param"));
    return c.body(null, 204);
  });
  api.openapi(holdersRoute, async (c) => {
    const { shared, holders } = await readHolders(c.get("context"), c.req.valid("param"));
    const { item, status, revision } = shared;
    return c.json({ item, status, revision, holders: holders.map(holderOf) }, 200);
  });
  return api;
}

function problemsOf({ own, owed, delayed, quarantines, refused }: Awaited<ReturnType<typeof readProblems>>) {
  const { halted } = own;
  return {
    halted: halted
      ? { since: halted.since.toISOString(), source: halted.source, epoch: halted.epoch, seq: halted.seq }
      : null,
    unconfirmed: owed.map(({ item, title, op, seq, since, late, by }) => ({
      ...{ item, title: { ...title }, op, seq, late, since: since.toISOString(), members: [...by] },
    })),
    delayed: delayed.map(({ feed: member, item, title, op, why, since }) => ({
      ...{ member, item, title: { ...title }, op, why, since: since.toISOString() },
    })),
    quarantines: quarantines.map(quarantineOf),
    refused: refused.map(({ feed: member, seq, item = null, reason, at, evidence }) => ({
      ...{ member, seq, item, reason, evidence, at: at.toISOString() },
    })),
  };
}

function quarantineOf({ feed: member, reason, since, evidence, ended }: Quarantine) {
  return {
    ...{ member, reason, since: since.toISOString(), evidence: [...evidence] },
    ended: ended ? { by: ended.by, at: ended.at.toISOString() } : null,
  };
}

function holderOf(holder: Awaited<ReturnType<typeof readHolders>>["holders"][number]) {
  const { code, name, revision = null, ended = null, heardAt } = holder;
  return { code, name, revision, ended, heardAt: heardAt?.toISOString() ?? null };
}
