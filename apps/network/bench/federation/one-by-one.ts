import {
  type ChainRow,
  type Checkpoint,
  type FeedStore,
  foundNetwork,
  generateSigningKey,
  genesis,
  issueRegistry,
  newMember,
  readSigningKey,
  type SigningKey,
  sha256,
  signCheckpoint,
  signEntry,
  syncPeer,
  Trust,
  toSeconds,
  verifyFirstRoot,
  verifyRegistry,
} from "@concord/federation";
import { httpSource, MemberClient } from "@concord/peer";
import { createIds, systemClock } from "@concord/runtime";

const origin = { code: "origin", key: readSigningKey(generateSigningKey()) };
const reader = { code: "reader", key: readSigningKey(generateSigningKey()) };

/**
 * Prepares a feed with these bodies. What comes back pulls all of it with the product's client and steps, one entry
 * a request, and can be done again. It is what the receiver does: it signs each request, reads the answer, verifies
 * entry and body. Neither sockets nor disks are in it.
 */
export async function preparePull(bodies: readonly string[]): Promise<() => Promise<void>> {
  const trust = await found();
  const pages = await makePages(trust, bodies);
  const last = pages.at(-1)?.sha256 ?? genesis;
  const { version, sha256: hash } = trust.registry;
  const feed = { net: trust.net, feed: origin.code, epoch: 1, size: pages.length, head: last };
  const statement = { ...feed, registry: { version, sha256: hash } };
  const checkpoint = await signCheckpoint(statement, origin.key, systemClock.now());
  const client = new MemberClient({
    ...{ code: reader.code, key: reader.key, clock: systemClock, ids: createIds(systemClock) },
    ...{ development: true, net: trust.net, patience: 30_000, stopping: new AbortController().signal },
    fetch: async (url) => answer(new URL(String(url)), pages, checkpoint),
  });
  const member = trust.member(origin.code);
  if (!member) throw new Error("no origin");
  return async () => {
    const result = await syncPeer(origin.code, {
      ...{ sources: [httpSource(client, member)], store: memoryStore(), trust: () => trust },
      ...{ now: () => systemClock.now(), keepTrust: async () => {}, sendReceipt: async () => {} },
    });
    if (result.published !== pages.length) throw new Error(`not all was pulled: ${JSON.stringify(result)}`);
  };
}

async function found(): Promise<Trust> {
  const keys = (): SigningKey[] => Array.from({ length: 3 }, () => readSigningKey(generateSigningKey()));
  const [offlineKeys, registryKeys] = [keys(), keys()];
  const now = systemClock.now();
  const founding = { offlineKeys, threshold: 2, registryKeys, registryThreshold: 2, now, validDays: 1 };
  const { root, rootSha256: net } = await foundNetwork(founding);
  const members = [origin, reader].map(({ code, key }) =>
    newMember({
      code,
      name: code,
      baseUrl: `http://${code}.localhost`,
      roles: ["tenant"],
      key: key.publicJwk,
    }),
  );
  const registry = await issueRegistry({ net, groups: [], members, now, validDays: 1 }, registryKeys);
  const first = await verifyFirstRoot(root, net);
  const second = first.verified ? await verifyRegistry(registry, first.root) : first;
  if (!first.verified || !second.verified) throw new Error("the network is refused");
  return new Trust(first.root, second.registry);
}

interface Page {
  readonly sha256: string;
  /** The answer's body. */
  readonly text: string;
}

async function makePages({ net }: Trust, bodies: readonly string[]): Promise<Page[]> {
  const pages: Page[] = [];
  for (const [at, json] of bodies.entries()) {
    const prev = pages.at(-1)?.sha256 ?? genesis;
    const hash = sha256(json);
    const { text } = await signEntry(
      {
        ...{ net, feed: origin.code, epoch: 1, seq: at + 1, prev, iat: toSeconds(systemClock.now()) },
        ...{ op: "publish", revision: 1, significance: "minor", kind: "training", schema: "bench/1" },
        ...{ item: `${origin.code}.bench-${at + 1}`, body: { sha256: hash, size: Buffer.byteLength(json) } },
      },
      origin.key,
    );
    pages.push({ sha256: sha256(text), text: JSON.stringify({ entries: [text], bodies: { [hash]: json } }) });
  }
  return pages;
}

/** What the origin has ready for a request. */
function answer({ pathname, searchParams }: URL, pages: readonly Page[], checkpoint: Checkpoint): Response {
  if (pathname.endsWith("/checkpoint"))
    return new Response(checkpoint.text, { headers: { "content-type": "application/jose" } });
  const page = pages[Number(searchParams.get("after"))];
  return new Response(page?.text ?? "", { headers: { "content-type": "application/json" } });
}

function memoryStore(): FeedStore {
  const rows: ChainRow[] = [];
  let [verifiedThrough, quarantined] = [0, false];
  return {
    position: async () => ({
      ...{ verifiedThrough, quarantined, appendedThrough: rows.length },
      head: rows.at(-1)?.sha256 ?? genesis,
    }),
    entryAt: async (seq) => rows[seq - 1],
    append: async (fresh) => void rows.push(...fresh),
    commit: async ({ size }) => {
      const counts = { published: size - verifiedThrough, revised: 0, withdrawn: 0, recalled: 0, erased: 0 };
      verifiedThrough = size;
      return { ...counts, ignored: 0 };
    },
    quarantine: async () => {
      quarantined = true;
    },
    cutBack: async ({ through }) => void rows.splice(through),
  };
}
