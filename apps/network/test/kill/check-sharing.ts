import { createHash, createPublicKey, verify } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "vitest";
import type { openBooks } from "./check-books.ts";
import type { Given } from "./giver.ts";
import type { Taken } from "./taker.ts";

type Sql = ReturnType<typeof openBooks>;

interface EntryRow {
  readonly seq: number;
  readonly sha256: string;
  readonly signed: string;
  readonly item: string;
  readonly revision: number;
}

/** A feed as a database has it: whole from its first entry on, chained, and signed with the office's own keys. */
export async function readFeed(
  sql: Sql,
  feed: string,
  ...publicKeys: readonly { readonly kid: string }[]
): Promise<readonly EntryRow[]> {
  const rows = await sql<EntryRow[]>`
    select seq, sha256, signed, item, revision from peer.entries where feed = ${feed} order by seq`;
  const keys = publicKeys.map(
    (key) => [key.kid, createPublicKey({ key: { ...key }, format: "jwk" })] as const,
  );
  let before = "0".repeat(64);
  for (const [at, row] of rows.entries()) {
    const [head = "", payload = "", signature = ""] = row.signed.split(".");
    const said = JSON.parse(Buffer.from(payload, "base64url").toString());
    expect(said, `entry ${at + 1} of ${feed}`).toMatchObject({ feed, seq: at + 1, prev: before });
    expect({ seq: row.seq, sha256: row.sha256 }).toEqual({ seq: at + 1, sha256: sha256(row.signed) });
    const { kid } = JSON.parse(Buffer.from(head, "base64url").toString());
    const [, key] = keys.find(([name]) => name === kid) ?? [];
    if (!key) throw new Error(`entry ${at + 1} is signed with another key`);
    const signed = verify(null, Buffer.from(`${head}.${payload}`), key, Buffer.from(signature, "base64url"));
    expect(signed, `signature of entry ${at + 1}`).toBe(true);
    before = row.sha256;
  }
  return rows;
}

/** Every publication that was acknowledged is one entry, and nothing is there twice. */
export async function checkGiven(sql: Sql, feed: readonly EntryRow[], log: readonly Given[]): Promise<void> {
  const byItem = Map.groupBy(feed, ({ item }) => item);
  for (const [item, rows] of byItem) {
    expect(
      rows.map(({ revision }) => revision),
      `revisions of ${item}`,
    ).toEqual(rows.map((_, at) => at + 1));
  }
  const bodies = await sql`select body_sha256 from peer.entries group by body_sha256 having count(*) > 1`;
  expect(bodies, "published twice").toEqual([]);
  const [standing] =
    await sql`select appended_through as last from peer.feeds order by appended_through desc`;
  expect(standing?.last ?? 0).toBe(feed.length);
  const audited =
    await sql`select 1 from audit_entries where action in ('syndication.published', 'syndication.revised')`;
  expect(audited.length, "audited publications").toBe(feed.length);
  for (const given of log) {
    const rows = await sql<{ id: string; item: string | null; revision: number | null }[]>`
      select t.id, s.item, s.revision from trainings t left join shared_items s on s.source_id = t.id
      where t.title ->> 'en' = ${given.title}`;
    expect(rows.length, `${given.title} is doubled`).toBeLessThanOrEqual(1);
    if (given.id) expect(rows[0]?.id, `${given.title} is lost`).toBe(given.id);
    const revisions = byItem.get(rows[0]?.item ?? "")?.length ?? 0;
    expect(revisions, `publications of ${given.title}`).toBeGreaterThanOrEqual(given.published);
    expect(revisions, `publications of ${given.title}`).toBeLessThanOrEqual(given.asked);
    expect(rows[0]?.revision ?? 0).toBe(revisions);
  }
}

/** Every adoption that was acknowledged stands, once, with what is the office's own. */
export async function checkTaken(sql: Sql, log: ReadonlyMap<string, Taken>): Promise<void> {
  for (const [item, taken] of log) {
    const [row, ...more] = await sql`
      select i.pinned_revision as pinned, t.offered_revision as offered, t.status, o.overlay::text as overlay,
        (select count(*)::int from training_revisions r where r.training_id = t.id and r.revision = i.pinned_revision) as bodies,
        (select count(*)::int from audit_entries a where a.action = 'syndication.adopted' and a.subject_id = i.item) as audited
      from incoming_items i left join trainings t on t.item = i.item left join item_overlays o on o.item = i.item
      where i.item = ${item}`;
    expect(more, `${item} is doubled`).toEqual([]);
    expect(row?.audited ?? 0, `adoptions of ${item}`).toBeGreaterThanOrEqual(taken.adopted);
    expect(row?.audited ?? 0, `adoptions of ${item}`).toBeLessThanOrEqual(taken.asked);
    if (taken.revision === 0) continue;
    expect(row?.pinned ?? 0, `${item} is lost`).toBeGreaterThanOrEqual(taken.revision);
    expect(row, item).toMatchObject({ offered: row?.pinned, status: "published", bodies: 1 });
    if (taken.phone) expect(row?.overlay, `what is our own on ${item}`).toContain(taken.phone);
  }
}

/** Every file that a database counts as here is here, and every file is whole. Gives how many there must be. */
export async function checkBlobs(sql: Sql, dataDir: string): Promise<number> {
  const wanted = await sql<{ sha256: string }[]>`
    select sha256 from peer.blobs where present union select sha256 from training_assets`;
  const files = await readdir(join(dataDir, "blobs"), { recursive: true, withFileTypes: true });
  const whole = files.filter((file) => file.isFile() && /^[0-9a-f]{64}$/.test(file.name));
  for (const { name, parentPath } of whole) {
    expect(sha256(await readFile(join(parentPath, name))), `the file ${name}`).toBe(name);
  }
  const there = new Set(whole.map(({ name }) => name));
  expect(wanted.filter((one) => !there.has(one.sha256))).toEqual([]);
  return wanted.length;
}

function sha256(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}
