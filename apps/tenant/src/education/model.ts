import type { Day } from "@concord/runtime";
import { z } from "zod";
import type { Localized } from "../profile/index.ts";

export const deliveryModes = ["self-paced", "live-online", "in-person"] as const;
export type DeliveryMode = (typeof deliveryModes)[number];

/** How an activity can be taken at all: a training by oneself, a session together with others. */
export function isPossible({ kind }: Activity, mode: DeliveryMode): boolean {
  return (kind === "training") === (mode === "self-paced");
}

/** What a board approves: one training or one live session, as this state offers it. */
export interface Activity {
  readonly kind: "training" | "session";
  readonly id: string;
}

/** A board's approval: of one activity, in one delivery mode and one language. It never travels with the content. */
export interface Approval {
  readonly id: string;
  readonly boardId: string;
  readonly activity: Activity;
  readonly mode: DeliveryMode;
  readonly locale: string;
  readonly contactHours: number;
  readonly approvalNumber: string;
  readonly approvedOn: Day;
  /** The last day on which a completion counts; null where the board set none. */
  readonly expiresOn: Day | null;
  /** The law or rule the board rests it on, where the office recorded it, and where it can be read. */
  readonly citation: string | null;
  readonly citationUrl: string | null;
  /** The first day on which it counts no more; null while the office has not ended it. */
  readonly endedOn: Day | null;
}

export interface License {
  readonly id: string;
  readonly personId: string;
  /** Postal code of the state that issued it, in lower case. */
  readonly jurisdiction: string;
  readonly boardId: string;
  readonly profession: string;
  readonly number: string;
  readonly createdAt: Date;
}

/** A completion that a board counts, as it stood that day. It is reported to the board once. */
export interface Credit {
  readonly id: string;
  readonly personId: string;
  readonly licenseId: string;
  readonly boardId: string;
  readonly profession: string;
  readonly licenseNumber: string;
  readonly holder: string;
  readonly activity: Activity;
  readonly title: string;
  readonly mode: DeliveryMode;
  readonly locale: string;
  readonly contactHours: number;
  readonly approvalId: string;
  readonly approvalNumber: string;
  readonly completedOn: Day;
  readonly certificateId: string;
  readonly rosterId: string | null;
  readonly createdAt: Date;
}

/** Finished under an address that nobody had proved; credit waits for the person of that address. */
export interface UnclaimedCompletion {
  readonly id: string;
  readonly personId: string;
  readonly memberId: string | null;
  readonly holder: string;
  readonly activity: Activity;
  readonly title: string;
  readonly mode: DeliveryMode;
  readonly locale: string;
  readonly minutes: number;
  readonly attribution: string | null;
  readonly completedAt: Date;
  readonly claimedAt: Date | null;
}

export interface Roster {
  readonly id: string;
  readonly boardId: string;
  /** Counts from 1 for each board. */
  readonly number: number;
  readonly rows: number;
  readonly createdAt: Date;
}

/** How far the office has come with a board; whether it approved anything is told by its approvals alone. */
export const boardStages = ["none", "contacted", "talking", "submitted", "approved", "declined"] as const;
export type BoardStage = (typeof boardStages)[number];

export const refusals = [
  "other-state",
  "unknown-board",
  "not-approved",
  "other-mode",
  "other-language",
  "not-yet",
  "expired",
] as const;
export type Refusal = (typeof refusals)[number];

/** What a profile knows of a board, as far as the rule needs it. */
export interface KnownBoard {
  readonly id: string;
  readonly citation?: string | undefined;
  readonly professions: readonly {
    readonly id: string;
    readonly citation?: string | undefined;
    readonly note?: { readonly text: Localized } | undefined;
  }[];
}

export type CreditVerdict =
  | {
      readonly counts: true;
      readonly approval: Approval;
      readonly hours: number;
      readonly approvalNumber: string;
      readonly citation?: string;
      readonly citationUrl?: string;
      /** What decides whether the credit helps this profession at all. */
      readonly note?: Localized;
    }
  | { readonly counts: false; readonly reason: Refusal };

export interface CreditQuestion {
  readonly license: Pick<License, "jurisdiction" | "boardId" | "profession">;
  readonly activity: Activity;
  readonly mode: DeliveryMode;
  readonly locale: string;
  /** The day of completion. */
  readonly on: Day;
}

/**
 * Whether a completion counts for a license, by the approvals of this state alone. Of several approvals that
 * hold, the one with most hours counts; of several refusals, the reason nearest to a yes is given.
 */
export function doesItCount(
  question: CreditQuestion,
  approvals: readonly Approval[],
  profile: { readonly code: string; readonly boards: readonly KnownBoard[] },
): CreditVerdict {
  const { license, activity, mode, locale, on } = question;
  if (license.jurisdiction !== profile.code) return { counts: false, reason: "other-state" };
  const board = profile.boards.find(({ id }) => id === license.boardId);
  const profession = board?.professions.find(({ id }) => id === license.profession);
  if (!board || !profession) return { counts: false, reason: "unknown-board" };
  let left = approvals.filter(
    (one) =>
      one.boardId === board.id && one.activity.kind === activity.kind && one.activity.id === activity.id,
  );
  const tests: readonly (readonly [Refusal, (one: Approval) => boolean])[] = [
    ["not-approved", () => true],
    ["other-mode", (one) => one.mode === mode],
    ["other-language", (one) => one.locale === locale],
    ["not-yet", (one) => one.approvedOn <= on],
    ["expired", (one) => !isOver(one, on)],
  ];
  for (const [reason, holds] of tests) {
    left = left.filter(holds);
    if (left.length === 0) return { counts: false, reason };
  }
  const [approval] = left.toSorted(bestFirst);
  if (!approval) return { counts: false, reason: "not-approved" };
  const citation = approval.citation ?? profession.citation ?? board.citation;
  return {
    counts: true,
    approval,
    hours: approval.contactHours,
    approvalNumber: approval.approvalNumber,
    ...(citation ? { citation } : {}),
    ...(approval.citationUrl ? { citationUrl: approval.citationUrl } : {}),
    ...(profession.note ? { note: profession.note.text } : {}),
  };
}

/** Most hours first, then the latest decision, then the one recorded last (its id is the later one). */
function bestFirst(a: Approval, b: Approval): number {
  return (
    b.contactHours - a.contactHours ||
    (a.approvedOn === b.approvedOn ? 0 : a.approvedOn < b.approvedOn ? 1 : -1) ||
    (a.id < b.id ? 1 : -1)
  );
}

/**
 * Nine digits in a row, however they are grouped, could be a Social Security number. A license number of exactly
 * nine digits is refused with them, grouped or not: the two cannot be told apart, and none is kept anywhere.
 */
export function looksLikeSocialSecurityNumber(typed: string): boolean {
  return /(?<!\d)\d{9}(?!\d)/.test(typed.replaceAll(/[^\p{L}\p{N}]/gu, ""));
}

/** A license number by its form alone; whether it exists only the board knows. */
export const licenseNumber = z
  .string()
  .trim()
  .toUpperCase()
  .min(1, "field.required")
  .max(40, "field.too-big")
  .refine((typed) => !looksLikeSocialSecurityNumber(typed), "education.social-security")
  .refine((typed) => /^[A-Z0-9][A-Z0-9 .\-/]*$/.test(typed) && /\d/.test(typed), "education.license-form");

export const jurisdiction = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z][a-z0-9]{1,11}$/, "field.required");

export const boardId = z.string().min(1, "field.required").max(80);
export const activityId = z.string().regex(/^(?:trn|ses)_[0-9a-f]{32}$/, "field.required");

/** A training's id begins with `trn_`, a session's with `ses_`. */
export function activityOf(id: string): Activity {
  return { kind: id.startsWith("ses_") ? "session" : "training", id };
}

/** Whether an approval is over on a day, by the board's end or by the office's. */
export function isOver({ expiresOn, endedOn }: Pick<Approval, "expiresOn" | "endedOn">, today: Day): boolean {
  return (expiresOn !== null && expiresOn < today) || (endedOn !== null && endedOn <= today);
}
