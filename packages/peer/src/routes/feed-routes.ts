import { decodeCheckpoint, limits } from "@concord/federation";
import { etagOf, notModified } from "@concord/http";
import { DomainError } from "@concord/runtime";
import { and, eq, gt, inArray, lte } from "drizzle-orm";
import { Hono } from "hono";
import { z } from "zod";
import type { PeerContext } from "../context.ts";
import { ownCheckpoint } from "../own-checkpoint.ts";
import { holds } from "../signing-guard.ts";
import { bodies, entries, feeds, items } from "../tables.ts";
import type { MemberEnv } from "./authenticate.ts";

const count = z.coerce.number().int().nonnegative().max(2_000_000_000);
const pageQuery = z.object({
  epoch: count.default(1),
  after: count.default(0),
  limit: count.min(1).max(limits.pageEntries).default(limits.pageEntries),
});

/** Every mirror we hold, up to what is verified, and our own feed, up to what a checkpoint of ours speaks of. */
export function feedRoutes(context: PeerContext): Hono<MemberEnv> {
  const routes = new Hono<MemberEnv>();
  routes.get("/feeds/:code/checkpoint", async (c) => {
    const text = await checkpointOf(context, c.req.param("code"));
    if (text === undefined) throw new DomainError("federation.feed-not-found", "not-found");
    c.header("Cache-Control", "no-cache");
    return notModified(c, etagOf(text)) ?? c.body(text, 200, { "Content-Type": "application/jose" });
  });
  routes.get("/feeds/:code/entries", async (c) => {
    const query = pageQuery.safeParse(c.req.query());
    if (!query.success) throw new DomainError("http.malformed-request", "invalid");
    const page = JSON.stringify(await readPage(context, c.req.param("code"), query.data));
    c.header("Cache-Control", "no-cache");
    return notModified(c, etagOf(page)) ?? c.body(page, 200, { "Content-Type": "application/json" });
  });
  return routes;
}

async function checkpointOf(context: PeerContext, code: string): Promise<string | undefined> {
  if (code === context.code) return await ownCheckpoint(context);
  const [feed] = await context.database.db.select().from(feeds).where(eq(feeds.code, code));
  return feed?.checkpoint ?? undefined;
}

async function readPage(context: PeerContext, code: string, query: z.infer<typeof pageQuery>) {
  const { db } = context.database;
  const [feed] = await db.select().from(feeds).where(eq(feeds.code, code));
  if (!feed) throw new DomainError("federation.feed-not-found", "not-found");
  const last = code === context.code ? await sizeOfOwn(context) : feed.verifiedThrough;
  const rows = await db
    .select({ signed: entries.signed, bodySha256: entries.bodySha256, json: bodies.json })
    .from(entries)
    .leftJoin(items, and(eq(items.item, entries.item), inArray(items.status, ["live", "withdrawn"])))
    .leftJoin(bodies, and(eq(bodies.sha256, entries.bodySha256), eq(items.item, entries.item)))
    .where(
      and(
        ...[eq(entries.feed, code), eq(entries.epoch, query.epoch)],
        ...[gt(entries.seq, query.after), lte(entries.seq, last)],
      ),
    )
    .orderBy(entries.seq)
    .limit(query.limit);
  return fill(rows);
}

/** Without a checkpoint, as between a close and our next key, what the registry closed is served. */
async function sizeOfOwn(context: PeerContext): Promise<number> {
  const checkpoint = await ownCheckpoint(context);
  if (checkpoint !== undefined) return decodeCheckpoint(checkpoint).size;
  const { code, database, trust } = context;
  const close = (await trust.current()).member(code)?.epochs.findLast((epoch) => epoch.close)?.close;
  return close && (await holds(database.db, code, close)) ? close.seq : 0;
}

/** Takes rows until the page is full; a body that does not fit is fetched by itself, as a blob. */
function fill(rows: readonly { signed: string; bodySha256: string | null; json: string | null }[]) {
  const page: { entries: string[]; bodies: Record<string, string> } = { entries: [], bodies: {} };
  let size = 64;
  for (const { signed, bodySha256, json } of rows) {
    const body = json === null ? 0 : Buffer.byteLength(JSON.stringify(json)) + 70;
    const entry = signed.length + 3;
    if (
      size + entry > limits.pageBytes ||
      (size + entry + body > limits.pageBytes && page.entries.length > 0)
    )
      break;
    page.entries.push(signed);
    size += entry;
    if (json === null || bodySha256 === null || size + body > limits.pageBytes) continue;
    page.bodies[bodySha256] = json;
    size += body;
  }
  return page;
}
