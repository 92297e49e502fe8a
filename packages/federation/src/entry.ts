import { z } from "zod";
import { hash } from "./hash.ts";
import { parseStrictJson } from "./json.ts";
import { type CompactJws, parseCompact, signCompact, verifyCompact } from "./jws.ts";
import type { SigningKey } from "./keys.ts";
import { limits } from "./limits.ts";
import { blobRef, derivation, itemId, kindName, memberCode, ordinal, schemaName, seconds } from "./names.ts";
import { type Reason, refused } from "./reasons.ts";
import { type FeedKeyUse, headBefore, type Trust } from "./trust.ts";

/** The members that place an entry in its chain; without them there is no entry. */
const link = z.object({
  net: hash,
  feed: memberCode,
  epoch: ordinal,
  seq: ordinal,
  prev: hash,
  iat: seconds,
});

const about = { item: itemId, revision: ordinal, kind: kindName, schema: schemaName };
const significance = z.enum(["minor", "major", "safety"]);

const revisionContent = {
  ...about,
  significance,
  body: z.object({ sha256: hash, size: z.int().positive().max(limits.bodyBytes) }),
  blobs: z.array(blobRef).default([]),
  licence: z.string().max(200).optional(),
  attribution: z.string().max(500).optional(),
  derivedFrom: derivation.optional(),
  supersedes: itemId.optional(),
};

const tombstoneContent = { ...about, reason: z.string().min(1).max(1000).optional() };

const content = z.discriminatedUnion("op", [
  z.object({ op: z.literal("publish"), ...revisionContent, revision: z.literal(1) }),
  z.object({ op: z.literal("revise"), ...revisionContent, revision: ordinal.min(2) }),
  z.object({ op: z.literal("withdraw"), ...tombstoneContent }),
  z.object({ op: z.literal("recall"), ...tombstoneContent }),
  z.object({
    op: z.literal("erase"),
    ...tombstoneContent,
    revisions: z.array(ordinal).min(1).max(500),
  }),
]);

/** All that an entry says, as one schema; verification holds the two halves apart. */
export const entryPayload = z.intersection(link, content);

export type EntryLink = z.infer<typeof link>;
type EntryContent = z.infer<typeof content>;
/** What a caller gives; defaults not yet filled in. */
export type EntryContentDraft = z.input<typeof content>;
export type EntryDraft = EntryLink & EntryContentDraft;
export type Entry = EntryLink & EntryContent;
export type Op = Entry["op"];
export type Significance = z.infer<typeof significance>;

/** Where in the chain the next entry must fit. */
export interface ChainPosition {
  readonly feed: string;
  /** Entries so far; the next one has `seq + 1`. */
  readonly seq: number;
  /** SHA-256 of the bytes of the last entry, which was verified; `genesis` before the first. */
  readonly head: string;
}

export type EntryVerdict =
  | { readonly verified: true; readonly entry: Entry; readonly sha256: string; readonly text: string }
  | {
      readonly verified: false;
      readonly reason: Reason;
      /** Given when the entry stands validly in the chain and only what it says is nonsense: the chain goes on. */
      readonly skipped?: EntryLink & { readonly sha256: string };
    };

/** Step 2 of a sync for one entry: signature, network, epoch, key range, order, chain, and then what it says. */
export function verifyEntry(text: string, trust: Trust, after: ChainPosition): EntryVerdict {
  const jws = parseCompact(text, "concord-entry+jwt", limits.entryBytes);
  if (!jws.ok) return refused(jws.reason);
  const member = trust.member(after.feed);
  if (!member) return refused("unknown-member");
  const use = trust.feedKey(member, jws.value.kid);
  if (!use) return refused("unknown-key");
  if (!verifyCompact(jws.value, use.key)) return refused("bad-signature");
  const json = parseStrictJson(jws.value.payload);
  if (!json.ok && json.reason === "not-canonical") return refused(json.reason);
  const placed = link.safeParse(json.value);
  if (!placed.success) return refused("chain-broken");
  const misplaced = checkPlace(placed.data, jws.value, { trust, use, after });
  if (misplaced) return refused(misplaced);
  const { sha256 } = jws.value;
  const said = json.ok ? content.safeParse(json.value) : undefined;
  if (!said?.success || !said.data.item.startsWith(`${after.feed}.`)) {
    return { verified: false, reason: "malformed", skipped: { ...placed.data, sha256 } };
  }
  return { verified: true, entry: { ...placed.data, ...said.data }, sha256, text };
}

interface Expected {
  readonly trust: Trust;
  readonly use: FeedKeyUse;
  readonly after: ChainPosition;
}

function checkPlace(placed: EntryLink, jws: CompactJws, { trust, use, after }: Expected): Reason | undefined {
  const { epoch } = use;
  if (placed.net !== trust.net) return "wrong-network";
  if (placed.feed !== after.feed) return "chain-broken";
  if (placed.epoch !== epoch.epoch) return "wrong-epoch";
  if (epoch.close && placed.seq > epoch.close.seq) return "beyond-close";
  if (placed.seq < use.from || placed.seq > (use.to ?? Number.MAX_SAFE_INTEGER)) return "key-out-of-range";
  if (placed.seq !== after.seq + 1) return "sequence-gap";
  const member = trust.member(after.feed);
  if (member && placed.seq === epoch.first) {
    const prev = headBefore(member, epoch);
    if (placed.prev !== prev || after.head !== prev) return "chain-broken";
  }
  // The entry before it, by the same feed and in the same epoch, was verified: one of the two is a lie. In a
  // closed epoch that proves nothing against the feed, and the registry says which of them counts.
  if (placed.prev !== after.head) return epoch.close ? "chain-broken" : "split-view";
  if (epoch.close?.seq === placed.seq && epoch.close.head !== jws.sha256) return "chain-broken";
  return undefined;
}

/** Signs an entry; a draft that the protocol would not accept is refused here (throws ZodError). */
export async function signEntry(
  draft: EntryDraft,
  key: SigningKey,
): Promise<{ text: string; payload: Entry }> {
  const payload = { ...link.parse(draft), ...content.parse(draft) };
  return { text: await signCompact(payload, "concord-entry+jwt", key), payload };
}
