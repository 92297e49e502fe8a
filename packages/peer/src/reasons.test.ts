import { randomBytes } from "node:crypto";
import {
  effects,
  generateSigningKey,
  type Reason,
  readSigningKey,
  sha256,
  toSeconds,
} from "@concord/federation";
import { afterEach, beforeEach, expect, test } from "vitest";
import { checkpointOver, heldCheckpoint, pageOf, payloadOf, resign } from "../test/forge.ts";
import { registryOf, reissued, signHint } from "../test/forge-message.ts";
import { at, isBlob, isCheckpoint, isPage, loopbackNetwork } from "../test/loopback-network.ts";
import { closeEpoch, memberOf, minute, training } from "../test/network.ts";
import type { Bootstrap } from "./bootstrap.ts";
import { loopbackFetch } from "./loopback-fetch.ts";

type Place = Awaited<ReturnType<typeof loopbackNetwork>>;
type Page = Awaited<ReturnType<typeof pageOf>>;
/** What is done to Alabama on running peers, and what must come of it. */
type Fault = (place: Place) => Promise<void>;

let place: Place;
beforeEach(async () => {
  place = await loopbackNetwork();
});
afterEach(() => place.close());

const publish = ({ ms }: Place, more: object = {}) =>
  ms.publish({ ...training, op: "publish", body: { words: randomBytes(4).toString("hex") }, ...more });
const pull = async ({ al }: Place) => (await al.peer.syncNow("us-ms"))[0];
const newKey = () => readSigningKey(generateSigningKey());

const serve = (where: (url: URL) => boolean, type: string, text: string) =>
  at(where, (response) => response.writeHead(200, { "content-type": type }).end(text));
const servePage = (page: Page) => serve(isPage, "application/json", JSON.stringify(page));
const serveCheckpoint = (text: string) => serve(isCheckpoint, "application/jose", text);
const serveRegistry = (text: string) =>
  serve((url) => url.pathname.endsWith("/registry"), "application/jose+json", text);

async function expectNobodySetAside({ ms, al, ga }: Place) {
  for (const { peer } of [ms, al, ga]) expect(await peer.quarantines()).toEqual([]);
}

/** Drop this source: what Mississippi's server makes of its page costs nothing, since Georgia is honest. */
const dropped =
  (reason: Reason, spoil: (page: Page, place: Place) => Page): Fault =>
  async (place) => {
    const { item } = await publish(place);
    await publish(place);
    await place.ga.peer.syncNow("us-ms");
    place.evil.be(servePage(spoil(await pageOf(place.ms), place)));
    const summary = await pull(place);
    expect(summary).toMatchObject({ outcome: "synced", published: 2 });
    expect(summary?.refused).toEqual([{ source: "us-ms", reason }]);
    expect(await place.al.peer.item(item)).toMatchObject({ status: "live", complete: true });
    await expectNobodySetAside(place);
  };

const firstEntry = (change: (text: string, place: Place) => string) => (page: Page, place: Place) => ({
  ...page,
  entries: page.entries.map((text, index) => (index === 0 ? change(text, place) : text)),
});

/** Refresh the registry and try once more: refused while nobody has a newer one, taken with it. */
async function expectRefreshed(place: Place, reason: Reason, refresh: () => Promise<unknown>) {
  const refused = await pull(place);
  expect(refused?.refused).toContainEqual({ source: "us-ms", reason });
  expect(refused).toMatchObject({ published: 0 });
  expect(await place.al.peer.items({ feed: "us-ms" })).toEqual([]);
  await refresh();
  expect(await pull(place)).toMatchObject({ outcome: "synced", published: 1, refused: [] });
  await expectNobodySetAside(place);
}

/** Everybody's registry with Mississippi changed. */
function registryWith({ net, members }: Place, change: (ms: Place["members"][number]) => object) {
  return net.issue(members.map((one) => (one.code === "us-ms" ? { ...one, ...change(one) } : one)));
}

const held = async ({ al }: Place) => (await al.peer.trust()).registry.version;

/** A registry that does not verify is not kept, and the sync goes on with ours. */
const registryRefused =
  (
    spoil: (place: Place, newest: Bootstrap) => Promise<string>,
    ...said: readonly { readonly source: string; readonly reason: Reason }[]
  ): Fault =>
  async (place) => {
    await publish(place);
    const before = await held(place);
    const newest = await place.net.issue(place.members);
    await place.restart(place.ms, { bootstrap: newest });
    place.evil.be(serveRegistry(await spoil(place, newest)));
    expect(await pull(place)).toMatchObject({ outcome: "synced", published: 1, refused: said });
    expect(await held(place)).toBe(before);
    place.evil.be(() => false);
    await pull(place);
    expect(await held(place)).toBe(before + 1);
    await expectNobodySetAside(place);
  };

/** Skip this entry: the chain goes on, and the office can read what was refused and why. */
const skipped =
  (reason: Reason, said: (first: string) => Readonly<Record<string, unknown>>): Fault =>
  async (place) => {
    const { ms, al, evil } = place;
    const { item } = await publish(place);
    await pull(place);
    const [first = ""] = (await pageOf(ms)).entries;
    const recall = resign(first, { op: "recall", seq: 2, prev: sha256(first), reason: "wrong" }, ms.key);
    const nonsense = resign(first, { seq: 3, prev: sha256(recall), ...said(first) }, ms.key);
    const next = {
      seq: 4,
      prev: sha256(nonsense),
      item: "us-ms.next",
      iat: toSeconds(place.net.clock.now()),
    };
    const last = resign(first, next, ms.key);
    const entries = [first, recall, nonsense, last];
    const page = servePage({ ...(await pageOf(ms)), entries: entries.slice(1) });
    const point = serveCheckpoint(checkpointOver(await heldCheckpoint(al, "us-ms"), entries, ms.key));
    evil.be((url, response) => page(url, response) || point(url, response));
    place.net.clock.advance(minute);
    expect(await pull(place)).toMatchObject({ outcome: "synced", recalled: 1, ignored: 1, published: 1 });
    expect(await al.peer.refused()).toMatchObject([{ feed: "us-ms", seq: 3, reason, evidence: nonsense }]);
    expect(await al.peer.item(item)).toMatchObject({ status: "recalled" });
    expect(await al.peer.item("us-ms.next")).toMatchObject({ status: "live" });
    await expectNobodySetAside(place);
  };

/** Quarantine: two statements of the feed's own key, kept; what was in effect stays, nothing new takes effect. */
const setAside =
  (reason: Reason, said: object): Fault =>
  async (place) => {
    const { ms, al, evil, net } = place;
    const { item } = await publish(place);
    await pull(place);
    const known = await heldCheckpoint(al, "us-ms");
    net.clock.advance(minute);
    const lie = checkpointOver(known, (await pageOf(ms)).entries, ms.key, { ...said });
    evil.be(serveCheckpoint(lie));
    expect(await pull(place)).toMatchObject({ outcome: "held", published: 0 });
    expect(await al.peer.quarantines()).toMatchObject([{ feed: "us-ms", reason, evidence: [known, lie] }]);
    evil.be(() => false);
    await publish(place);
    expect(await pull(place)).toMatchObject({ outcome: "held" });
    expect((await al.peer.items({ feed: "us-ms" })).map((one) => one.item)).toEqual([item]);
  };

/** Refuse the request: nothing that is held changes, not even that somebody was heard. */
const requestRefused =
  (reason: Reason, claims: (place: Place) => object): Fault =>
  async (place) => {
    const send = await signHint(place, claims(place));
    expect(await send()).toEqual({ status: 401, code: `federation.${reason}` });
    expect((await place.ms.peer.status())[0]?.lastHeardAt).toBeUndefined();
    await expectNobodySetAside(place);
  };

/** Every reason of the closed list: the type holds this table to it. */
const faults: Readonly<Record<Reason, Fault>> = {
  "unknown-member": async (place) => {
    const key = newKey();
    const ky = { ...memberOf("us-ky", key), baseUrl: "http://us-ky.localhost:1" };
    const newest = await place.net.issue([...place.members, ky]);
    const joined = await place.net.join("us-ky", { key, bootstrap: newest, fetch: loopbackFetch() });
    const [refused] = await joined.peer.syncNow("us-ms");
    expect(refused).toMatchObject({ outcome: "failed" });
    await place.restart(place.ms, { bootstrap: newest });
    await publish(place);
    expect((await joined.peer.syncNow("us-ms"))[0]).toMatchObject({ outcome: "synced", published: 1 });
    await pull(place);
    expect((await place.al.peer.status()).map(({ code }) => code)).toContain("us-ky");
  },
  "suspended-member": async (place) => {
    await publish(place);
    await place.restart(place.al, { bootstrap: await registryWith(place, () => ({ status: "suspended" })) });
    await expectRefreshed(place, "suspended-member", async () =>
      place.restart(place.ga, { bootstrap: await registryWith(place, () => ({ status: "active" })) }),
    );
  },
  "unknown-key": async (place) => {
    const key = newKey();
    const both = await registryWith(place, ({ epochs: [epoch] }) => ({
      epochs: [{ ...epoch, keys: [...(epoch?.keys ?? []), { jwk: key.publicJwk, from: 1 }] }],
    }));
    await place.restart(place.ms, { bootstrap: both, key });
    await publish(place);
    place.evil.be(serveRegistry(place.bootstrap.registry));
    await expectRefreshed(place, "unknown-key", async () => place.evil.be(() => false));
  },
  "key-out-of-range": async (place) => {
    await publish(place);
    const other = { jwk: newKey().publicJwk, from: 1 };
    const ranges = (to?: number) =>
      registryWith(place, ({ epochs: [epoch] }) => ({
        epochs: [{ ...epoch, keys: [{ ...epoch?.keys[0], ...(to ? { to } : {}) }, other] }],
      }));
    await place.restart(place.al, { bootstrap: await ranges(1) });
    await expectRefreshed(place, "key-out-of-range", async () =>
      place.restart(place.ms, { bootstrap: await ranges() }),
    );
  },
  "wrong-epoch": async (place) => {
    const key = newKey();
    const close = { seq: 0, head: "0".repeat(64), cause: "restored" } as const;
    const closed = await registryWith(place, (ms) => closeEpoch(ms, close, key));
    await place.ms.peer.ownFeed();
    await place.restart(place.al, { bootstrap: closed });
    await expectRefreshed(place, "wrong-epoch", async () => {
      await place.restart(place.ms, { bootstrap: closed, key });
      await publish(place);
    });
  },
  "registry-expired": async (place) => {
    const { item } = await publish(place);
    await pull(place);
    place.net.clock.advance(400 * 24 * 60 * minute);
    const later = await publish(place);
    await place.ms.publish({ ...training, op: "recall", item });
    expect(await pull(place)).toMatchObject({ outcome: "synced", recalled: 1 });
    expect(await place.al.peer.item(item)).toMatchObject({ status: "recalled" });
    expect(await place.al.peer.item(later.item)).toMatchObject({ complete: false });
    await place.restart(place.ms, { bootstrap: await place.net.issue(place.members) });
    await publish(place);
    await pull(place);
    expect(await place.al.peer.item(later.item)).toMatchObject({ complete: true });
  },
  "bad-signature": dropped(
    "bad-signature",
    firstEntry((text) => {
      const dot = text.lastIndexOf(".") + 1;
      return text.slice(0, dot) + (text[dot] === "A" ? "B" : "A") + text.slice(dot + 1);
    }),
  ),
  "bad-type": dropped(
    "bad-type",
    firstEntry((text, { ms }) => resign(text, {}, ms.key, "concord-receipt+jwt")),
  ),
  "not-canonical": dropped(
    "not-canonical",
    firstEntry((text) => `${text}=`),
  ),
  "wrong-network": dropped(
    "wrong-network",
    firstEntry((text, { ms }) => resign(text, { net: "0".repeat(64) }, ms.key)),
  ),
  "sequence-gap": dropped("sequence-gap", (page) => ({ ...page, entries: page.entries.slice(1) })),
  "chain-broken": dropped(
    "chain-broken",
    firstEntry((text, { ms }) => resign(text, { feed: "us-ga" }, ms.key)),
  ),
  "too-large": dropped(
    "too-large",
    firstEntry((text, { ms }) => resign(text, { more: "x".repeat(16_384) }, ms.key)),
  ),
  "body-mismatch": dropped("body-mismatch", ({ entries, bodies }) => ({
    entries,
    bodies: Object.fromEntries(Object.keys(bodies).map((hash) => [hash, '{"words":"others"}'])),
  })),
  "beyond-close": async (place) => {
    const { ms, al, ga, evil } = place;
    const { seq, entrySha256: head } = await publish(place);
    await pull(place);
    await publish(place);
    const { entries, bodies } = await pageOf(ms);
    const key = newKey();
    const closed = await registryWith(place, (one) => closeEpoch(one, { seq, head, cause: "stolen" }, key));
    await place.restart(ms, { bootstrap: closed, key });
    await ms.peer.start();
    const { item } = await publish(place);
    await ga.peer.syncNow("us-ms");
    evil.be(servePage({ entries: entries.slice(1), bodies }));
    const summary = await pull(place);
    expect(summary?.refused).toContainEqual({ source: "us-ms", reason: "beyond-close" });
    expect(summary).toMatchObject({ outcome: "synced", published: 1 });
    expect(await al.peer.item(item)).toMatchObject({ status: "live" });
    await expectNobodySetAside(place);
  },
  "registry-rollback": registryRefused(async ({ net }) => net.bootstrap.registry),
  "registry-fork": async (place) => {
    await registryRefused(
      (one, { registry }) =>
        reissued(one, { version: registryOf(registry).version - 1, sha256: "0".repeat(64) }),
      { source: "us-ms", reason: "registry-fork" },
    )(place);
    // A checkpoint that names our version with another hash is evidence, and refused until both hold a later one.
    const ours = registryOf((await place.al.peer.trust()).registry.text);
    const known = await heldCheckpoint(place.al, "us-ms");
    const registry = { version: ours.version, sha256: sha256("another") };
    const { iat, exp } = payloadOf(known) as { iat: number; exp: number };
    const fork = resign(
      known,
      { registry, iat: iat + 1, exp: exp + 1 },
      place.ms.key,
      "concord-checkpoint+jwt",
    );
    place.evil.be(serveCheckpoint(fork));
    const summary = await pull(place);
    const refusal = { source: "us-ms", reason: "registry-fork", evidence: fork };
    expect(summary?.refused).toContainEqual(refusal);
    const [status] = (await place.al.peer.status()).filter(({ code }) => code === "us-ms");
    expect(status?.lastSummary?.refused).toContainEqual(refusal);
    place.evil.be(() => false);
    await publish(place);
    expect(await pull(place)).toMatchObject({ outcome: "synced", published: 1, refused: [] });
  },
  "threshold-not-met": registryRefused(
    async (one, { registry }) => {
      const before = registryOf((await one.al.peer.trust()).registry.text);
      expect(registryOf(registry).version).toBe(before.version + 1);
      return await reissued(one, before, 1);
    },
    { source: "us-ms", reason: "threshold-not-met" },
  ),
  "blob-mismatch": async (place) => {
    const { sha256, size } = await place.ms.own.put(randomBytes(100));
    const blobs = [{ sha256, size, type: "image/png", role: "cover" }];
    const { item } = await publish(place, { blobs });
    await place.ga.peer.syncNow("us-ms");
    const other = randomBytes(100).toString("latin1");
    place.evil.be(serve(isBlob, "application/octet-stream", other));
    expect(await pull(place)).toMatchObject({ outcome: "synced", blobsFetched: 1, blobsMissing: 0 });
    expect(await place.al.peer.item(item)).toMatchObject({ complete: true });
    expect(await place.al.blobs.has(sha256)).toBe(true);
  },
  tombstoned: skipped("tombstoned", () => ({ op: "revise", revision: 2 })),
  malformed: skipped("malformed", () => ({ op: "publish", item: "us-ga.theirs" })),
  unsupported: async (place) => {
    const { item } = await publish(place, { schema: "concord.training/9" });
    const supports = (_: string, schema: string) => schema !== "concord.training/9";
    await place.restart(place.al, { supports });
    expect(await pull(place)).toMatchObject({ outcome: "synced", refused: [] });
    expect(await place.al.peer.item(item)).toMatchObject({ supported: false, complete: false });
    expect(place.al.heard).toEqual([]);
    await place.restart(place.al, {});
    await publish(place);
    await pull(place);
    expect(place.al.heard.map((change) => change.item)).toContain(item);
  },
  rollback: setAside("rollback", { size: 0, head: "0".repeat(64) }),
  "split-view": setAside("split-view", { head: sha256("another") }),
  "replayed-request": async (place) => {
    const send = await signHint(place);
    expect(await send()).toEqual({ status: 202, code: undefined });
    expect(await send()).toEqual({ status: 401, code: "federation.replayed-request" });
  },
  "wrong-audience": requestRefused("wrong-audience", () => ({ aud: "us-ga" })),
  "stale-request": requestRefused("stale-request", ({ net }) => ({
    iat: toSeconds(net.clock.now()) - 301,
  })),
  unreachable: async (place) => {
    const { item } = await publish(place);
    await place.ga.peer.syncNow("us-ms");
    await pull(place);
    // The publication's hint would end the back-off that is counted here.
    const { sql } = place.al.database;
    const hinted = async () =>
      (await sql`select hinted_at from peer.contacts where code = 'us-ms'`)[0]?.hinted_at;
    await expect.poll(hinted, { timeout: 20_000 }).toBeTruthy();
    place.evil.be(
      at(
        () => true,
        (response) => void response.socket?.destroy(),
      ),
    );
    const nextIn = async () => {
      const [status] = (await place.al.peer.status()).filter(({ code }) => code === "us-ms");
      return ((status?.nextAttemptAt?.getTime() ?? 0) - place.net.clock.now().getTime()) / 1000;
    };
    const waits: number[] = [];
    for (let failure = 0; failure < 4; failure += 1) {
      const summary = await pull(place);
      expect(summary?.refused).toContainEqual({ source: "us-ms", reason: "unreachable" });
      waits.push(await nextIn());
    }
    expect(waits.toSorted((one, other) => one - other)).toEqual(waits);
    expect(await place.al.peer.item(item)).toMatchObject({ status: "live" });
    place.evil.be(() => false);
    await publish(place);
    expect(await pull(place)).toMatchObject({ outcome: "synced", refused: [] });
  },
};

for (const [reason, fault] of Object.entries(faults)) {
  const { [reason as Reason]: effect } = effects;
  test(`${reason}: ${effect}`, () => fault(place));
}
