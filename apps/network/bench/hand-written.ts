import { connect } from "@concord/database";
import { serveNode } from "@concord/http";
import { createLogger } from "@concord/runtime";
import { Hono } from "hono";
import { z } from "zod";

const cursorSchema = z.object({ sortName: z.string(), id: z.string() });

/**
 * The directory as somebody writes it who needs nothing else: one route, one driver, no frame around it.
 * It answers what the product's route answers, from the same tables.
 */
function createApp(sql: ReturnType<typeof connect>, origin: string): Hono {
  const app = new Hono();
  app.get("/api/v1/members", async (c) => {
    const { q, county, sector, cursor } = c.req.query();
    const limit = Math.min(Number(c.req.query("limit") ?? 25), 100);
    const after = cursor && cursorSchema.parse(JSON.parse(Buffer.from(cursor, "base64url").toString()));
    const matching = sql`listed and status = 'active'
      ${q ? sql`and search_name like ${`%${q.toLowerCase().replaceAll(/[%_\\]/g, "\\$&")}%`}` : sql``}
      ${sector ? sql`and sector = ${sector}` : sql``}
      ${
        county
          ? sql`and exists (select 1 from member_locations
              where member_id = members.id and county_fips = ${county} and published)`
          : sql``
      }`;
    const [rows, [counted]] = await Promise.all([
      sql`select id, legal_name as name, doing_business_as as "doingBusinessAs", sector, level, website,
          to_char(joined_on, 'YYYY-MM-DD') as "memberSince", sort_name as "sortName",
          (select coalesce(json_agg(json_build_object('city', city, 'countyFips', county_fips) order by position), '[]')
            from member_locations where member_id = members.id and published) as locations
        from members where ${matching}
        ${after ? sql`and (sort_name, id) > (${after.sortName}, ${after.id})` : sql``}
        order by sort_name, id limit ${limit + 1}`,
      sql`select count(*)::int as total
        from (select 1 from members where ${matching} ${q ? sql`limit 1001` : sql``}) found`,
    ]);
    const members = rows
      .slice(0, limit)
      .map(({ sortName: _, ...row }) => ({ ...row, url: `${origin}/members/${row.id}` }));
    return c.json({ members, total: counted?.total });
  });
  return app;
}

const [url = "", port = "", origin = ""] = process.argv.slice(2);
const { fetch } = createApp(connect(url, { max: 10 }), origin);
await serveNode({ fetch, port: Number(port), log: createLogger({ level: "error" }) });
