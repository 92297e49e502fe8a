import { isBody } from "../body.ts";
import { verifyEntry } from "../entry.ts";
import { limits } from "../limits.ts";
import { effectOf, type Reason, type Refused, refused } from "../reasons.ts";
import type { Trust } from "../trust.ts";
import { restartClosedEpoch } from "./cut-feed.ts";
import type { ChainRow, EntriesPage, FeedPosition, Refusal, Source, SyncPorts } from "./ports.ts";
import { readAhead } from "./read-ahead.ts";
import { withFreshTrust } from "./refresh-trust.ts";
import { storeBehind } from "./store-behind.ts";

export type PullStep =
  | { readonly pulled: true; readonly refused: readonly Refusal[] }
  | { readonly pulled: false; readonly refused: readonly Refusal[]; readonly contradiction?: Contradiction };

/** Two statements signed by the feed's own key that cannot both be true. */
export interface Contradiction {
  readonly reason: Reason;
  readonly evidence: readonly [string, string];
}

/** Step 2: entries after ours up to `size`, page by page, from the first source that gives good ones. */
export async function pullEntries(feed: string, size: number, given: SyncPorts): Promise<PullStep> {
  const store = storeBehind(given.store, size);
  const step = await pullFromAny(feed, size, { ...given, store });
  await store.settled();
  return step;
}

async function pullFromAny(feed: string, size: number, ports: SyncPorts): Promise<PullStep> {
  const refusals: Refusal[] = [];
  for (const given of ports.sources) {
    const source = readAhead(given, size);
    let restarted = false;
    for (;;) {
      const position = await ports.store.position();
      if (position.appendedThrough >= size) return { pulled: true, refused: refusals };
      const page = await pullPage(feed, { size, position }, source, ports);
      if (page.verified) continue;
      if ("evidence" in page && page.evidence) {
        const contradiction = { reason: page.reason, evidence: page.evidence };
        return { pulled: false, refused: refusals, contradiction };
      }
      if (page.reason === "chain-broken" && !restarted && (await restartClosedEpoch(feed, ports))) {
        restarted = true;
        continue;
      }
      refusals.push({ source: source.code, reason: page.reason });
      break;
    }
  }
  return { pulled: false, refused: refusals };
}

type PageVerdict =
  | { readonly verified: true; readonly rows: readonly ChainRow[] }
  | (Refused & { readonly evidence?: readonly [string, string]; readonly rows?: readonly ChainRow[] });

async function pullPage(
  feed: string,
  { size, position }: { readonly size: number; readonly position: FeedPosition },
  source: Source,
  ports: SyncPorts,
): Promise<PageVerdict> {
  const { appendedThrough: after, head } = position;
  const member = ports.trust().member(feed);
  const epoch = member?.epochs.find((one) => !one.close || one.close.seq > after);
  if (epoch === undefined) return refused("unknown-member");
  const limit = Math.min(limits.pageEntries, Math.min(size, epoch.close?.seq ?? size) - after);
  const fetched = await source.entries(feed, { epoch: epoch.epoch, after, limit });
  if (!fetched.ok) return refused(fetched.reason);
  const page = { ...fetched.value, entries: fetched.value.entries.slice(0, limit) };
  const verdict = await withFreshTrust(source, ports, (trust) =>
    verifyPage(page, trust, { feed, seq: after, head }),
  );
  // What was good before the fault is kept, so that the next source goes on from there.
  const rows = "rows" in verdict ? (verdict.rows ?? []) : [];
  if (rows.length > 0) await ports.store.append(rows);
  if (verdict.verified || verdict.reason !== "split-view") return verdict;
  const ours = rows.at(-1) ?? (await ports.store.entryAt(after));
  const theirs = page.entries[rows.length];
  return ours && theirs !== undefined
    ? { ...verdict, evidence: [ours.text, theirs] }
    : refused("chain-broken");
}

/** Verifies a page entry by entry, each one after the one before it, and the bodies that came with them. */
function verifyPage(
  page: EntriesPage,
  trust: Trust,
  start: { readonly feed: string; readonly seq: number; readonly head: string },
): PageVerdict {
  const rows: ChainRow[] = [];
  let { seq, head } = start;
  for (const text of page.entries) {
    const verdict = verifyEntry(text, trust, { feed: start.feed, seq, head });
    if (verdict.verified) {
      const { entry } = verdict;
      const body = "body" in entry ? page.bodies[entry.body.sha256] : undefined;
      if ("body" in entry && body !== undefined && !isBody(body, entry.body)) {
        return { ...refused("body-mismatch"), rows };
      }
      rows.push({ entry, sha256: verdict.sha256, text, ...(body === undefined ? {} : { body }) });
      head = verdict.sha256;
    } else if (verdict.skipped && effectOf(verdict.reason) === "skip") {
      const { sha256: hash, ...skipped } = verdict.skipped;
      rows.push({ skipped, reason: verdict.reason, sha256: hash, text });
      head = hash;
    } else {
      return { ...refused(verdict.reason), rows };
    }
    seq += 1;
  }
  return rows.length > 0 ? { verified: true, rows } : refused("sequence-gap");
}
