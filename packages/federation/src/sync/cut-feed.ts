import { z } from "zod";
import { type Cut, cutOf, type StoredLink, startOf } from "../closed-epochs.ts";
import type { RegistryMember } from "../registry.ts";
import type { FeedPosition, SyncPorts } from "./ports.ts";

/**
 * Where our copy of a feed stands once the registry's closes are obeyed. A quarantine whose epoch was closed
 * ends: the close says which of the contradicting statements counts.
 */
export async function cutFeed(feed: string, ports: SyncPorts): Promise<FeedPosition> {
  const position = await ports.store.position();
  const member = ports.trust().member(feed);
  if (!member?.epochs.some((epoch) => epoch.close)) return position;
  const cut = cutOf(member, await linksAtCloses(member, position, ports));
  if (cut) return await cutTo(cut, ports);
  const settled = position.quarantined && (await isInClosedEpoch(member, position, ports));
  return settled ? await cutTo({ through: position.appendedThrough, head: position.head }, ports) : position;
}

/**
 * In a closed epoch two sources may hold two branches. True when ours was set aside back to where the epoch
 * began, so that the whole of it can be had from one source.
 */
export async function restartClosedEpoch(feed: string, ports: SyncPorts): Promise<boolean> {
  const { appendedThrough } = await ports.store.position();
  const member = ports.trust().member(feed);
  const epoch = member?.epochs.find((one) => one.close && one.close.seq > appendedThrough);
  if (!member || !epoch || appendedThrough < epoch.first) return false;
  await cutTo(startOf(member, epoch), ports);
  return true;
}

async function cutTo(cut: Cut, { store }: SyncPorts): Promise<FeedPosition> {
  await store.cutBack(cut);
  return await store.position();
}

/** The few entries that `cutOf` asks about: those at each close and after it. */
async function linksAtCloses(member: RegistryMember, { appendedThrough }: FeedPosition, ports: SyncPorts) {
  const links = new Map<number, StoredLink>();
  const asked = member.epochs.flatMap(({ close }) => (close ? [close.seq, close.seq + 1] : []));
  for (const seq of new Set(asked)) {
    const link = seq > 0 && seq <= appendedThrough ? await linkAt(seq, ports) : undefined;
    if (link) links.set(seq, link);
  }
  return (seq: number) => links.get(seq);
}

async function isInClosedEpoch(
  member: RegistryMember,
  { appendedThrough, checkpoint }: FeedPosition,
  ports: SyncPorts,
): Promise<boolean> {
  const last = await linkAt(appendedThrough, ports);
  const newest = Math.max(last?.epoch ?? 1, checkpoint?.epoch ?? 1);
  return member.epochs.some((one) => one.epoch === newest && one.close !== undefined);
}

async function linkAt(seq: number, { store }: SyncPorts): Promise<StoredLink | undefined> {
  const stored = await store.entryAt(seq);
  return stored && { epoch: epochOf(stored.text), seq, sha256: stored.sha256 };
}

/** Of an entry that was verified when it was stored. */
function epochOf(text: string): number {
  const payload: unknown = JSON.parse(Buffer.from(text.split(".")[1] ?? "", "base64url").toString("utf8"));
  return z.object({ epoch: z.int() }).parse(payload).epoch;
}
