import type { Database, Jobs } from "@concord/database";
import type { Metrics } from "@concord/http";
import { type Bootstrap, createPeer, type HighWater, type PeerKeys } from "@concord/peer";
import type { Clock, Ids, Logger } from "@concord/runtime";
import type { BlobStore } from "@concord/storage";
import type { UiAssets } from "@concord/ui";
import type { Context, NetworkPlace, Tenant, TenantSecrets } from "./context.ts";
import { systemActor } from "./identity/index.ts";
import type { MailTransport } from "./notifications/index.ts";
import { type Profile, textIn } from "./profile/index.ts";
import { recoveredFigures } from "./statistics/index.ts";
import {
  recoveredHandlers,
  supportsItem,
  syndicationHandlers,
  tellSoon,
  undoneHandlers,
} from "./syndication/index.ts";

/** How this instance stands in the network. */
export interface NetworkDeps {
  readonly keys: PeerKeys;
  readonly bootstrap: Bootstrap;
  readonly place: NetworkPlace;
  /** How far our feed was signed, where no backup of the database reaches it. */
  readonly highWater?: HighWater;
  readonly fetch?: typeof fetch;
  /** Allows plain http and private addresses; never true in production. */
  readonly development: boolean;
}

/** Everything an instance is made of. Nothing in it is looked up later. */
export interface TenantDeps {
  readonly profile: Profile;
  readonly origin: string;
  readonly trial: boolean;
  readonly lobbyUrl?: string;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Logger;
  readonly database: Database;
  readonly jobs: Jobs;
  readonly blobs: BlobStore;
  readonly secrets: TenantSecrets;
  readonly network: NetworkDeps;
  readonly transport: MailTransport;
  readonly assets: UiAssets;
  /** Goes on counting where the instance begins anew; its own unless given. */
  readonly metrics?: Metrics;
  readonly trustedProxies: readonly string[];
}

export type ContextOf = (actor: Context["actor"], locale: string) => Context;

/** Puts an instance together: its federation member, and the contexts its verbs work with. */
export function composeTenant(deps: TenantDeps): { tenant: Tenant; contextOf: ContextOf } {
  const { profile, clock, ids, log, database, jobs, blobs } = deps;
  const acting = (name: string) => () => contextOf(systemActor(name), profile.locales.default);
  const syndicating = acting("syndication");
  const { place, ...network } = deps.network;
  const peer = createPeer({
    ...network,
    code: `us-${profile.code}`,
    name: textIn(profile.program.name, "en"),
    baseUrl: deps.origin,
    database,
    jobs,
    // Apart from what members and the office keep here: whatever a peer's entries name finds nothing of it.
    blobs: blobs.within("peer"),
    published: blobs,
    clock,
    ids,
    log,
    onItem: syndicationHandlers(syndicating),
    onRecovered: { ...recoveredHandlers(syndicating), ...recoveredFigures(acting("recovery")) },
    onUndone: undoneHandlers(syndicating),
    onQuarantine: (tx) => tellSoon({ tenant, tx }),
    supports: supportsItem,
  });
  const tenant: Tenant = {
    code: profile.code,
    profile,
    origin: deps.origin,
    trial: deps.trial,
    ...(deps.lobbyUrl ? { lobbyUrl: deps.lobbyUrl } : {}),
    database,
    jobs,
    blobs,
    peer,
    place,
    secrets: deps.secrets,
  };
  const contextOf: ContextOf = (actor, locale) => ({
    db: database.db,
    clock,
    ids,
    log,
    actor,
    locale,
    tenant,
  });
  return { tenant, contextOf };
}
