import { createHash } from "node:crypto";
import type { Database } from "@concord/database";
import { expect } from "vitest";

type Sql = Database["sql"];

export interface StoredEntry {
  readonly seq: number;
  readonly sha256: string;
  readonly signed: string;
  readonly verdict: string | null;
  readonly delivered: boolean;
  readonly item: string;
}

interface Feed {
  readonly appended: number;
  readonly verified: number;
  readonly head: string;
  readonly checkpoint: string | null;
}

/** A feed as one moment's commit left it: no gap, no double, and each part of it as far as the others. */
export async function checkFeed(sql: Sql): Promise<{ entries: readonly StoredEntry[]; feed: Feed }> {
  return await sql.begin("isolation level repeatable read", async (tx) => {
    const entries = await tx<StoredEntry[]>`
      select seq, sha256, signed, verdict, delivered_at is not null as delivered, item
      from peer.entries where feed = 'us-ms' order by seq`;
    checkChain(entries);
    const [feed] = await tx<
      Feed[]
    >`select appended_through as appended, verified_through as verified, head, checkpoint
      from peer.feeds where code = 'us-ms'`;
    const stands = feed ?? { appended: 0, verified: 0, head: "0".repeat(64), checkpoint: null };
    expect(stands.appended).toBe(entries.length);
    if (entries.length > 0) expect(stands.head).toBe(entries.at(-1)?.sha256);
    // A page may be stored and have no effect yet; effects come together with the cursor or not at all.
    const inEffect = entries.filter(({ verdict }) => verdict === "applied").map(({ seq }) => seq);
    expect(inEffect).toEqual(entries.slice(0, stands.verified).map(({ seq }) => seq));
    const items = await tx<{ item: string }[]>`select item from peer.items order by item`;
    const applied = entries.slice(0, stands.verified).map(({ item }) => item);
    expect(items.map(({ item }) => item).sort()).toEqual(applied.sort());
    return { entries, feed: stands };
  });
}

/** What the application heard is what was handed over, each once and in the same commit. */
export async function checkHeard(sql: Sql): Promise<void> {
  await sql.begin("isolation level repeatable read", async (tx) => {
    const heard = await tx<{ seq: number }[]>`select seq from kill_heard order by seq`;
    const delivered = await tx<{ seq: number }[]>`
      select seq from peer.entries where feed = 'us-ms' and delivered_at is not null order by seq`;
    expect(heard.map(({ seq }) => seq)).toEqual(delivered.map(({ seq }) => seq));
  });
}

function checkChain(entries: readonly StoredEntry[]): void {
  let before = "0".repeat(64);
  for (const [at, { seq, sha256, signed }] of entries.entries()) {
    const said = JSON.parse(Buffer.from(signed.split(".")[1] ?? "", "base64url").toString());
    expect({ seq, prev: said.prev, sha256 }).toEqual({
      seq: at + 1,
      prev: before,
      sha256: createHash("sha256").update(signed).digest("hex"),
    });
    before = sha256;
  }
}
