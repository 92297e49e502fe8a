import fc from "fast-check";
import { expect, test } from "vitest";
import { sourceOf as memberSource, portsOf as memoryPorts } from "../../test/memory-peer.ts";
import { decodeCheckpoint, genesis, sha256, signCheckpoint, signEntry, syncPeer } from "../index.ts";
import { draftOf, trialNetwork } from "../trial-network.fixture.ts";
import type { ChainRow, FeedPosition, FeedStore, Source } from "./ports.ts";

const net = await trialNetwork(["us-aa", "us-bb", "us-cc"]);
const key = net.keyOf("us-aa");

/** A feed of `count` publications and its checkpoint. */
async function feedOf(count: number, title = "") {
  const entries: string[] = [];
  let prev = genesis;
  for (let seq = 1; seq <= count; seq += 1) {
    const draft = { ...draftOf(net.rootSha256, "us-aa"), seq, prev, item: `us-aa.${title}${seq}` };
    const { text } = await signEntry(draft, key);
    entries.push(text);
    prev = sha256(text);
  }
  return entries;
}

async function checkpointOf(entries: readonly string[], at = net.now): Promise<string> {
  const last = entries.at(-1);
  const registry = { version: net.trust.registry.version, sha256: net.trust.registry.sha256 };
  const head = last === undefined ? genesis : sha256(last);
  const statement = { net: net.rootSha256, feed: "us-aa", epoch: 1, size: entries.length, head, registry };
  return (await signCheckpoint(statement, key, at)).text;
}

const gone = { ok: false, reason: "unreachable" } as const;

const sourceOf = (code: string, entries: readonly string[], checkpoint: string, pageSize?: number) =>
  memberSource(code, { entries, checkpoint, registry: net.registry }, pageSize);

/** A store in memory that may be made to crash before any of its writes. */
function storeOf(crash: () => boolean) {
  const rows: ChainRow[] = [];
  const state = { verifiedThrough: 0, checkpoint: "", evidence: [] as readonly string[] };
  const fail = () => {
    if (crash()) throw new Error("crash");
  };
  const store: FeedStore = {
    position: async (): Promise<FeedPosition> => ({
      ...{ verifiedThrough: state.verifiedThrough, appendedThrough: rows.length },
      ...{ head: rows.at(-1)?.sha256 ?? genesis, quarantined: state.evidence.length > 0 },
      ...(state.checkpoint ? { checkpoint: decodeCheckpoint(state.checkpoint) } : {}),
    }),
    entryAt: async (seq) => rows[seq - 1],
    append: async (fresh) => {
      fail();
      rows.push(...fresh);
    },
    commit: async (checkpoint) => {
      fail();
      const published = checkpoint.size - state.verifiedThrough;
      state.verifiedThrough = checkpoint.size;
      state.checkpoint = checkpoint.text ?? "";
      return { published, revised: 0, withdrawn: 0, recalled: 0, erased: 0, ignored: 0 };
    },
    quarantine: async (_, evidence) => {
      state.evidence = evidence;
    },
    cutBack: async () => {
      throw new Error("no epoch is closed here");
    },
  };
  return { store, rows, state };
}

const portsOf = (store: FeedStore, sources: readonly Source[], receipts?: number[]) =>
  memoryPorts(store, sources, net, receipts);

test("whatever breaks and wherever, the end is the whole chain, each entry once", async () => {
  const entries = await feedOf(23);
  const checkpoint = await checkpointOf(entries);
  const faults = fc.array(fc.boolean(), { maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(faults, faults, fc.integer({ min: 1, max: 9 }), async (crashes, losses, pageSize) => {
      const { store, rows, state } = storeOf(() => crashes.shift() ?? false);
      const honest = sourceOf("us-bb", entries, checkpoint, pageSize);
      const shaky: Source = {
        ...honest,
        code: "us-aa",
        checkpoint: async (feed) => (losses.shift() ? gone : await honest.checkpoint(feed)),
        entries: async (feed, page) => (losses.shift() ? gone : await honest.entries(feed, page)),
      };
      const receipts: number[] = [];
      for (let attempt = 0; attempt < 80 && state.verifiedThrough < 23; attempt += 1) {
        await syncPeer("us-aa", portsOf(store, [shaky], receipts)).catch(() => undefined);
        expect(state.verifiedThrough === 0 || state.verifiedThrough === 23).toBe(true);
      }
      expect(rows.map((row) => row.text)).toEqual(entries);
      expect(receipts).toEqual([23]);
    }),
    { numRuns: 60 },
  );
});

test("a mirror that is behind is old news, and the largest of the mirrors is taken", async () => {
  const entries = await feedOf(6);
  const early = new Date(net.now.getTime() - 60_000);
  const { store, state } = storeOf(() => false);
  const origin: Source = {
    ...sourceOf("us-aa", [], ""),
    checkpoint: async () => gone,
    entries: async () => gone,
  };
  const old = sourceOf("us-bb", entries.slice(0, 3), await checkpointOf(entries.slice(0, 3), early));
  const large = sourceOf("us-cc", entries, await checkpointOf(entries));
  const result = await syncPeer("us-aa", portsOf(store, [origin, old, large]));
  expect(result).toMatchObject({ outcome: "synced", source: "us-cc", originHeard: false });
  expect(await syncPeer("us-aa", portsOf(store, [old]))).toMatchObject({ outcome: "current" });
  expect(state.verifiedThrough).toBe(6);
});

test("a fork is proved by two entries that the feed signed for one place", async () => {
  const [one, other] = [await feedOf(3), await feedOf(5, "x")];
  const { store, state } = storeOf(() => false);
  await syncPeer("us-aa", portsOf(store, [sourceOf("us-aa", one, await checkpointOf(one))]));
  const later = await checkpointOf(other, new Date(net.now.getTime() + 60_000));
  const result = await syncPeer("us-aa", portsOf(store, [sourceOf("us-aa", other, later)]));
  expect(result).toMatchObject({ outcome: "held", refused: [{ reason: "split-view" }] });
  expect(state.evidence).toEqual([one[2], other[3]]);
  expect(state.verifiedThrough).toBe(3);
  expect(await syncPeer("us-aa", portsOf(store, [sourceOf("us-aa", one, later)]))).toMatchObject({
    outcome: "held",
  });
});

test("a feed that shrank is a rollback", async () => {
  const entries = await feedOf(3);
  const { store, state } = storeOf(() => false);
  await syncPeer("us-aa", portsOf(store, [sourceOf("us-aa", entries, await checkpointOf(entries))]));
  const shrunk = await checkpointOf(entries.slice(0, 2), new Date(net.now.getTime() + 1000));
  const result = await syncPeer("us-aa", portsOf(store, [sourceOf("us-aa", entries, shrunk)]));
  expect(result.refused).toEqual([{ source: "us-aa", reason: "rollback" }]);
  expect(state.evidence).toHaveLength(2);
});

test("a server that gives endless empty pages is left, and quarantines nobody", async () => {
  const entries = await feedOf(3);
  const { store, state } = storeOf(() => false);
  const checkpoint = await checkpointOf(entries);
  const result = await syncPeer("us-aa", portsOf(store, [sourceOf("us-aa", [], checkpoint)]));
  expect(result).toMatchObject({ outcome: "failed", refused: [{ source: "us-aa", reason: "sequence-gap" }] });
  expect(state.evidence).toEqual([]);
});
