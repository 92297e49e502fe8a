import { createRouter } from "@concord/http";
import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import type { Region } from "../context.ts";
import { fileAnswer, fileQuery, fileResponses } from "../portal/files.ts";
import { networkRow } from "./contract.ts";
import { messages } from "./messages.ts";
import { type NetworkMember, readNetwork } from "./read-network.ts";

const networkRoute = createRoute({
  method: "get",
  path: "/api/v1/network",
  operationId: "read-network",
  tags: ["Network"],
  summary: "Members of the network, their roles, groups and keys, as the signed registry names them",
  request: { query: fileQuery },
  responses: fileResponses(networkRow),
});

export function registryApi(region: Region): OpenAPIHono {
  const router = createRouter();
  router.openapi(networkRoute, async (c) => {
    const { members, registry } = await readNetwork(region);
    const t = messages.in(c.req.valid("query").lang);
    return fileAnswer(c, region, {
      columns: Object.keys(networkRow.shape),
      rows: members.map(rowOf),
      notes: [t("api.note", { version: registry.version })],
    });
  });
  return router;
}

function rowOf({ seen, ...member }: NetworkMember) {
  return {
    ...{ code: member.code, name: member.name, address: member.baseUrl, status: member.status },
    ...{ roles: member.roles.join(" "), groups: member.groups.join(", ") },
    keyThumbprints: member.currentKeys.join(" "),
    lastHeardAt: seen?.lastHeardAt?.toISOString() ?? null,
    verifiedEntries: seen?.verifiedThrough ?? null,
  };
}
