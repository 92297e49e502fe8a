import { readFileSync } from "node:fs";
import { join } from "node:path";
import type * as Protocol from "../src/index.ts";

/** One vector, ready to be held against an implementation of the protocol. */
export interface VectorCheck {
  readonly name: string;
  readonly expected: unknown;
  readonly actual: (protocol: typeof Protocol) => unknown;
}

const read = (name: string) =>
  JSON.parse(readFileSync(join(import.meta.dirname, "../vectors", `${name}.json`), "utf8"));
const given = read("trust");
const now = new Date(given.now);
const bytesOf = (text: string) => new TextEncoder().encode(text);

/** Every vector there is. */
export function vectorChecks(): VectorCheck[] {
  return [
    ...jsonChecks(),
    ...entryChecks(),
    ...checkpointChecks(),
    ...registryChecks(),
    ...rootChecks(),
    ...requestChecks(),
    ...receiptChecks(),
    ...joinChecks(),
    ...itemChecks(),
    ...closingChecks(),
  ];
}

const trusts = new WeakMap<typeof Protocol, Promise<Protocol.Trust>>();

/** Root and registry of the vectors' network, as this implementation verifies them. */
function trustFor(protocol: typeof Protocol): Promise<Protocol.Trust> {
  const trust = trusts.get(protocol) ?? readTrust(protocol);
  trusts.set(protocol, trust);
  return trust;
}

async function readTrust({ verifyFirstRoot, verifyRegistry, Trust }: typeof Protocol) {
  const root = await verifyFirstRoot(given.root, given.net);
  if (!root.verified) throw new Error(root.reason);
  const registry = await verifyRegistry(given.registry, root.root);
  if (!registry.verified) throw new Error(registry.reason);
  return new Trust(root.root, registry.registry);
}

/** What the files' vectors hold, each what its kind needs. */
interface Vector {
  readonly name: string;
  readonly text: string;
  readonly base64: string;
  readonly padTo?: number;
  readonly result: object;
  readonly after: Parameters<typeof Protocol.verifyEntry>[2];
  readonly feed: string;
  readonly audience: string;
  readonly net: string;
  readonly seen?: SeenVector;
  readonly known: Protocol.Checkpoint | null;
  readonly order: string;
  readonly steps: readonly { readonly entry: Protocol.Entry; readonly outcome: string }[];
  readonly status: string;
  readonly revision: number;
  readonly erased: readonly number[];
  readonly named: Parameters<typeof Protocol.isBody>[1];
  readonly is: boolean;
}

/** A request as a server sees it, or the other of two checkpoints. */
type SeenVector = Protocol.Checkpoint & {
  readonly audience: string;
  readonly method: string;
  readonly url: string;
  readonly body: string | null;
};

interface Verdict {
  readonly verified: boolean;
  readonly reason?: Protocol.Reason;
  readonly sha256?: string;
  readonly skipped?: object;
}

/** What a vector's `result` says of a verdict. */
function resultOf({ verified, reason }: Verdict) {
  return verified ? { verified } : { verified, reason };
}

function jsonChecks(): VectorCheck[] {
  return read("json").vectors.map((vector: Vector) => ({
    name: `json: ${vector.name}`,
    expected: vector.result,
    actual: ({ parseStrictJson }: typeof Protocol) => {
      const read = parseStrictJson(Buffer.from(vector.base64, "base64"));
      return read.ok ? "ok" : read.reason;
    },
  }));
}

function entryChecks(): VectorCheck[] {
  return read("entry").vectors.map((vector: Vector) => ({
    name: `entry: ${vector.name}`,
    expected: vector.result,
    actual: async (protocol: typeof Protocol) => {
      const verdict = protocol.verifyEntry(vector.text, await trustFor(protocol), vector.after);
      if (verdict.verified) return { verified: true, sha256: verdict.sha256 };
      return { ...resultOf(verdict), chainGoesOn: verdict.skipped !== undefined };
    },
  }));
}

function checkpointChecks(): VectorCheck[] {
  const { vectors, comparisons } = read("checkpoint");
  return [
    ...vectors.map((vector: Vector) => ({
      name: `checkpoint: ${vector.name}`,
      expected: vector.result,
      actual: async (protocol: typeof Protocol) => {
        const trust = await trustFor(protocol);
        const verdict = await protocol.verifyCheckpoint(vector.text, trust, vector.feed, now);
        if (!verdict.verified) return resultOf(verdict);
        return { verified: true, stale: protocol.isStale(verdict.checkpoint, now) };
      },
    })),
    ...comparisons.map((vector: Vector) => ({
      name: `two checkpoints: ${vector.name}`,
      expected: vector.order,
      actual: (protocol: typeof Protocol) =>
        protocol.compareCheckpoints(vector.known ?? undefined, vector.seen as Protocol.Checkpoint),
    })),
  ];
}

function registryChecks(): VectorCheck[] {
  const { vectors, older } = read("registry");
  const checks = vectors.map((vector: Vector) => ({
    name: `registry: ${vector.name}`,
    expected: vector.result,
    actual: async (protocol: typeof Protocol) => {
      const { root, registry } = await trustFor(protocol);
      const text = vector.text.padEnd(vector.padTo ?? 0);
      return resultOf(await protocol.verifyRegistry(text, root, registry));
    },
  }));
  const oldNews = {
    name: `registry: ${older.name}`,
    expected: older.result,
    actual: async (protocol: typeof Protocol) => {
      const { root, registry } = await trustFor(protocol);
      const held = await protocol.verifyRegistry(older.current, root, registry);
      if (!held.verified) throw new Error(held.reason);
      return resultOf(await protocol.verifyRegistry(older.text, root, held.registry));
    },
  };
  return [...checks, oldNews];
}

function rootChecks(): VectorCheck[] {
  const { first, next } = read("root");
  return [
    ...first.map((vector: Vector) => ({
      name: `root: ${vector.name}`,
      expected: vector.result,
      actual: async (protocol: typeof Protocol) =>
        resultOf(await protocol.verifyFirstRoot(vector.text, vector.net)),
    })),
    ...next.map((vector: Vector) => ({
      name: `next root: ${vector.name}`,
      expected: vector.result,
      actual: async (protocol: typeof Protocol) =>
        resultOf(await protocol.verifyNextRoot(vector.text, (await trustFor(protocol)).root)),
    })),
  ];
}

function requestChecks(): VectorCheck[] {
  const { seen, vectors } = read("request");
  return vectors.map((vector: Vector) => ({
    name: `request: ${vector.name}`,
    expected: vector.result,
    actual: async (protocol: typeof Protocol) => {
      const { body, ...target }: SeenVector = vector.seen ?? seen;
      const request = { ...target, ...(body === null ? {} : { body: bytesOf(body) }), now };
      return resultOf(await protocol.verifyRequest(vector.text, await trustFor(protocol), request));
    },
  }));
}

function receiptChecks(): VectorCheck[] {
  return read("receipt").vectors.map((vector: Vector) => ({
    name: `receipt: ${vector.name}`,
    expected: vector.result,
    actual: async (protocol: typeof Protocol) => {
      const trust = await trustFor(protocol);
      return resultOf(await protocol.verifyReceipt(vector.text, trust, vector.audience, now));
    },
  }));
}

function joinChecks(): VectorCheck[] {
  return read("join").vectors.map((vector: Vector) => ({
    name: `join: ${vector.name}`,
    expected: vector.result,
    actual: async (protocol: typeof Protocol) => {
      const verdict = await protocol.verifyJoinRequest(vector.text, await trustFor(protocol), now);
      return verdict.verified ? { verified: true, endorsed: verdict.request.endorsed } : resultOf(verdict);
    },
  }));
}

function itemChecks(): VectorCheck[] {
  const { vectors, bodies } = read("items");
  return [
    ...vectors.map((vector: Vector) => ({
      name: `item: ${vector.name}`,
      expected: {
        ...{ outcomes: vector.steps.map(({ outcome }) => outcome), status: vector.status },
        ...{ revision: vector.revision, erased: vector.erased },
      },
      actual: ({ applyEntry }: typeof Protocol) => {
        let state: Protocol.ItemState | undefined;
        const outcomes = vector.steps.map(({ entry }) => {
          const result = applyEntry(state, entry);
          if (result.effect) state = result.state;
          return result.effect ? "applied" : result.reason;
        });
        const { status, revision, erased } = state ?? { status: "none", revision: 0, erased: [] };
        return { outcomes, status, revision, erased };
      },
    })),
    ...bodies.map((vector: Vector) => ({
      name: `body: ${vector.name}`,
      expected: vector.is,
      actual: ({ isBody }: typeof Protocol) => isBody(vector.text, vector.named),
    })),
  ];
}

interface ClosingVector {
  readonly name: string;
  readonly epochs: Protocol.RegistryMember["epochs"];
  readonly chain: readonly Protocol.StoredEntry[];
  readonly setAside: readonly Protocol.StoredEntry[];
  readonly cut: Protocol.Cut | null;
  readonly items: Readonly<Record<string, string>>;
}

function closingChecks(): VectorCheck[] {
  return read("closing").vectors.map(({ name, epochs, chain, setAside, cut, items }: ClosingVector) => ({
    name: `closing: ${name}`,
    expected: { cut, items },
    actual: ({ cutOf, entriesInEffect, applyEntry }: typeof Protocol) => {
      const member = { epochs } as Protocol.RegistryMember;
      const found = cutOf(member, (seq) => chain.find((one) => one.seq === seq));
      const stands = (one: Protocol.StoredEntry) => !found || one.seq <= found.through;
      const voided = [...setAside, ...chain.filter((one) => !stands(one))];
      const states = new Map<string, Protocol.ItemState>();
      for (const { entry } of entriesInEffect(member, chain.filter(stands), voided)) {
        const result = entry && applyEntry(states.get(entry.item), entry);
        if (entry && result?.effect) states.set(entry.item, result.state);
      }
      const statuses = [...states].map(([item, { status, revision }]) => [
        item.replace("us-aa.", ""),
        `${status} ${revision}`,
      ]);
      return { cut: found ?? null, items: Object.fromEntries(statuses) };
    },
  }));
}
