import { limits, parseStrictJson, verifyReceipt } from "@concord/federation";
import { DomainError } from "@concord/runtime";
import { sql } from "drizzle-orm";
import { Hono } from "hono";
import { z } from "zod";
import { noteHint } from "../contacts.ts";
import type { PeerContext } from "../context.ts";
import { receipts } from "../tables.ts";
import type { MemberEnv } from "./authenticate.ts";

const hint = z.object({ feed: z.string(), seq: z.int().nonnegative() });
const receiptMessage = z.object({ receipt: z.string().max(2 * limits.statementBytes) });

/** What other members tell us. A hint starts a pull and is believed in nothing else. */
export function messageRoutes(context: PeerContext, wake: () => void): Hono<MemberEnv> {
  const routes = new Hono<MemberEnv>();
  routes.post("/hints", async (c) => {
    const { feed } = read(c.get("message"), hint);
    if (feed !== c.get("caller")) throw new DomainError("federation.not-your-feed", "forbidden");
    await noteHint(context, feed);
    wake();
    return c.body(null, 202);
  });
  routes.post("/receipts", async (c) => {
    const { receipt: text } = read(c.get("message"), receiptMessage);
    const trust = await context.trust.current();
    const verdict = await verifyReceipt(text, trust, context.code, context.clock.now());
    if (!verdict.verified) throw new DomainError(`federation.${verdict.reason}`, "invalid");
    if (verdict.receipt.iss !== c.get("caller"))
      throw new DomainError("federation.not-your-receipt", "forbidden");
    await saveReceipt(context, verdict.receipt.iss, verdict.receipt.appliedThrough, text);
    return c.body(null, 204);
  });
  return routes;
}

function read<T>(message: Uint8Array, schema: z.ZodType<T>): T {
  const json = parseStrictJson(message);
  const parsed = json.ok ? schema.safeParse(json.value) : undefined;
  if (!parsed?.success) throw new DomainError("federation.malformed", "invalid");
  return parsed.data;
}

/** Receipts may arrive out of order; what was applied stays applied. */
async function saveReceipt(
  { database, clock }: PeerContext,
  code: string,
  appliedThrough: number,
  signed: string,
): Promise<void> {
  await database.db
    .insert(receipts)
    .values({ code, appliedThrough, signed, receivedAt: clock.now() })
    .onConflictDoUpdate({
      target: receipts.code,
      set: {
        appliedThrough: sql`excluded.applied_through`,
        signed: sql`excluded.signed`,
        receivedAt: sql`excluded.received_at`,
      },
      setWhere: sql`excluded.applied_through >= ${receipts.appliedThrough}`,
    });
}
