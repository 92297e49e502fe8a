import type { Day } from "@concord/runtime";
import { z } from "zod";

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

/** How far the office has come with a board; whether it approved anything is told by its approvals alone. */
export const boardStages = ["none", "contacted", "talking", "submitted", "approved", "declined"] as const;
export type BoardStage = (typeof boardStages)[number];

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

/** A text that may be left out; empty is the same. */
export const optionalText = (max: number) =>
  z
    .string()
    .trim()
    .max(max, "field.too-big")
    .optional()
    .transform((typed) => typed || undefined);
