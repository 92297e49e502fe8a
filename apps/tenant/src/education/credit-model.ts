import type { Day } from "@concord/runtime";
import type { Localized } from "../profile/index.ts";
import type { License } from "./license-model.ts";
import { type Activity, type Approval, type DeliveryMode, isOver } from "./model.ts";

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

/** What a license's board counts of this state's courses; a board of another state is not known here. */
export type Counting = "counts" | "ended" | "later" | "never" | "other-state";

/** Counts at least one course on a day, none any more, none yet, or none ever. */
export function countingOf(approvals: readonly Approval[], today: Day): Counting {
  if (approvals.length === 0) return "never";
  const running = approvals.filter((one) => !isOver(one, today));
  if (running.length === 0) return "ended";
  return running.some(({ approvedOn }) => approvedOn <= today) ? "counts" : "later";
}
