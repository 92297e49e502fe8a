import { createHash, createPublicKey, type KeyObject, verify } from "node:crypto";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import {
  connect,
  createJobs,
  type EmbeddedServer,
  migrate,
  openDatabase,
  startEmbeddedServer,
} from "@concord/database";
import { generateSigningKey, readSigningKey } from "@concord/federation";
import { createPeer, foundTrialNetwork, type Peer, peerMigrations, peerQueues } from "@concord/peer";
import { createIds, createLogger, systemClock } from "@concord/runtime";
import { openFolderStore } from "@concord/storage";
import { type Measure, median, timed } from "./measure.ts";

const entries = 2_000;
const rounds = 3;
const log = createLogger({ level: "fatal" });
const tables = ["entries", "items", "bodies"];

interface Member {
  readonly code: string;
  readonly key: ReturnType<typeof readSigningKey>;
}

/** A member verifies and stores a feed of 2,000 entries, against nothing but the cryptography and the rows. */
export async function measureSync(folder: string): Promise<Measure> {
  const server = await startEmbeddedServer({ folder: join(folder, "postgres"), log });
  const members = ["origin", ...Array.from({ length: rounds }, (_, at) => `reader${at + 1}`)].map((code) => ({
    code,
    key: readSigningKey(generateSigningKey()),
  }));
  const bootstrap = await foundTrialNetwork(
    join(folder, "network"),
    members.map(({ code, key }) => ({
      ...{ code, name: code, baseUrl: `http://${code}.localhost`, roles: ["tenant" as const] },
      key: key.publicJwk,
    })),
    systemClock,
  );
  const [first, ...readers] = members;
  if (!first) throw new Error("nobody is there");
  let origin: Peer | undefined;
  const ask = async (input: string | URL | Request, init?: RequestInit) => {
    if (!origin) throw new TypeError("fetch failed");
    return origin.routes.fetch(new Request(input, init));
  };
  const open = (member: Member) => openPeer(server, member, { folder, bootstrap, fetch: ask });
  const source = await open(first);
  origin = source.peer;
  await publishAll(source);
  const key = createPublicKey({ key: first.key.publicJwk, format: "jwk" });
  const spent: number[] = [];
  const bounds: number[] = [];
  for (const reader of readers) {
    const { peer, close } = await open(reader);
    spent.push(await timed(() => pullAll(peer, first.code)));
    await close();
    bounds.push(await measureBound(server.url(reader.code, "owner"), key));
  }
  await source.close();
  await server.stop();
  return {
    name: `verified sync of ${entries} entries`,
    value: entries / median(spent),
    unit: "entries/s",
    ratio: median(spent.map((value, at) => (bounds[at] ?? 0) / value)),
    against: `native Ed25519, SHA-256 and COPY of the same rows: ${(entries / median(bounds)).toFixed(0)} entries/s`,
  };
}

async function openPeer(
  server: EmbeddedServer,
  { code, key }: Member,
  given: { folder: string; bootstrap: Awaited<ReturnType<typeof foundTrialNetwork>>; fetch: typeof fetch },
) {
  await server.ensureDatabase(code);
  await migrate(server.url(code, "owner"), [peerMigrations], { appRole: "concord_app" });
  const url = server.url(code, "app");
  const database = openDatabase(url, { log });
  const jobs = await createJobs({ url, queues: peerQueues, log });
  const peer = createPeer({
    ...{ code, name: code, baseUrl: `http://${code}.localhost`, database, jobs, clock: systemClock, log },
    ...{ ids: createIds(systemClock), keys: { feed: key }, bootstrap: given.bootstrap, development: true },
    ...{ fetch: given.fetch, onItem: {}, blobs: await openFolderStore(join(given.folder, code)) },
  });
  const close = async () => {
    await peer.stop();
    await jobs.stop();
    await database.close();
  };
  return { peer, database, close };
}

async function publishAll({ peer, database }: Awaited<ReturnType<typeof openPeer>>): Promise<void> {
  const text = "What to look for, whom to tell, and what not to do. ".repeat(30);
  await database.transaction(async (tx) => {
    for (let number = 1; number <= entries; number++) {
      const body = { schema: "bench/1", title: `Training ${number}`, text: `${number} ${text}` };
      await peer.publish(tx, { op: "publish", kind: "training", schema: "bench/1", body });
    }
  });
}

async function pullAll(peer: Peer, from: string): Promise<void> {
  const [summary] = await peer.syncNow(from);
  const [standing] = (await peer.status()).filter(({ code }) => code === from);
  if (standing?.verifiedThrough !== entries)
    throw new Error(`only ${standing?.verifiedThrough} entries came: ${JSON.stringify(summary)}`);
}

/** The least that must be done for the same rows to stand there, each one verified. */
async function measureBound(url: string, key: KeyObject): Promise<number> {
  const sql = connect(url, { max: 1 });
  const rows = await sql<{ signed: string; json: string }[]>`
    select signed, json from peer.entries join peer.bodies on bodies.sha256 = body_sha256`;
  const copies: [string, Buffer][] = [];
  for (const table of tables) {
    const chunks: Buffer[] = [];
    for await (const chunk of await sql`copy peer.${sql(table)} to stdout`.readable()) chunks.push(chunk);
    copies.push([table, Buffer.concat(chunks)]);
    await sql`create table peer.${sql(`${table}_bound`)} (like peer.${sql(table)} including all)`;
  }
  const seconds = await timed(async () => {
    for (const { signed, json } of rows) {
      const dot = signed.lastIndexOf(".");
      const signature = Buffer.from(signed.slice(dot + 1), "base64url");
      if (!verify(null, Buffer.from(signed.slice(0, dot)), key, signature)) throw new Error("not signed");
      createHash("sha256").update(signed).digest("hex");
      createHash("sha256").update(json).digest("hex");
    }
    for (const [table, content] of copies) {
      const stored = await sql`copy peer.${sql(`${table}_bound`)} from stdin`.writable();
      await pipeline(Readable.from([content]), stored);
    }
  });
  await sql.end();
  if (rows.length !== entries) throw new Error(`${rows.length} rows to verify`);
  return seconds;
}
