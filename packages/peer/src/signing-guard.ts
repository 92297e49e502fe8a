import type { Executor, Tx } from "@concord/database";
import { genesis, limits, type RegistryMember, type Trust, verifyCheckpoint } from "@concord/federation";
import { DomainError } from "@concord/runtime";
import { and, eq } from "drizzle-orm";
import type { PeerDeps } from "./contract.ts";
import { drawMirrors } from "./draw-mirrors.ts";
import type { HighWaterMark } from "./high-water.ts";
import type { MemberClient } from "./member-client.ts";
import { entries, feeds } from "./tables.ts";
import { storedNetwork } from "./trust-store.ts";

type GuardDeps = Pick<PeerDeps, "code" | "keys" | "highWater" | "clock" | "log" | "database"> & {
  readonly client: MemberClient;
};

/** Something that our feed's own key signed and that our database does not hold. */
export interface Unknown extends Omit<HighWaterMark, "checkpoint"> {
  /** `file`, `registry`, the member whose mirror has it, or `office`: people stopped it. */
  readonly source: string;
}

type Head = Pick<typeof feeds.$inferSelect, "appendedThrough" | "head">;

export const byOffice = "office";
const mirrorsAsked = 3;
const patienceMilliseconds = 5_000;
/** Our own statements count whenever they were signed: the clock may have been wrong. */
export const anyTime = new Date("9999-12-31T23:59:59Z");

/**
 * Lets nothing be signed on our feed by a database that was restored. Before the first signature after a start its
 * head is held against the high-water file and against mirrors; where one of them knows more, or other, nothing is
 * signed until the feed is restored.
 */
export class SigningGuard {
  readonly #deps: GuardDeps;
  #sure = false;
  #checking: Promise<Unknown | undefined> | undefined;

  constructor(deps: GuardDeps) {
    this.#deps = deps;
  }

  /** Throws `federation.feed-behind`, `federation.feed-halted` or `federation.feed-unchecked`. Asks for no connection besides `db`. */
  async demand(db: Executor, trust: Trust): Promise<void> {
    const { code } = this.#deps;
    const [feed] = await db.select().from(feeds).where(eq(feeds.code, code));
    const epoch = currentEpoch(trust, this.#deps);
    const halted = feed?.haltFound;
    if (halted && halted.epoch >= (epoch?.epoch ?? 0)) throw behind(halted);
    if (this.#sure) return;
    this.#checking ??= this.#check(db, trust).finally(() => {
      this.#checking = undefined;
    });
    const found = await this.#checking;
    if (found) throw behind(found);
  }

  /** Looks before there is anything to sign: what is wrong is written down, for the office to see. */
  async look(trust: Trust): Promise<void> {
    await this.demand(this.#deps.database.db, trust).catch((error: unknown) => {
      if (!isHalt(error)) throw error;
    });
  }

  /**
   * Throws where our head is not one that the current epoch can go on from: a close that is not obeyed yet, or a
   * database that is of another network by now.
   */
  async demandSettled(tx: Tx, trust: Trust, { appendedThrough, head }: Head): Promise<void> {
    const { code } = this.#deps;
    // Another process of this instance has entered another network; this one is about to follow.
    const net = await storedNetwork(tx);
    if (net !== undefined && net !== trust.net)
      throw new DomainError("federation.feed-of-another-network", "unavailable", { code });
    const epoch = currentEpoch(trust, this.#deps);
    const [before] = closedHead(trust, this.#deps);
    if (!epoch || !before || (appendedThrough === before.seq && head === before.head)) return;
    const [last] = await tx
      .select({ epoch: entries.epoch })
      .from(entries)
      .where(and(eq(entries.feed, code), eq(entries.seq, appendedThrough)));
    if (last?.epoch !== epoch.epoch)
      throw new DomainError("federation.feed-unsettled", "unavailable", { code });
  }

  /** Ends a halt once the registry has closed its epoch, our key is of the next one, and the closed head is here. */
  async resume(trust: Trust): Promise<boolean> {
    const { code, database } = this.#deps;
    const [feed] = await database.db.select().from(feeds).where(eq(feeds.code, code));
    const halted = feed?.haltFound;
    if (!halted) return true;
    const [before] = closedHead(trust, this.#deps);
    const next = (currentEpoch(trust, this.#deps)?.epoch ?? 0) > halted.epoch;
    if (!next || !before || !(await holds(database.db, code, before))) return false;
    await database.db.update(feeds).set({ haltedAt: null, haltFound: null }).where(eq(feeds.code, code));
    this.doubt();
    return true;
  }

  /** What the feed's own key signed and the database does not hold, as the file and these mirrors know it. */
  async inspect(trust: Trust, mirrors: readonly RegistryMember[]): Promise<Unknown | undefined> {
    const { code, database } = this.#deps;
    const [feed] = await database.db.select().from(feeds).where(eq(feeds.code, code));
    return feed?.haltFound ?? (await this.#check(database.db, trust, mirrors));
  }

  /** The next signature is preceded by a check again. */
  doubt(): void {
    this.#sure = false;
  }

  /** Remembers for every process that nothing may be signed. */
  async halt(found: Unknown): Promise<void> {
    const { code, clock, database, log } = this.#deps;
    this.doubt();
    log.error(
      { ...found },
      "our feed is behind what it has signed: nothing more is signed until it is restored",
    );
    await database.db
      .update(feeds)
      .set({ haltedAt: clock.now(), haltFound: found })
      .where(eq(feeds.code, code));
  }

  async #check(db: Executor, trust: Trust, given?: readonly RegistryMember[]): Promise<Unknown | undefined> {
    const { code, highWater, log } = this.#deps;
    const mark = await highWater?.read();
    const others = trust.member(code) ? drawMirrors(trust, { own: code, feed: code }) : [];
    const asked = given ?? others.slice(0, mirrorsAsked);
    const heard = await Promise.all(asked.map((mirror) => this.#ask(mirror, trust)));
    const known: Unknown[] = [
      ...(mark ? [{ ...mark, source: "file" }] : []),
      ...closedHead(trust, this.#deps),
      ...heard.flatMap((one) => (one === "none" || one === undefined ? [] : [one])),
    ];
    for (const one of known) {
      if (await holds(db, code, upToClose(trust, code, one))) continue;
      void this.halt(one).catch((err: unknown) => log.error({ err }, "a halt could not be written down"));
      return one;
    }
    const answered = heard.some((one) => one !== undefined);
    // Without the file only a mirror could tell; who signed nothing yet has nothing to contradict.
    if (!mark && others.length > 0 && !answered && !(await isEmpty(db, code)))
      throw new DomainError("federation.feed-unchecked", "unavailable", { code });
    if (!mark) await this.#begin(db, trust);
    this.#sure = true;
    return undefined;
  }

  /** The first mark says what the database has, so that its loss is noticed from then on. */
  async #begin(db: Executor, trust: Trust): Promise<void> {
    const { code, highWater } = this.#deps;
    const [feed] = await db.select().from(feeds).where(eq(feeds.code, code));
    const epoch = currentEpoch(trust, this.#deps)?.epoch ?? 1;
    await highWater?.write({ epoch, seq: feed?.appendedThrough ?? 0, head: feed?.head ?? genesis });
  }

  /** The checkpoint of ours that a mirror holds; `none` where it says that it has no such feed. */
  async #ask(mirror: RegistryMember, trust: Trust): Promise<Unknown | "none" | undefined> {
    const { client, code } = this.#deps;
    const answer = await client.get(mirror, `/federation/v1/feeds/${code}/checkpoint`, {
      maxBytes: limits.statementBytes,
      accept: ["application/jose"],
      patience: patienceMilliseconds,
    });
    if (!answer.ok) return undefined;
    if (!answer.value) return "none";
    const text = new TextDecoder().decode(answer.value);
    const verdict = await verifyCheckpoint(text, trust, code, anyTime);
    if (!verdict.verified) return undefined;
    const { epoch, size: seq, head } = verdict.checkpoint;
    return { source: mirror.code, epoch, seq, head };
  }
}

/** Whether our own feed is why nothing is signed now. */
export function isHalt(error: unknown): boolean {
  return error instanceof DomainError && error.code.startsWith("federation.feed-");
}

function behind({ source, epoch, seq }: Unknown): DomainError {
  if (source === byOffice) return new DomainError("federation.feed-halted", "unavailable", { epoch, seq });
  return new DomainError("federation.feed-behind", "unavailable", { source, epoch, seq });
}

/** The open epoch of our key. */
export function currentEpoch(trust: Trust, { code, keys }: Pick<PeerDeps, "code" | "keys">) {
  const member = trust.member(code);
  const use = member && trust.feedKey(member, keys.feed.kid);
  return use && !use.epoch.close && use.to === undefined ? use.epoch : undefined;
}

/** Where the epoch before ours was closed: our first entry must follow it. */
function closedHead(trust: Trust, deps: Pick<PeerDeps, "code" | "keys">): Unknown[] {
  const current = currentEpoch(trust, deps)?.epoch ?? 1;
  const before = trust.member(deps.code)?.epochs.find(({ epoch }) => epoch === current - 1);
  return before?.close ? [{ source: "registry", epoch: before.epoch, ...pick(before.close) }] : [];
}

/** What was signed beyond the close of its epoch is void and need not be here. */
function upToClose(trust: Trust, code: string, known: Unknown): Unknown {
  const { close } = trust.member(code)?.epochs.find(({ epoch }) => epoch === known.epoch) ?? {};
  return close && close.seq < known.seq ? { ...known, ...pick(close) } : known;
}

function pick({ seq, head }: { readonly seq: number; readonly head: string }) {
  return { seq, head };
}

export async function holds(db: Executor, feed: string, { seq, head }: Pick<Unknown, "seq" | "head">) {
  if (seq === 0) return true;
  const [row] = await db
    .select({ sha256: entries.sha256 })
    .from(entries)
    .where(and(eq(entries.feed, feed), eq(entries.seq, seq)));
  return row?.sha256 === head;
}

async function isEmpty(db: Executor, feed: string): Promise<boolean> {
  const [row] = await db.select({ seq: entries.seq }).from(entries).where(eq(entries.feed, feed)).limit(1);
  return row === undefined;
}
