import type { Database, Executor, Tx } from "@concord/database";
import {
  type Reason,
  type Registry,
  type Root,
  Trust,
  verifyFirstRoot,
  verifyNextRoot,
  verifyRegistry,
} from "@concord/federation";
import { type Clock, DomainError, type Logger } from "@concord/runtime";
import { and, asc, desc, eq } from "drizzle-orm";
import type { Bootstrap } from "./bootstrap.ts";
import { trustDocuments } from "./tables.ts";

interface TrustStoreDeps {
  readonly database: Database;
  readonly bootstrap: Bootstrap;
  readonly clock: Clock;
  readonly log: Logger;
}

/** How long another process may already know a newer registry before this one looks. */
const freshMilliseconds = 30_000;

/** The newest root and registry that were verified; verified again whenever they are read from the database. */
export class TrustStore {
  readonly #deps: TrustStoreDeps;
  #trust: Trust | undefined;
  #loadedAt = 0;
  #loading: Promise<Trust> | undefined;

  constructor(deps: TrustStoreDeps) {
    this.#deps = deps;
  }

  /** Throws `federation.untrusted` when the pinned network id and the documents do not agree. */
  async current(): Promise<Trust> {
    const age = this.#deps.clock.now().getTime() - this.#loadedAt;
    if (this.#trust && age < freshMilliseconds) return this.#trust;
    return await this.reload();
  }

  /**
   * For a caller that holds a connection already: asks for no second one, since a pool whose connections all
   * wait for another stands still.
   */
  async within(db: Executor): Promise<Trust> {
    return this.#trust ?? (await this.#read(db)).trust;
  }

  async reload(): Promise<Trust> {
    this.#loading ??= this.#load().finally(() => {
      this.#loading = undefined;
    });
    return await this.#loading;
  }

  /** Keeps a verified newer root or registry; an older one is let go. */
  async keep(trust: Trust): Promise<void> {
    if (this.#trust && isOlder(trust, this.#trust)) return;
    await this.#save(trust.root, trust.registry);
    if (this.#trust && isOlder(trust, this.#trust)) return;
    this.#trust = trust;
  }

  async #load(): Promise<Trust> {
    const { database, clock } = this.#deps;
    const { trust, stored } = await this.#read(database.db);
    if (!stored) await this.#save(trust.root, trust.registry);
    this.#loadedAt = clock.now().getTime();
    const held = this.#trust;
    // Another sync may have kept a newer one while this was read.
    if (held && isOlder(trust, held)) return held;
    const same = held?.registry.sha256 === trust.registry.sha256 && held.root.sha256 === trust.root.sha256;
    // The one held has its keys imported already.
    this.#trust = same ? held : trust;
    return this.#trust;
  }

  /** The newer of what is stored and what the instance was given; `stored` says whether the first was the newer. */
  async #read(from: Executor): Promise<Found> {
    const { bootstrap } = this.#deps;
    const first = await verifyFirstRoot(bootstrap.root, bootstrap.rootSha256);
    if (!first.verified) throw untrusted(first.reason);
    const known = await this.#newestStoredRoot(from, first.root);
    const given = await this.#newestGivenRoot(known);
    const stored = await this.#storedRegistry(from);
    const found = await this.#under(given, stored);
    if (found.ok) return { trust: found.trust, stored: found.stored && given === known };
    // A new root whose registry is not here yet counts when that comes.
    const before = given === known ? found : await this.#under(known, stored);
    if (!before.ok) throw untrusted(before.reason);
    return before;
  }

  async #under(root: Root, storedText: string | undefined): Promise<UnderRoot> {
    const { bootstrap, log } = this.#deps;
    const held = storedText === undefined ? undefined : await verifyRegistry(storedText, root);
    const stored = held?.verified ? held.registry : undefined;
    const given = await verifyRegistry(bootstrap.registry, root, stored);
    const newer = given.verified && given.registry.version > (stored?.version ?? 0);
    if (newer) return { ok: true, trust: new Trust(root, given.registry), stored: false };
    if (!given.verified && given.reason !== "registry-rollback") {
      log.error({ reason: given.reason }, "the configured registry is refused");
    }
    if (stored) return { ok: true, trust: new Trust(root, stored), stored: true };
    return { ok: false, reason: given.verified ? "malformed" : given.reason };
  }

  async #newestStoredRoot(from: Executor, first: Root): Promise<Root> {
    const roots = await from
      .select({ document: trustDocuments.document, version: trustDocuments.version })
      .from(trustDocuments)
      .where(eq(trustDocuments.kind, "root"))
      .orderBy(asc(trustDocuments.version));
    let root = first;
    for (const next of roots.filter((one) => one.version > 1)) {
      const verdict = await verifyNextRoot(next.document, root);
      if (!verdict.verified) break;
      root = verdict.root;
    }
    return root;
  }

  async #newestGivenRoot(known: Root): Promise<Root> {
    let root = known;
    for (const text of this.#deps.bootstrap.laterRoots ?? []) {
      const verdict = await verifyNextRoot(text, root);
      if (verdict.verified) root = verdict.root;
      else if (verdict.reason !== "registry-rollback") {
        this.#deps.log.error({ reason: verdict.reason }, "a configured root is refused");
        break;
      }
    }
    return root;
  }

  async #storedRegistry(from: Executor): Promise<string | undefined> {
    const [row] = await from
      .select({ document: trustDocuments.document })
      .from(trustDocuments)
      .where(eq(trustDocuments.kind, "registry"))
      .orderBy(desc(trustDocuments.version))
      .limit(1);
    return row?.document;
  }

  async #save(root: Root, registry: Registry): Promise<void> {
    const rows = trustRows({ root, registry }, this.#deps.clock.now());
    await this.#deps.database.transaction(async (tx) => {
      const held = await storedNetwork(tx);
      // Another process has entered another network meanwhile; this one is about to follow.
      if (held !== undefined && held !== root.net) return;
      await tx.insert(trustDocuments).values(rows).onConflictDoNothing();
    });
  }
}

interface Found {
  readonly trust: Trust;
  readonly stored: boolean;
}

type UnderRoot = ({ readonly ok: true } & Found) | { readonly ok: false; readonly reason: Reason };

const untrusted = (reason: Reason) => new DomainError("federation.untrusted", "invalid", { reason });

/** A root and all before it: one that was left out would break the chain for us and for whoever asks us. */
function chainOf(root: Root): Root[] {
  return root.before ? [root, ...chainOf(root.before)] : [root];
}

/** Neither document is newer than the one held, and one of them is older. */
function isOlder({ root, registry }: Trust, held: Trust): boolean {
  const [roots, registries] = [held.root.version - root.version, held.registry.version - registry.version];
  return roots >= 0 && registries >= 0 && roots + registries > 0;
}

/** What is kept of a root, of all before it, and of a registry; the first root comes first. */
export function trustRows({ root, registry }: Pick<Trust, "root" | "registry">, receivedAt: Date) {
  const row = (kind: "root" | "registry", { version, sha256, text }: Root | Registry) => ({
    ...{ kind, version, sha256, receivedAt },
    document: text,
  });
  return [
    ...chainOf(root)
      .reverse()
      .map((one) => row("root", one)),
    row("registry", registry),
  ];
}

/**
 * The network that the database is of: the hash of the first root that it holds; undefined where it holds none.
 * Nobody replaces it before the caller's transaction has ended.
 */
export async function storedNetwork(tx: Tx): Promise<string | undefined> {
  const [row] = await tx
    .select({ sha256: trustDocuments.sha256 })
    .from(trustDocuments)
    .where(and(eq(trustDocuments.kind, "root"), eq(trustDocuments.version, 1)))
    .for("share");
  return row?.sha256;
}

/** A root version as it was signed, for those who follow the chain of roots. */
export async function storedRoot(database: Database, version: number): Promise<string | undefined> {
  const rows = await database.db
    .select({ document: trustDocuments.document, version: trustDocuments.version })
    .from(trustDocuments)
    .where(eq(trustDocuments.kind, "root"));
  return rows.find((row) => row.version === version)?.document;
}
