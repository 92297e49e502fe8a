import {
  type Checkpoint,
  cutFeed,
  genesis,
  learnTrust,
  pullEntries,
  type RegistryMember,
  type Source,
  type SyncPorts,
  sha256,
  type Trust,
  verifyCheckpoint,
} from "@concord/federation";
import { eq } from "drizzle-orm";
import type { PeerContext } from "./context.ts";
import { cutBack } from "./cut-back.ts";
import { drawMirrors } from "./draw-mirrors.ts";
import { applyThrough } from "./feed-store.ts";
import { fetchBlobs } from "./fetch-blobs.ts";
import { httpSource } from "./http-source.ts";
import { anyTime, currentEpoch, holds, type Unknown } from "./signing-guard.ts";
import type { RestoredFeed, RestoreStep } from "./standing.ts";
import { portsFor } from "./sync-member.ts";
import { entries, feeds } from "./tables.ts";

const pageEntries = 500;

/**
 * Recovers from mirrors what our own key signed and our database does not hold, and says where the registry must
 * close the epoch; once it has, and names our new key, publishing goes on. It may be broken off and called again.
 */
export async function restoreFeed(
  context: PeerContext,
  told: (step: RestoreStep) => void = () => {},
  { keysRestored = false }: { readonly keysRestored?: boolean } = {},
): Promise<RestoredFeed> {
  const { code } = context;
  const { mirrors, silent } = await findMirrors(context, told);
  const ports = tellingOf(await portsFor(context, code, mirrors), told);
  for (const source of ports.sources) await learnTrust(source, ports);
  await cutFeed(code, ports);
  const before = await stored(context);
  const halted = await context.guard.inspect(ports.trust(), mirrors);
  if (halted) await context.guard.halt(halted);
  if (halted && !keysRestored && (await lacksNothing(context, halted, ports.trust())))
    return { ...(await standing(context, ports)), state: "not-ours", recovered: 0, missing: 0, silent };
  told({ doing: "recovering", mirrors: mirrors.length });
  const heard = halted ? await recover(context, ports) : true;
  told({ doing: "fetching-files" });
  const { missing } = await fetchBlobs(context, code, mirrors);
  const now = await standing(context, ports);
  return {
    ...now,
    ...{ state: halted ? await stateOf(context, ports, halted, heard) : "in-order", missing, silent },
    recovered: Math.max(0, now.seq - before),
    ...(halted?.source === "file" && halted.seq > now.seq ? { lostThrough: halted.seq } : {}),
  };
}

function tellingOf(ports: SyncPorts, told: (step: RestoreStep) => void): SyncPorts {
  const append: SyncPorts["store"]["append"] = async (rows) => {
    await ports.store.append(rows);
    const { appendedThrough: through } = await ports.store.position();
    told({ doing: "storing", through });
  };
  return { ...ports, store: { ...ports.store, append } };
}

interface Mirrors {
  readonly mirrors: readonly RegistryMember[];
  /** Codes of those that gave no answer, and are not asked again: each would cost the whole patience every time. */
  readonly silent: readonly string[];
}

/** All are asked at once for what every member gives to anybody. */
async function findMirrors(
  { client, code, trust }: PeerContext,
  told: (step: RestoreStep) => void,
): Promise<Mirrors> {
  const all = drawMirrors(await trust.current(), { own: code, feed: code });
  told({ doing: "asking", members: all.length });
  const answers = await Promise.all(all.map((member) => httpSource(client, member).registry()));
  const mirrors = all.filter((_, at) => answers[at]?.ok);
  const silent = all.filter((member) => !mirrors.includes(member)).map((member) => member.code);
  return { mirrors, silent: silent.sort() };
}

/** By the file beside our keys: then whoever signed what others have beyond it, it was not this instance. */
async function lacksNothing(
  { code, database, highWater }: PeerContext,
  { source, epoch }: Unknown,
  trust: Trust,
): Promise<boolean> {
  const isOpen = !trust.member(code)?.epochs.some((one) => one.epoch === epoch && one.close);
  const mark = isOpen && source !== "file" ? await highWater?.read() : undefined;
  return mark !== undefined && (await holds(database.db, code, mark));
}

async function stateOf(
  context: PeerContext,
  ports: SyncPorts,
  halted: Unknown,
  heard: boolean,
): Promise<RestoredFeed["state"]> {
  const trust = ports.trust();
  if (await context.guard.resume(trust)) return "restored";
  const epoch = trust.member(context.code)?.epochs.find((one) => one.epoch === halted.epoch);
  if (!epoch?.close) return heard ? "close-epoch" : "unreachable";
  return (await holds(context.database.db, context.code, epoch.close)) ? "new-key" : "unreachable";
}

/** First up to where the registry closed an epoch, then up to the largest checkpoint of ours that a mirror has. */
async function recover(context: PeerContext, ports: SyncPorts): Promise<boolean> {
  const { code, database } = context;
  const closed = ports
    .trust()
    .member(code)
    ?.epochs.findLast(({ close }) => close)?.close;
  if (closed && !(await holds(database.db, code, closed))) {
    await pullEntries(code, closed.seq, ports);
    if (await holds(database.db, code, closed)) await applyThrough(context, code, { size: closed.seq });
  }
  const marks = await Promise.all(ports.sources.map((source) => markOf(source, context, ports)));
  const found = marks.flatMap((one) => one ?? []).sort((a, b) => b.checkpoint.size - a.checkpoint.size);
  for (const mark of found) {
    if (await reach(context, ports, mark)) return true;
  }
  return false;
}

interface Mark {
  readonly source: Source;
  readonly checkpoint: Checkpoint;
}

async function markOf(source: Source, { code }: PeerContext, ports: SyncPorts): Promise<Mark | undefined> {
  const fetched = await source.checkpoint(code);
  if (!fetched.ok) return undefined;
  const verdict = await verifyCheckpoint(fetched.value, ports.trust(), code, anyTime);
  return verdict.verified ? { source, checkpoint: verdict.checkpoint } : undefined;
}

/** Brings our feed to a checkpoint that we signed. What we hold beside that chain is set aside. */
async function reach(context: PeerContext, ports: SyncPorts, mark: Mark): Promise<boolean> {
  const { code, database } = context;
  const { source, checkpoint } = mark;
  const { size, head } = checkpoint;
  const others = ports.sources.filter((one) => one.code !== source.code);
  const from = { ...ports, sources: [source, ...others] };
  const here = () => holds(database.db, code, { seq: size, head });
  await pullEntries(code, size, from);
  if (!(await here())) {
    await setAside(context, source, checkpoint);
    await pullEntries(code, size, from);
  }
  if (!(await here())) return false;
  await applyThrough(context, code, checkpoint);
  return true;
}

/** Goes back to the last entry that our chain and the mirror's have in common. */
async function setAside(context: PeerContext, source: Source, { epoch, size }: Checkpoint): Promise<void> {
  const { code, database } = context;
  let [through, head] = [0, genesis];
  for (;;) {
    const rows = await database.db
      .select({ seq: entries.seq, epoch: entries.epoch, sha256: entries.sha256 })
      .from(entries)
      .where(eq(entries.feed, code))
      .orderBy(entries.seq)
      .offset(through)
      .limit(pageEntries);
    const asked = rows[0]?.epoch ?? epoch;
    const fetched = await source.entries(code, { epoch: asked, after: through, limit: pageEntries });
    if (!fetched.ok) return;
    const theirs = fetched.value.entries.map((text) => sha256(text));
    const same = rows.findIndex((row, at) => row.sha256 !== theirs[at]);
    const last = rows[(same === -1 ? rows.length : same) - 1];
    if (last) ({ seq: through, sha256: head } = last);
    const ended = same !== -1 && (theirs.length === 0 || theirs[same] !== undefined);
    if (ended || rows.length === 0 || !last || through >= size) break;
  }
  await cutBack(context, code, { through, head });
}

async function stored({ database, code }: PeerContext): Promise<number> {
  const [row] = await database.db.select().from(feeds).where(eq(feeds.code, code));
  return row?.appendedThrough ?? 0;
}

async function standing(context: PeerContext, ports: SyncPorts) {
  const { code, database } = context;
  const [row] = await database.db.select().from(feeds).where(eq(feeds.code, code));
  const epochs = ports.trust().member(code)?.epochs ?? [];
  const epoch = currentEpoch(ports.trust(), context)?.epoch ?? epochs.at(-1)?.epoch ?? 1;
  return { epoch, seq: row?.appendedThrough ?? 0, head: row?.head ?? genesis };
}
