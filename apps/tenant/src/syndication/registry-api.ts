import { createRouter, problemResponses } from "@concord/http";
import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import type { ApiEnv } from "../api-environment.ts";
import { registryView } from "./contract-problems.ts";
import { readRegistry } from "./read-problems.ts";

const registryRoute = createRoute({
  tags: ["Network"],
  security: [{ bearer: [] }],
  method: "get",
  path: "/api/v1/network/registry",
  operationId: "readNetworkRegistry",
  summary: "The network as this office knows it: its members, their keys, and how long that holds",
  description:
    "Needs the scope network:read. What was signed, whole, is at /federation/v1/registry and /federation/v1/root/{version}.",
  responses: {
    200: { description: "The network", content: { "application/json": { schema: registryView } } },
    ...problemResponses("unauthenticated", "forbidden", "invalid"),
  },
});

/** The list of members for other systems. */
export function registryApi(): OpenAPIHono<ApiEnv> {
  const api = createRouter<ApiEnv>();
  api.openapi(registryRoute, async (c) => c.json(registryOf(await readRegistry(c.get("context"), {})), 200));
  return api;
}

type Known = Awaited<ReturnType<typeof readRegistry>>;
type Member = Known["registry"]["members"][number];

function registryOf({ expiries, ...known }: Known) {
  return {
    network: known.root.net,
    documents: expiries.map(({ what, version, at, days }) => ({
      ...{ what, version, sha256: known[what].sha256, expiresAt: at.toISOString(), daysLeft: days },
    })),
    groups: known.registry.groups,
    members: known.registry.members.map(memberOf),
  };
}

function memberOf({ code, name, baseUrl, roles, status, epochs }: Member) {
  const open = epochs.filter(({ close }) => !close).flatMap(({ keys }) => keys);
  return {
    ...{ code, name, baseUrl, roles, status },
    currentKeys: open.flatMap(({ jwk, to }) => (to === undefined ? jwk.kid : [])),
    epochs: epochs.map(({ epoch, first, keys, close = null }) => ({
      ...{ epoch, first, close },
      keys: keys.map(({ jwk, from, to = null }) => ({ kid: jwk.kid, from, to })),
    })),
  };
}
