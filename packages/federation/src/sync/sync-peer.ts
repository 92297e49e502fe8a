import { type Checkpoint, compareCheckpoints } from "../checkpoint.ts";
import { effectOf } from "../reasons.ts";
import { refusesMember } from "../trust.ts";
import { cutFeed } from "./cut-feed.ts";
import type { FeedCounts, Refusal, Source, SyncPorts, SyncResult } from "./ports.ts";
import { type Contradiction, pullEntries } from "./pull-entries.ts";
import { learnTrust } from "./refresh-trust.ts";
import { type CheckpointStep, takeCheckpoint } from "./take-checkpoint.ts";

const nothing: FeedCounts = { published: 0, revised: 0, withdrawn: 0, recalled: 0, erased: 0, ignored: 0 };

/**
 * Steps 0 to 3 and 5 for one feed. Step 4, the blobs, runs beside it, so that a large file never delays a recall.
 * Never throws for what another server does; what the ports throw (a database that is gone) passes through.
 */
export async function syncPeer(feed: string, ports: SyncPorts): Promise<SyncResult> {
  if ((await cutFeed(feed, ports)).quarantined) return await holdQuarantined(feed, ports);
  if (refusesMember(ports.trust().member(feed))) return await holdMember(feed, ports);

  const step1 = await takeCheckpoint(feed, ports);
  // A newer registry may have come with the checkpoint.
  const before = await cutFeed(feed, ports);
  const heard = { originHeard: step1.originHeard, refused: step1.refused };
  if (!step1.taken) return await pullClosed(feed, heard, ports);
  const { checkpoint, source } = step1.taken;

  const contradiction = contradicts(before.checkpoint, checkpoint);
  if (contradiction) return await quarantine(contradiction, ports, { ...heard, source });
  if (
    checkpoint.size < before.verifiedThrough ||
    compareCheckpoints(before.checkpoint, checkpoint) === "older"
  ) {
    return { ...nothing, ...heard, outcome: "current", source };
  }

  const step2 = await pullEntries(feed, checkpoint.size, {
    ...ports,
    sources: inOrder(ports.sources, step1),
  });
  const seen = { originHeard: heard.originHeard, refused: [...heard.refused, ...step2.refused], source };
  if (!step2.pulled) {
    if (step2.contradiction) return await quarantine(step2.contradiction, ports, seen);
    return { ...nothing, ...seen, outcome: "failed" };
  }

  const split = await headContradicts(checkpoint, ports);
  if (split) return await quarantine(split, ports, seen);
  const counts = await ports.store.commit(checkpoint);
  const grew = checkpoint.size > before.verifiedThrough;
  if (grew) await ports.sendReceipt(checkpoint);
  return { ...counts, ...seen, outcome: grew ? "synced" : "current" };
}

/**
 * Nobody has a checkpoint, as after a close until the next epoch's first one. The registry's close names the last
 * entry that stands and its hash, which is proof enough for what is before it.
 */
async function pullClosed(
  feed: string,
  heard: { readonly originHeard: boolean; readonly refused: readonly Refusal[] },
  ports: SyncPorts,
): Promise<SyncResult> {
  const close = ports
    .trust()
    .member(feed)
    ?.epochs.findLast((epoch) => epoch.close)?.close;
  const { verifiedThrough } = await ports.store.position();
  if (!close || close.seq <= verifiedThrough) return { ...nothing, ...heard, outcome: "failed" };
  const { pulled, refused } = await pullEntries(feed, close.seq, ports);
  const seen = { ...heard, refused: [...heard.refused, ...refused] };
  const last = pulled ? await ports.store.entryAt(close.seq) : undefined;
  if (last?.sha256 !== close.head) return { ...nothing, ...seen, outcome: "failed" };
  return { ...(await ports.store.commit({ size: close.seq })), ...seen, outcome: "synced" };
}

/** Who gave the checkpoint has the entries; who could not be reached just now is not asked again. */
function inOrder(sources: readonly Source[], { taken, refused }: CheckpointStep): Source[] {
  const failed = new Set(refused.map((one) => one.source));
  const others = sources.filter((one) => one.code !== taken?.source && !failed.has(one.code));
  return [...sources.filter((one) => one.code === taken?.source), ...others];
}

function contradicts(known: Checkpoint | undefined, seen: Checkpoint): Contradiction | undefined {
  const order = compareCheckpoints(known, seen);
  if (!known || (order !== "rollback" && order !== "split-view")) return undefined;
  return { reason: order, evidence: [known.text, seen.text] };
}

/** The chain we verified up to the checkpoint's size must end in the head that it names. */
async function headContradicts(checkpoint: Checkpoint, ports: SyncPorts): Promise<Contradiction | undefined> {
  if (checkpoint.size === 0) return undefined;
  const last = await ports.store.entryAt(checkpoint.size);
  if (!last || last.sha256 === checkpoint.head) return undefined;
  return { reason: "split-view", evidence: [last.text, checkpoint.text] };
}

async function quarantine(
  { reason, evidence }: Contradiction,
  ports: SyncPorts,
  seen: { readonly originHeard: boolean; readonly refused: readonly Refusal[]; readonly source: string },
): Promise<SyncResult> {
  if (effectOf(reason) === "quarantine") await ports.store.quarantine(reason, evidence);
  const { source } = seen;
  return { ...nothing, ...seen, outcome: "held", refused: [...seen.refused, { source, reason }] };
}

/** A member that our registry does not let in may be let in by a newer one. */
async function holdMember(feed: string, ports: SyncPorts): Promise<SyncResult> {
  await learnTrustOfAny(ports);
  const reason = refusesMember(ports.trust().member(feed));
  if (!reason) return await syncPeer(feed, ports);
  await cutFeed(feed, ports);
  return { ...nothing, outcome: "held", originHeard: false, refused: [{ source: feed, reason }] };
}

/** A feed that contradicts itself is held until a newer registry closes the epoch in which it does. */
async function holdQuarantined(feed: string, ports: SyncPorts): Promise<SyncResult> {
  await learnTrustOfAny(ports);
  if (!(await cutFeed(feed, ports)).quarantined) return await syncPeer(feed, ports);
  return { ...nothing, outcome: "held", originHeard: false, refused: [] };
}

async function learnTrustOfAny(ports: SyncPorts): Promise<void> {
  for (const source of ports.sources) {
    if (await learnTrust(source, ports)) return;
  }
}
