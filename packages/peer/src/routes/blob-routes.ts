import { DomainError } from "@concord/runtime";
import { and, eq, inArray, sql } from "drizzle-orm";
import { Hono } from "hono";
import type { PeerContext } from "../context.ts";
import { blobs, bodies, entries, items, revisionBlobs } from "../tables.ts";
import type { MemberEnv } from "./authenticate.ts";
import { parseRange } from "./parse-range.ts";

/** Files and bodies that an item in use names; nothing else of our store can be had here. */
export function blobRoutes(context: PeerContext): Hono<MemberEnv> {
  const routes = new Hono<MemberEnv>();
  routes.get("/blobs/:sha256{[0-9a-f]{64}}", async (c) => {
    const { sha256 } = c.req.param();
    c.header("ETag", `"${sha256}"`);
    c.header("Cache-Control", "private, no-cache");
    c.header("X-Content-Type-Options", "nosniff");
    c.header("Content-Type", "application/octet-stream");
    const json = await bodyInUse(context, sha256);
    if (json !== undefined) return c.body(json);
    const size = await blobInUse(context, sha256);
    if (size === undefined) throw new DomainError("federation.blob-not-found", "not-found");
    c.header("Accept-Ranges", "bytes");
    const range = parseRange(c.req.header("range"), size);
    if (range === "unsatisfiable") {
      c.header("Content-Range", `bytes */${size}`);
      return c.body(null, 416);
    }
    const opened = await context.blobs.open(sha256, range);
    if (!opened) throw new DomainError("federation.blob-not-found", "not-found");
    const { start, end } = range ?? { start: 0, end: size - 1 };
    c.header("Content-Length", String(end - start + 1));
    if (range) c.header("Content-Range", `bytes ${start}-${end}/${size}`);
    return c.body(opened.stream, range ? 206 : 200);
  });
  return routes;
}

async function bodyInUse({ database }: PeerContext, sha256: string): Promise<string | undefined> {
  const [row] = await database.db
    .select({ json: bodies.json })
    .from(bodies)
    .innerJoin(entries, eq(entries.bodySha256, bodies.sha256))
    .innerJoin(items, eq(items.item, entries.item))
    .where(
      and(
        ...[eq(bodies.sha256, sha256), eq(entries.verdict, "applied")],
        inArray(items.status, ["live", "withdrawn"]),
      ),
    )
    .limit(1);
  return row?.json;
}

async function blobInUse({ database }: PeerContext, sha256: string): Promise<number | undefined> {
  const [row] = await database.db
    .select({ size: blobs.size })
    .from(blobs)
    .where(
      and(
        ...[eq(blobs.sha256, sha256), eq(blobs.present, true), eq(blobs.wanted, true)],
        sql`exists (select 1 from ${revisionBlobs} r join peer.items i on i.item = r.item
          where r.sha256 = ${blobs.sha256} and i.status in ('live', 'withdrawn'))`,
      ),
    );
  return row?.size;
}
