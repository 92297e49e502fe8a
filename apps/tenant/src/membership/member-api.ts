import { decodeCursor, encodeCursor, linkPages, pageQuery, problemResponses } from "@concord/http";
import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import type { ApiEnv } from "../api-environment.ts";
import { publicMember, publicMemberList } from "./contract.ts";
import {
  countDirectory,
  type DirectoryEntry,
  directoryCursor,
  listDirectory,
  readDirectoryEntry,
} from "./directory.ts";

const listRoute = createRoute({
  method: "get",
  path: "/api/v1/members",
  operationId: "listMembers",
  tags: ["Members"],
  summary: "Members that agreed to be listed, by name",
  request: {
    query: pageQuery().extend({
      q: z.string().max(100).optional(),
      county: z.string().max(5).optional(),
      sector: z.string().max(5).optional(),
    }),
  },
  responses: {
    200: {
      description: "A page of the directory",
      content: { "application/json": { schema: publicMemberList } },
    },
    ...problemResponses("invalid"),
  },
});

const readRoute = createRoute({
  method: "get",
  path: "/api/v1/members/{memberId}",
  operationId: "readMember",
  tags: ["Members"],
  summary: "One listed member",
  request: { params: z.object({ memberId: z.string().max(80) }) },
  responses: {
    200: { description: "The member", content: { "application/json": { schema: publicMember } } },
    ...problemResponses("not-found", "invalid"),
  },
});

/** The public directory for other systems. */
export function memberRoutes(api: OpenAPIHono<ApiEnv>): void {
  api.openapi(listRoute, async (c) => {
    const { q, county, sector, cursor, limit } = c.req.valid("query");
    const context = c.get("context");
    const filter = { text: q, countyFips: county, sector };
    const after = cursor === undefined ? {} : { after: decodeCursor(directoryCursor, cursor) };
    const [page, total] = await Promise.all([
      listDirectory(context, { ...filter, ...after, limit }),
      countDirectory(context, filter),
    ]);
    if (page.next) linkPages(c, { next: encodeCursor(page.next) });
    const members = page.entries.map((entry) => memberOf(entry, context.tenant.origin));
    return c.json({ members, total }, 200);
  });
  api.openapi(readRoute, async (c) => {
    const context = c.get("context");
    const entry = await readDirectoryEntry(context, c.req.valid("param"));
    return c.json(memberOf(entry, context.tenant.origin), 200);
  });
}

function memberOf(entry: DirectoryEntry, origin: string) {
  return { ...entry, locations: [...entry.locations], url: `${origin}/members/${entry.id}` };
}
