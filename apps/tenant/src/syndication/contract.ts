import { z } from "@hono/zod-openapi";
import { incomingStatuses, itemId, sharedKinds } from "./model.ts";

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
    publishedAt: moment,
    revisedAt: moment,
  })
  .openapi("PublishedItem");

export const sharedPage = z
  .object({ items: z.array(sharedView.extend({ holders: z.array(z.string()) })) })
  .openapi("PublishedItems");

export const publishRequest = z
  .object({ kind: z.enum(sharedKinds), id: z.string(), significance: weight.optional() })
  .openapi("PublishRequest");

export const adoptRequest = z
  .object({
    /** The revision that was reviewed; a newer one is a conflict. */
    revision: z.number().int().positive(),
    /** concord.overlay/1; left out, what is stored is kept. */
    overlay: z.record(z.string(), z.unknown()).optional(),
  })
  .openapi("AdoptRequest");

export const declineRequest = z
  .object({ revision: z.number().int().positive(), note: z.string() })
  .openapi("DeclineRequest");

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
