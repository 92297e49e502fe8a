import { type Body, type BodyKind, checkBody, type Text } from "@concord/content";
import { z } from "zod";

/** What of the network this office can adopt into its catalogue. */
export const sharedKinds = ["training", "series", "toolkit"] as const satisfies readonly BodyKind[];
export type SharedKind = (typeof sharedKinds)[number];

export const incomingStatuses = [
  "new",
  "update-available",
  "adopted",
  "declined",
  "followed",
  "blocked",
  "withdrawn",
  "recalled",
  "erased",
] as const;
export type IncomingStatus = (typeof incomingStatuses)[number];

/** What waits for this office's decision. */
export const openStatuses: IncomingStatus[] = ["new", "update-available"];
/** What a rule holds back is shown only to whom asks for it. */
export const decidedStatuses = incomingStatuses.filter(
  (one) => one !== "blocked" && !openStatuses.includes(one),
);

/** What its maker took back. */
export const endedStatuses: IncomingStatus[] = ["withdrawn", "recalled", "erased"];

export const weights = ["minor", "major", "safety"] as const;
export type Weight = (typeof weights)[number];

/** The heavier of two: who takes a later revision takes those before it too. */
export function heavier(one: Weight, other: Weight): Weight {
  return weights[Math.max(weights.indexOf(one), weights.indexOf(other))] ?? other;
}

/**
 * What happens with a member's material of one kind. `follow`: listed, waits for nobody. `review`: waits for a decision.
 * `auto`: as `review`, and minor updates apply by themselves. `block`: nothing new is offered.
 * Tombstones and safety revisions come through every rule.
 */
export const ruleChoices = ["follow", "review", "auto", "block"] as const;
export type RuleChoice = (typeof ruleChoices)[number];
export type PeerRules = Readonly<Record<SharedKind, RuleChoice>>;
export const usualRules: PeerRules = { training: "review", series: "review", toolkit: "review" };

/** An item of another member's feed, as this office stands with it. */
export interface IncomingItem {
  readonly item: string;
  readonly feed: string;
  /** The newest revision that is here with every file. */
  readonly revision: number;
  readonly kind: SharedKind;
  readonly schema: string;
  /** Empty once the item was erased. */
  readonly title: Text;
  readonly languages: readonly string[];
  /** The heaviest change since the revision in our catalogue. */
  readonly significance: Weight;
  readonly status: IncomingStatus;
  /** The revision in our catalogue; null where none was adopted. */
  readonly pinnedRevision: number | null;
  readonly attribution: string | null;
  readonly licence: string | null;
  /** Why the origin withdrew or recalled it. */
  readonly reason: string | null;
  /** Why this office declined it. */
  readonly note: string | null;
  readonly seenAt: Date;
  readonly decidedAt: Date | null;
}

/** What we gave the network, and how far. */
export interface SharedItem {
  readonly item: string;
  readonly kind: SharedKind;
  /** Our own id of it. */
  readonly sourceId: string;
  /** Our own number of the revision that was sent. */
  readonly sourceRevision: number;
  readonly revision: number;
  readonly title: Text;
  readonly significance: Weight;
  readonly status: "live" | "withdrawn" | "recalled" | "erased";
  readonly reason: string | null;
  /** The item of ours, taken back, that it replaces. */
  readonly supersedes: string | null;
  /** The item of another member that it is built on. */
  readonly derivedFrom: string | null;
  /** The entry of our feed that says so: whoever applied it holds this revision. */
  readonly seq: number;
  /** When it came back from other members, after a restore; null once this office said something of it since. */
  readonly recoveredAt: Date | null;
  readonly publishedAt: Date;
  readonly revisedAt: Date;
}

export const statusAfter = { withdraw: "withdrawn", recall: "recalled", erase: "erased" } as const;

/** Whether what must not wait, a recall, an erasure or a safety revision, is late: after a day. */
export function isLate(since: Date, now: Date): boolean {
  return now.getTime() - since.getTime() > 24 * 3_600_000;
}

/** Whether a recall or erasure of another member takes too long here: after an hour it is no longer on its way. */
export function takesTooLong(since: Date, now: Date): boolean {
  return now.getTime() - since.getTime() > 3_600_000;
}

/** The kind of the messages that name items of the network. */
export const alertMails = "syndication.alert";

/** Until when the network's own documents hold. */
export interface Expiry {
  readonly what: "registry" | "root";
  readonly version: number;
  readonly at: Date;
  /** Whole days that are left; negative once it is past. */
  readonly days: number;
}

/** Warned of when fewer days than these are left. */
export const warnDays = [30, 14, 7] as const;

/** `exp` in seconds since 1970, as the documents have it. */
export function expiriesOf(
  trust: Readonly<Record<Expiry["what"], { readonly version: number; readonly exp: number }>>,
  now: Date,
): Expiry[] {
  return (["registry", "root"] as const).map((what) => {
    const at = new Date(trust[what].exp * 1000);
    const days = Math.floor((at.getTime() - now.getTime()) / 86_400_000);
    return { what, version: trust[what].version, at, days };
  });
}

export const itemId = z
  .string()
  .max(128)
  .regex(/^[a-z0-9-]+\.[\w-]+$/, "syndication.not-found");

export function isSharedKind(kind: string): kind is SharedKind {
  return sharedKinds.some((known) => known === kind);
}

/** The body as content knows it; undefined where it does not hold to its own schema. */
export function readShared(kind: string, json: unknown): Body | undefined {
  if (!isSharedKind(kind)) return undefined;
  const checked = checkBody(kind, json);
  return checked.valid ? checked.body : undefined;
}
