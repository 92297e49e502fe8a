import {
  type Body,
  type Change,
  type ChangedPart,
  changedParts,
  collectBlobs,
  diffBodies,
  type Overlay,
  type OverlayFault,
  overlayFaults,
  type Text,
  unknownHotlines,
} from "@concord/content";
import type { FeedItem } from "@concord/peer";
import { DomainError } from "@concord/runtime";
import { z } from "zod";
import { defineQuery, nothing } from "../command.ts";
import type { Context } from "../context.ts";
import { can } from "../identity/index.ts";
import { catalogues } from "./catalogues.ts";
import { keptOverlay, replacedBy } from "./kept-overlay.ts";
import { type IncomingItem, itemId, readShared } from "./model.ts";
import { pinnedBody } from "./pinned-body.ts";
import { findIncoming, titlesOf } from "./store.ts";

export interface Review {
  readonly feedItem: FeedItem;
  /** Absent while the files of its first revision are on their way. */
  readonly incoming?: IncomingItem | undefined;
  /** The newest revision; absent where it was erased or is not here. */
  readonly body?: Body | undefined;
  /** What we have, without our overlay. */
  readonly pinned?: Body | undefined;
  /** What the origin changed since the revision we have. */
  readonly changes: readonly Change[];
  /** The same by what can be taken or left as one. */
  readonly parts: readonly ChangedPart[];
  /** The title of the item that this one replaces. */
  readonly replaces?: Text | undefined;
  readonly overlay?: Overlay | undefined;
  /** Our own texts that the newest revision leaves without a place, or out of date. */
  readonly faults: readonly OverlayFault[];
  /** Hotlines that its texts name and this office does not have: readers would see no number. */
  readonly unknownHotlines: readonly string[];
  /** Where people here take it, as long as our catalogue offers it. */
  readonly takenAt?: string | undefined;
  readonly files: { readonly here: number; readonly of: number };
}

/** Everything an officer needs to decide on an item. */
export const reviewItem = defineQuery({
  name: "syndication.review",
  input: z.object({ item: itemId }),
  load: (context, { item }) => othersItem(context, item),
  authorize: (actor) => can(actor, "network:read"),
  async run(context, { item }, feedItem): Promise<Review> {
    const [incoming, overlay] = await Promise.all([
      findIncoming(context.db, item),
      keptOverlay(context, item),
    ]);
    const gone = feedItem.status === "erased" || feedItem.status === "recalled";
    const body = gone ? undefined : readShared(feedItem.kind, feedItem.body);
    const pinned = gone ? undefined : await pinnedBody(context, incoming);
    return {
      ...{ feedItem, incoming, body, pinned, overlay },
      changes: pinned && body ? diffBodies(pinned, body, context.locale) : [],
      parts: pinned && body ? changedParts(pinned, body, context.locale) : [],
      replaces: await replacedTitle(context, item),
      faults: body && overlay ? overlayFaults(body, overlay) : [],
      unknownHotlines: unknownIn(body, context),
      takenAt: incoming && (await catalogues[incoming.kind].pathOf(context, item)),
      files: await countFiles(context, feedItem),
    };
  },
});

/** A file of an item under review, which only the office may open before it is adopted. */
export const readIncomingFile = defineQuery({
  name: "syndication.file",
  input: z.object({ item: itemId, sha256: z.string().regex(/^[0-9a-f]{64}$/, "syndication.not-found") }),
  load: nothing,
  authorize: (actor) => can(actor, "network:read"),
  async run(context, { item, sha256 }) {
    const feedItem = await othersItem(context, item);
    const blob =
      feedItem.blobs.find((one) => one.sha256 === sha256) ?? (await ofPinned(context, item, sha256));
    const opened = blob && (await context.tenant.peer.files.open(sha256));
    if (!opened) throw new DomainError("syndication.not-found", "not-found");
    return { type: blob.type, size: opened.size, stream: opened.stream };
  },
});

async function othersItem(context: Context, item: string): Promise<FeedItem> {
  const found = await context.tenant.peer.item(item);
  if (!found || found.feed === context.tenant.peer.code)
    throw new DomainError("syndication.not-found", "not-found");
  return found;
}

async function replacedTitle(context: Context, item: string): Promise<Text | undefined> {
  const replaced = await replacedBy(context, item);
  return replaced === undefined ? undefined : ((await titlesOf(context.db, [replaced])).get(replaced) ?? {});
}

async function ofPinned(context: Context, item: string, sha256: string) {
  const pinned = await pinnedBody(context, await findIncoming(context.db, item));
  return pinned && collectBlobs(pinned).find((one) => one.sha256 === sha256);
}

function unknownIn(body: Body | undefined, { tenant }: Context): string[] {
  const found = unknownHotlines(body, tenant.profile.hotlines);
  return [...new Set(found.map(({ token }) => token))];
}

async function countFiles({ tenant }: Context, { blobs }: FeedItem): Promise<{ here: number; of: number }> {
  const present = await Promise.all(blobs.map(({ sha256 }) => tenant.peer.files.has(sha256)));
  return { here: present.filter(Boolean).length, of: blobs.length };
}
