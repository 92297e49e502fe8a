import { mkdir } from "node:fs/promises";
import { connect } from "@concord/database";
import { genesis, readSigningKey, sha256, signEntry, toSeconds } from "@concord/federation";
import { highWaterFile } from "@concord/peer";
import type { Seat } from "./ground.ts";

interface Filling {
  /** The number of the last entry; those before it that are there stay. */
  readonly through: number;
  readonly bodyBytes: number;
}

const chunkSize = 500;
const words = ["amber", "bayou", "cedar", "delta", "ember", "harbor", "lantern", "number", "ridge", "signs"];
/** Long and uneven enough that no compression makes nothing of it. */
const prose = Array.from(
  { length: 20_000 },
  (_, at) => words[((at * at * 7 + at) % 10) ^ (at % 3)] ?? "and",
).join(" ");

/** Puts entries on a member's own feed by SQL: signed, chained and stored as publishing them one by one does it. */
export async function fillFeed(seat: Seat, { through, bodyBytes }: Filling): Promise<void> {
  const sql = connect(seat.ownerUrl, { max: 1 });
  const [held] = await sql<{ seq: number; head: string }[]>`
    select appended_through as seq, head from peer.feeds where code = ${seat.code}`;
  let { seq, head } = held ?? { seq: 0, head: genesis };
  while (seq < through) {
    const made = await makeEntries(seat, { seq, head }, Math.min(chunkSize, through - seq), bodyBytes);
    await store(sql, seat.code, made);
    seq += made.length;
    head = made.at(-1)?.entry.sha256 ?? head;
  }
  await sql`vacuum analyze peer.entries, peer.items, peer.bodies`;
  await sql.end();
  await mkdir(seat.folder, { recursive: true });
  await highWaterFile(seat.folder).write({ epoch: 1, seq, head });
}

type Made = Awaited<ReturnType<typeof makeEntries>>;

async function makeEntries(
  { code, key, bootstrap }: Seat,
  after: { readonly seq: number; readonly head: string },
  count: number,
  bodyBytes: number,
) {
  const signer = readSigningKey(key);
  const now = new Date();
  const made = [];
  let { seq, head } = after;
  for (const end = seq + count; seq < end; ) {
    seq += 1;
    const json = bodyOf(seq, bodyBytes);
    const about = { item: `${code}.bench-${seq}`, kind: "training", schema: "bench/1" };
    const draft = {
      ...{ net: bootstrap.rootSha256, feed: code, epoch: 1, seq, prev: head, iat: toSeconds(now), ...about },
      ...{ op: "publish" as const, revision: 1 as const, significance: "minor" as const },
      body: { sha256: sha256(json), size: Buffer.byteLength(json) },
    };
    const { text, payload } = await signEntry(draft, signer);
    head = sha256(text);
    const done = { verdict: "applied", signed_at: now, received_at: now, delivered_at: now };
    const entry = {
      ...{ feed: code, epoch: 1, seq, sha256: head, signed: text, payload, op: "publish", ...done },
      ...{ item: about.item, revision: 1, body_sha256: draft.body.sha256 },
    };
    const state = { status: "live", revision: 1, offered_revision: 1, erased_revisions: [] };
    const item = { ...state, item: about.item, feed: code, kind: about.kind, published_at: now };
    made.push({ entry, item, body: { sha256: draft.body.sha256, json } });
  }
  return made;
}

/** Exactly so many bytes of JSON, no two alike. */
function bodyOf(seq: number, bytes: number): string {
  const frame = JSON.stringify({ schema: "bench/1", title: `Training ${seq}`, text: "" });
  const start = (seq * 4_099) % (prose.length - bytes);
  return `${frame.slice(0, -2)}${prose.slice(start, start + bytes - frame.length)}"}`;
}

async function store(sql: ReturnType<typeof connect>, code: string, made: Made): Promise<void> {
  const last = made.at(-1)?.entry;
  if (!last) return;
  await sql.begin(async (tx) => {
    const rows = (pick: keyof Made[number]) => tx.json(made.map((one) => one[pick]) as never);
    await tx`insert into peer.bodies select * from jsonb_populate_recordset(null::peer.bodies, ${rows("body")})`;
    await tx`insert into peer.entries select * from jsonb_populate_recordset(null::peer.entries, ${rows("entry")})`;
    await tx`insert into peer.items select * from jsonb_populate_recordset(null::peer.items, ${rows("item")})`;
    const through = { appended_through: last.seq, verified_through: last.seq, head: last.sha256 };
    await tx`insert into peer.feeds ${tx({ code, ...through })} on conflict (code) do update set ${tx(through)}`;
  });
}
