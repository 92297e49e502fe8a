import { type SigningKey, signJoinRequest } from "@concord/federation";
import { Background } from "./background.ts";
import type { PeerContext } from "./context.ts";
import type { Peer, PeerDeps } from "./contract.ts";
import { crossCheck } from "./cross-check.ts";
import { enterNetwork } from "./enter-network.ts";
import { guardedFetch } from "./guarded-fetch.ts";
import { haltFeed, resumeFeed } from "./halt-feed.ts";
import { highWaterOf } from "./high-water.ts";
import { MemberClient } from "./member-client.ts";
import { createNewcomer } from "./newcomer.ts";
import { publish } from "./publish.ts";
import { readQuarantines, releaseFeed } from "./quarantine.ts";
import { readDelayed } from "./read-delayed.ts";
import { readHolders, readUnapplied } from "./read-holders.ts";
import { readEvents, readItem, readItems, readRevisionBody } from "./read-items.ts";
import { readOwnFeed } from "./read-own-feed.ts";
import { readOwnKeys } from "./read-own-keys.ts";
import { readRefused } from "./read-refused.ts";
import { readStatus } from "./read-status.ts";
import { restoreFeed } from "./restore-feed.ts";
import { federationRoutes } from "./routes/federation-routes.ts";
import { Scheduler } from "./scheduler.ts";
import { HintSender } from "./send-hints.ts";
import { settleOwn } from "./settle-own.ts";
import { SigningGuard } from "./signing-guard.ts";
import type { SyncSummary } from "./standing.ts";
import { takeTrust } from "./take-trust.ts";
import { TrustStore } from "./trust-store.ts";

/**
 * A member of the network: its own feed, a mirror of every other feed, and the calls between them.
 * It pulls by itself only after `start`; it serves and publishes at once.
 */
export function createPeer(deps: PeerDeps): Peer {
  const context = createContext(deps);
  const scheduler = new Scheduler(context);
  const hints = new HintSender(context);
  return {
    code: deps.code,
    name: deps.name,
    kid: deps.keys.feed.kid,
    files: deps.blobs,
    publish: (tx, publication) => publish(context, tx, publication, () => hints.tell()),
    routes: federationRoutes(context, () => scheduler.wake()),
    items: (query) => readItems(context, query),
    item: (id, db) => readItem(context, id, db),
    async member(db, code) {
      const found = (await context.trust.within(db)).member(code);
      return found && code !== deps.code ? { code, name: found.name } : undefined;
    },
    revisionBody: (item, revision, db) => readRevisionBody(context, { item, revision }, db),
    events: (limit) => readEvents(context, limit),
    status: () => readStatus(context),
    ownFeed: () => readOwnFeed(context),
    ...ceremonies(context, deps),
    quarantines: () => readQuarantines(context),
    release: (tx, feed) => releaseFeed(context, tx, feed),
    crossCheck: () => crossCheck(context),
    holders: (item) => readHolders(context, item),
    unapplied: () => readUnapplied(context),
    delayed: () => readDelayed(context),
    refused: () => readRefused(context),
    trust: () => context.trust.current(),
    trustWithin: (db) => context.trust.within(db),
    async takeTrust(brought) {
      const reason = await takeTrust(context, brought);
      if (reason === undefined) hints.tellNews();
      return reason;
    },
    syncNow: (code) => syncNow(context, scheduler, code),
    async start() {
      await settleOwn(context);
      await scheduler.start();
      // A database that was restored is noticed now, and not when somebody wants to publish.
      context.background.run("head", async () => context.guard.look(await context.trust.current()));
      // Whoever died between a publication and its hint makes up for it here.
      hints.tell();
    },
    async stop() {
      scheduler.stop();
      hints.stop();
      await context.background.stop();
    },
  };
}

type Ceremonies =
  | ("enterNetwork" | "newcomer" | "joinRequest" | "keyRequest" | "ownKeys")
  | ("halt" | "resume" | "restoreFeed");

/** What a member does a few times in its life. */
function ceremonies(context: PeerContext, deps: PeerDeps): Pick<Peer, Ceremonies> {
  return {
    enterNetwork: (move) => enterNetwork(context, move),
    joinRequest: (net) => requestOf(deps, net, { key: deps.keys.feed }),
    keyRequest: (key, vouch) =>
      requestOf(deps, deps.bootstrap.rootSha256, { key, ...(vouch ? { present: deps.keys.feed } : {}) }),
    ownKeys: () => readOwnKeys(context),
    halt: (tx) => haltFeed(context, tx),
    resume: (tx) => resumeFeed(context, tx),
    newcomer: createNewcomer({
      fetch: deps.fetch ?? guardedFetch(),
      development: deps.development,
      stopping: context.background.signal,
    }),
    restoreFeed: (told, given) => restoreFeed(context, told, given),
  };
}

function createContext(deps: PeerDeps): PeerContext {
  const { code, clock, ids, development } = deps;
  const background = new Background(deps.log);
  const trust = new TrustStore(deps);
  const client = new MemberClient({
    ...{ code, clock, ids, development, key: deps.keys.feed, stopping: background.signal },
    fetch: deps.fetch ?? guardedFetch(),
    net: deps.bootstrap.rootSha256,
    patience: (deps.patienceSeconds ?? 30) * 1000,
  });
  const kept = deps.highWater && highWaterOf(deps.bootstrap.rootSha256, deps.highWater);
  const marked = { ...deps, ...(kept ? { highWater: kept } : {}) };
  const guard = new SigningGuard({ ...marked, client });
  return { ...marked, trust, client, background, guard };
}

/** What we say of ourselves, signed by the key that is asked for, and by the present one where that vouches. */
async function requestOf(
  { clock, code, name, baseUrl }: PeerDeps,
  net: string,
  keys: { readonly key: SigningKey; readonly present?: SigningKey },
) {
  const said = { net, code, name, baseUrl, roles: ["tenant" as const] };
  return { request: await signJoinRequest(said, keys, clock.now()), kid: keys.key.kid };
}

async function syncNow(context: PeerContext, scheduler: Scheduler, code?: string): Promise<SyncSummary[]> {
  const { registry } = await context.trust.current();
  const others = registry.members.map((member) => member.code).filter((one) => one !== context.code);
  const asked = code === undefined ? others : others.filter((one) => one === code);
  return await Promise.all(asked.map((one) => scheduler.syncNow(one)));
}
