import type { PeerStatus } from "@concord/peer";
import { DomainError } from "@concord/runtime";
import { z } from "zod";
import { defineQuery, nothing } from "../command.ts";
import type { Context } from "../context.ts";
import { can } from "../identity/index.ts";
import { type OfferedItem, sources } from "./catalogues.ts";
import { endedStatuses, type IncomingItem, incomingStatuses, type SharedItem, sharedKinds } from "./model.ts";
import { isSilent } from "./peer-state.ts";
import { readDelayed, readExpiries, readOwed } from "./read-problems.ts";
import { countIncoming, listIncoming as findIncomingItems, listShared, titlesOf } from "./store.ts";

/** How every other member stands with us, what cannot wait, and what waits for a decision. */
export const readOverview = defineQuery({
  name: "syndication.overview",
  input: z.object({}),
  load: nothing,
  authorize: (actor) => can(actor, "network:read"),
  async run(context) {
    const { peer } = context.tenant;
    const [peers, counts, events, shared, owed, delayed, own, expiries] = await Promise.all([
      peer.status(),
      countIncoming(context.db),
      peer.events(20),
      listShared(context.db),
      readOwed(context),
      readDelayed(context),
      peer.ownFeed(),
      readExpiries(context),
    ]);
    const titles = await titlesOf(
      context.db,
      events.map(({ item }) => item),
    );
    const recovered = recoveredOf(shared, context.clock.now());
    const silent = peers.filter((one) => isSilent(one, context.clock.now()));
    return { peers, silent, counts, events, titles, recovered, owed, delayed, own, expiries };
  },
});

/** Pulls from every member, or one, now. It writes what the pull itself writes, each member in its own transaction. */
export const askPeers = defineQuery({
  name: "syndication.ask-peers",
  input: z.object({ code: z.string().max(40).optional() }),
  load: async (context, { code }) => {
    const peers = code === undefined ? [] : await context.tenant.peer.status();
    if (code !== undefined && !peers.some((peer) => peer.code === code))
      throw new DomainError("syndication.peer-not-found", "not-found");
  },
  authorize: (actor) => can(actor, "network:adopt"),
  run: (context, { code }) => context.tenant.peer.syncNow(code),
});

/** Other members' material by where it stands with us; newest first. */
export const listIncoming = defineQuery({
  name: "syndication.incoming",
  input: z.object({
    statuses: z.array(z.enum(incomingStatuses)).min(1).optional(),
    pinned: z.boolean().default(false),
    before: z.object({ at: z.coerce.date(), item: z.string() }).optional(),
    limit: z.number().int().min(1).max(200).default(50),
  }),
  load: nothing,
  authorize: (actor) => can(actor, "network:read"),
  async run(context, input) {
    const [rows, counts] = await Promise.all([
      findIncomingItems(context.db, { ...input, limit: input.limit + 1 }),
      countIncoming(context.db),
    ]);
    const items = rows.slice(0, input.limit);
    const last = items.at(-1);
    const more = rows.length > input.limit && last;
    return { items, counts, ...(more ? { next: { at: last.seenAt, item: last.item } } : {}) };
  },
});

/** Items whose files are still on their way; nothing can be done with them yet. */
export const listComing = defineQuery({
  name: "syndication.coming",
  input: z.object({}),
  load: nothing,
  authorize: (actor) => can(actor, "network:read"),
  async run(context) {
    const pages = await Promise.all(
      sharedKinds.map((kind) => context.tenant.peer.items({ kind, limit: 200 })),
    );
    return pages.flat().filter(({ complete, feed }) => !complete && feed !== context.tenant.peer.code);
  },
});

export interface PublishedItem extends SharedItem {
  /** Members whose receipt says that they applied our feed up to this revision. */
  readonly holders: readonly PeerStatus[];
  /** The adopted item that it is built on. */
  readonly builtOn?: IncomingItem | undefined;
}

/** Something of ours that the network does not have, or not as our catalogue offers it now. */
export interface ReadyItem extends OfferedItem {
  readonly revises: boolean;
}

/** What we gave the network, who has it, and what of ours could be given. */
export const listPublished = defineQuery({
  name: "syndication.published",
  input: z.object({}),
  load: nothing,
  authorize: (actor) => can(actor, "network:read"),
  async run(context) {
    const [shared, peers, offered, adopted] = await Promise.all([
      listShared(context.db),
      context.tenant.peer.status(),
      listOffered(context),
      findIncomingItems(context.db, { pinned: true, limit: 200 }),
    ]);
    const items: PublishedItem[] = shared.map((item) => ({
      ...item,
      holders: peers.filter(({ appliedOurs }) => appliedOurs && appliedOurs.through >= item.seq),
      builtOn: adopted.find((one) => one.item === item.derivedFrom),
    }));
    const sent = new Map(shared.map((item) => [item.sourceId, item]));
    const ready = offered.flatMap((one): ReadyItem[] => {
      const before = sent.get(one.id);
      if (before && (before.status !== "live" || before.sourceRevision === one.revision)) return [];
      return [{ ...one, revises: before !== undefined }];
    });
    const usable = adopted.filter(({ status }) => !endedStatuses.includes(status));
    return { items, ready, adopted: usable, recovered: recoveredOf(shared, context.clock.now()) };
  },
});

/** What came back from other members after a restore and that the office has said nothing of since. */
export interface Recovered {
  readonly count: number;
  /** When the last of it came. */
  readonly at: Date;
}

const toldForMs = 30 * 86_400_000;

function recoveredOf(shared: readonly SharedItem[], now: Date): Recovered | undefined {
  const since = now.getTime() - toldForMs;
  const times = shared.flatMap(({ recoveredAt }) => recoveredAt ?? []).filter((at) => at.getTime() > since);
  if (times.length === 0) return undefined;
  return { count: times.length, at: new Date(Math.max(...times.map(Number))) };
}

/** Only for whom may publish; a system that reads the network sees what is on it. */
async function listOffered(context: Context): Promise<readonly OfferedItem[]> {
  const { actor } = context;
  if (!can(actor, "trainings:manage") || !can(actor, "toolkits:manage")) return [];
  return (await Promise.all(sources.map((source) => source.listOffered(context)))).flat();
}
