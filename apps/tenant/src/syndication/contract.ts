import { z } from "@hono/zod-openapi";
import { incomingStatuses, itemId, ruleChoices, sharedKinds } from "./model.ts";

const texts = z.record(z.string(), z.string());
const moment = z.iso.datetime();
const weight = z.enum(["minor", "major", "safety"]);

export const incomingView = z
  .object({
    item: itemId,
    feed: z.string(),
    kind: z.enum(sharedKinds),
    title: texts,
    languages: z.array(z.string()),
    revision: z.number().int(),
    pinnedRevision: z.number().int().nullable(),
    status: z.enum(incomingStatuses),
    significance: weight,
    attribution: z.string().nullable(),
    licence: z.string().nullable(),
    reason: z.string().nullable(),
    seenAt: moment,
  })
  .openapi("IncomingItem");

export const incomingPage = z.object({ items: z.array(incomingView) }).openapi("IncomingItems");

export const sharedView = z
  .object({
    item: itemId,
    kind: z.enum(sharedKinds),
    sourceId: z.string(),
    title: texts,
    revision: z.number().int(),
    status: z.enum(["live", "withdrawn", "recalled", "erased"]),
    significance: weight,
    supersedes: itemId.nullable(),
    derivedFrom: itemId.nullable(),
    publishedAt: moment,
    revisedAt: moment,
  })
  .openapi("PublishedItem");

export const sharedPage = z
  .object({ items: z.array(sharedView.extend({ holders: z.array(z.string()) })) })
  .openapi("PublishedItems");

export const publishRequest = z
  .object({
    kind: z.enum(sharedKinds),
    id: z.string(),
    significance: weight.optional(),
    /** Of a first publication: the item of ours, taken back, that it replaces; its adopters keep what is theirs. */
    supersedes: itemId.optional(),
    /** Of a first publication: the adopted item that it is built on. */
    derivedFrom: itemId.optional(),
  })
  .openapi("PublishRequest");

export const adoptRequest = z
  .object({
    /** The revision that was reviewed; a newer one is a conflict. */
    revision: z.number().int().positive(),
    /** concord.overlay/1; left out, what is stored is kept. */
    overlay: z.record(z.string(), z.unknown()).optional(),
    /** Of an update, the paths of the changed parts to take; left out, all of them. */
    parts: z.array(z.string().max(400)).max(2_000).optional(),
  })
  .openapi("AdoptRequest");

export const declineRequest = z
  .object({ revision: z.number().int().positive(), note: z.string() })
  .openapi("DeclineRequest");

export const overlayRequest = z
  .object({
    /** concord.overlay/1, whole: what it leaves out is no longer ours. */
    overlay: z.record(z.string(), z.unknown()),
  })
  .openapi("OverlayRequest");

export const endRequest = z
  .object({ op: z.enum(["withdraw", "recall", "erase"]), reason: z.string().max(1_000) })
  .openapi("EndRequest");

export const reviewView = z
  .object({
    item: itemId,
    feed: z.string(),
    kind: z.string(),
    /** The newest revision whose files are here, or on their way. */
    revision: z.number().int(),
    status: z.enum(["live", "withdrawn", "recalled", "erased"]),
    reason: z.string().nullable(),
    /** How this office stands with it; null while its files are on their way. */
    decision: incomingView.nullable(),
    files: z.object({ here: z.number().int(), of: z.number().int() }),
    body: z.record(z.string(), z.unknown()).nullable(),
    /** What the origin changed since the revision in our catalogue. */
    changes: z.array(
      z.object({
        op: z.enum(["added", "removed", "changed", "moved"]),
        path: z.string(),
        where: z.string(),
        language: z.string().optional(),
        before: z.string().optional(),
        after: z.string().optional(),
      }),
    ),
    /** The same by the parts that can be taken or left one by one. */
    parts: z.array(z.object({ path: z.string(), where: z.string() })),
    /** concord.overlay/1: what stays ours. */
    overlay: z.record(z.string(), z.unknown()).nullable(),
    /** Local texts whose original the newest revision changed or removed. */
    overlayFaults: z.array(z.object({ path: z.string(), reason: z.enum(["orphaned", "stale"]) })),
  })
  .openapi("NetworkItemReview");

export const peerList = z
  .object({
    peers: z.array(
      z.object({
        code: z.string(),
        name: z.string(),
        baseUrl: z.string(),
        state: z.string(),
        lastHeardAt: moment.nullable(),
        lagEntries: z.number().int(),
        missingBlobs: z.number().int(),
        reason: z.string().nullable(),
      }),
    ),
  })
  .openapi("NetworkPeers");

const rule = z.enum(ruleChoices);

export const memberRules = z
  .object({
    code: z.string(),
    name: z.string(),
    rules: z.object({ training: rule, series: rule, toolkit: rule }),
  })
  .openapi("MemberRules");

export const ruleList = z.object({ members: z.array(memberRules) }).openapi("NetworkRules");

/** A kind that is left out keeps its rule. */
export const rulesRequest = z
  .object({ training: rule.optional(), series: rule.optional(), toolkit: rule.optional() })
  .openapi("RulesRequest");
