export { type Bootstrap, pinNetwork } from "./bootstrap.ts";
export type {
  FeedEvent,
  FeedItem,
  ItemChange,
  ItemHandler,
  ItemUndone,
  Peer,
  PeerKeys,
  RefusedEntry,
  UndoneHandler,
} from "./contract.ts";
export { createPeer } from "./create-peer.ts";
export { type HighWater, highWaterFile } from "./high-water.ts";
export { httpSource } from "./http-source.ts";
export { loopbackFetch } from "./loopback-fetch.ts";
export { peerQueues } from "./maintain.ts";
export { MemberClient } from "./member-client.ts";
export { messages as peerMessages } from "./messages.ts";
export { peerMigrations } from "./migrations.ts";
export type { DeskAnswer, LookedUp } from "./newcomer.ts";
export type {
  Delayed,
  Holder,
  OwnFeed,
  PeerStatus,
  Quarantine,
  RestoredFeed,
  RestoreStep,
  SyncSummary,
  Unapplied,
} from "./standing.ts";
export {
  foundTrialNetwork,
  keepBootstrap,
  readBootstrap,
  type TrialMember,
  trialKeys,
} from "./trial-founding.ts";
export { verifyBootstrap } from "./verify-bootstrap.ts";
