export type {
  Bootstrap,
  CrossCheck,
  FeedEvent,
  FeedItem,
  Holder,
  ItemChange,
  ItemHandler,
  ItemUndone,
  OwnFeed,
  Peer,
  PeerKeys,
  PeerStatus,
  Quarantine,
  RestoredFeed,
  SyncSummary,
  Unapplied,
  UndoneHandler,
} from "./contract.ts";
export { createPeer } from "./create-peer.ts";
export { type HighWater, highWaterFile } from "./high-water.ts";
export { loopbackFetch } from "./loopback-fetch.ts";
export { peerQueues } from "./maintain.ts";
export { peerMigrations } from "./migrations.ts";
export { foundTrialNetwork, readBootstrap, type TrialMember } from "./trial-founding.ts";
