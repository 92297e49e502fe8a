export { isBody } from "./body.ts";
export {
  type Checkpoint,
  compareCheckpoints,
  decodeCheckpoint,
  isStale,
  signCheckpoint,
  verifyCheckpoint,
} from "./checkpoint.ts";
export { type Cut, cutOf, entriesInEffect, type StoredEntry } from "./closed-epochs.ts";
export {
  addSignatures,
  draftRoot,
  gatherSignatures,
  readUnfinishedRegistry,
  readUnfinishedRoot,
  signersOf,
} from "./co-sign.ts";
export {
  type Entry,
  type EntryContentDraft,
  type Op,
  type Significance,
  signEntry,
  verifyEntry,
} from "./entry.ts";
export { genesis, sha256 } from "./hash.ts";
export { applyEntry, type ItemState } from "./item-rules.ts";
export { type JoinRequest, signJoinRequest, verifyJoinRequest } from "./join-request.ts";
export { type Json, parseStrictJson } from "./json.ts";
export {
  generateSigningKey,
  type KeyRole,
  type PublicJwk,
  publicJwk,
  readSigningKey,
  type SigningKey,
} from "./keys.ts";
export { limits } from "./limits.ts";
export { type BlobRef, type Derivation, toSeconds } from "./names.ts";
export { foundNetwork, issueRegistry, newMember } from "./network.ts";
export { effectOf, effects, type Reason } from "./reasons.ts";
export { signReceipt, verifyReceipt } from "./receipt.ts";
export { type FeedEpoch, type Registry, type RegistryMember, verifyRegistry } from "./registry.ts";
export { type RequestPayload, signRequest, verifyRequest } from "./request.ts";
export { nextAttemptIn } from "./retry.ts";
export { type Root, verifyFirstRoot, verifyNextRoot } from "./root.ts";
export { cutFeed } from "./sync/cut-feed.ts";
export type {
  ChainRow,
  EntriesPage,
  FeedCounts,
  FeedPosition,
  FeedStore,
  Fetched,
  Refusal,
  Source,
  SyncPorts,
  SyncResult,
} from "./sync/ports.ts";
export { pullEntries } from "./sync/pull-entries.ts";
export { learnTrust } from "./sync/refresh-trust.ts";

export { syncPeer } from "./sync/sync-peer.ts";
export { Trust, trustExpired } from "./trust.ts";
export { draftWithdrawal, readWithdrawal } from "./withdrawal.ts";
