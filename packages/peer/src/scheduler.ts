import { randomInt } from "node:crypto";
import { dueContacts, noteMissing, spreadContacts } from "./contacts.ts";
import type { PeerContext } from "./context.ts";
import { offerComplete } from "./fetch-blobs.ts";
import { scheduleMaintenance } from "./maintain.ts";
import { ownCheckpoint } from "./own-checkpoint.ts";
import { settleOwn } from "./settle-own.ts";
import type { SyncSummary } from "./standing.ts";
import { syncBlobs, syncMember } from "./sync-member.ts";

const tickMilliseconds = 1_000;
const renewMilliseconds = 20 * 60_000;

/** Pulls from every member, each in a flight of its own: one that is slow or hostile delays nobody. */
export class Scheduler {
  readonly #context: PeerContext;
  readonly #pulling = new Map<string, Promise<SyncSummary>>();
  /** Members whose files are being fetched, and whether a pull ended meanwhile. */
  readonly #fetching = new Map<string, { again: boolean }>();
  readonly #known = new Set<string>();
  /** How often in a row files of a member stayed missing. */
  readonly #misses = new Map<string, number>();
  #timer: NodeJS.Timeout | undefined;
  #renewedAt = 0;
  #settledFor = "";

  constructor(context: PeerContext) {
    this.#context = context;
  }

  async start(): Promise<void> {
    if (this.#timer) return;
    const context = this.#context;
    await this.#admit();
    for (const code of this.#known) await offerComplete(context, code);
    await scheduleMaintenance(context);
    this.#timer = setInterval(() => context.background.run("tick", () => this.#tick()), tickMilliseconds);
    this.wake();
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  /** Looks for due members at once, in a process that pulls. */
  wake(): void {
    if (this.#timer) this.#context.background.run("wake", () => this.#tick());
  }

  /** Waits for the pull and for its blobs. A pull under way is waited for, then another is made. */
  async syncNow(code: string): Promise<SyncSummary> {
    await this.#pulling.get(code)?.catch(() => undefined);
    const summary = await this.#pull(code);
    const { fetched, missing } = await syncBlobs(this.#context, code);
    return { ...summary, blobsFetched: fetched, blobsMissing: missing };
  }

  async #tick(): Promise<void> {
    const context = this.#context;
    await this.#admit();
    for (const code of await dueContacts(context)) {
      if (!this.#known.has(code) || this.#pulling.has(code)) continue;
      context.background.run("pull", async () => {
        await this.#pull(code);
        this.#fetch(code);
      });
    }
    await this.#settle();
    const now = context.clock.now().getTime();
    if (now - this.#renewedAt < renewMilliseconds) return;
    this.#renewedAt = now;
    await ownCheckpoint(context);
  }

  /** A newer registry may have closed an epoch: our own feed obeys it, and every other one is looked at soon. */
  async #settle(): Promise<void> {
    const { registry } = await this.#context.trust.current();
    if (registry.sha256 === this.#settledFor) return;
    await settleOwn(this.#context);
    if (this.#settledFor) await spreadContacts(this.#context, [...this.#known], () => randomInt(2_000));
    this.#settledFor = registry.sha256;
  }

  #pull(code: string): Promise<SyncSummary> {
    const under = this.#pulling.get(code);
    if (under) return under;
    const pulling = syncMember(this.#context, code).finally(() => this.#pulling.delete(code));
    this.#pulling.set(code, pulling);
    return pulling;
  }

  /** What a pull named while a fetch was under way is not on that fetch's list: another follows it. */
  #fetch(code: string): void {
    const under = this.#fetching.get(code);
    if (under) under.again = true;
    else this.#context.background.run("blobs", () => this.#fetchAll(code));
  }

  async #fetchAll(code: string): Promise<void> {
    const fetching = { again: true };
    this.#fetching.set(code, fetching);
    try {
      while (fetching.again) {
        fetching.again = false;
        await this.#fetchMissing(code);
      }
    } finally {
      this.#fetching.delete(code);
    }
  }

  async #fetchMissing(code: string): Promise<void> {
    const { missing } = await syncBlobs(this.#context, code);
    const inARow = missing > 0 ? (this.#misses.get(code) ?? 0) + 1 : 0;
    this.#misses.set(code, inARow);
    if (missing > 0) await noteMissing(this.#context, code, { inARow, random: randomInt(1_000) / 1_000 });
  }

  /** Follows everybody whom the registry names. */
  async #admit(): Promise<void> {
    const { registry } = await this.#context.trust.current();
    const codes = registry.members.map((member) => member.code).filter((code) => code !== this.#context.code);
    const fresh = codes.filter((code) => !this.#known.has(code));
    for (const code of fresh) this.#known.add(code);
    await spreadContacts(this.#context, fresh, () => randomInt(2_000));
  }
}
