import type { BlobRef, Overlay, SeriesBody, Text, TrainingBody } from "@concord/content";
import { z } from "zod";

export type TrainingKind = "training" | "series";
/** `withdrawn` is no longer offered, but whoever began may finish; `recalled` is taken away at once. */
export type TrainingStatus = "draft" | "published" | "withdrawn" | "recalled";
export type OfferedBody = TrainingBody | SeriesBody;

/** An item of the catalogue without its body: what lists show. */
export interface Training {
  readonly id: string;
  readonly kind: TrainingKind;
  readonly source: "own" | "adopted";
  readonly status: TrainingStatus;
  /** The name by which series and toolkits speak of it. */
  readonly slug: string | null;
  /** Its id in the network: given on publication, or brought by adoption. */
  readonly item: string | null;
  readonly feed: string | null;
  /** The newest revision stored here. */
  readonly latestRevision: number;
  /** The revision that new learners get; null until it was offered once. */
  readonly offeredRevision: number | null;
  /** The revision the network knows of an own item. */
  readonly networkRevision: number | null;
  readonly title: Text;
  readonly summary: Text;
  readonly languages: readonly string[];
  readonly minutes: number;
  readonly attribution: string | null;
  readonly licence: string | null;
  /** Why it was withdrawn or recalled. */
  readonly reason: string | null;
  /** What this office keeps as its own on adopted material; no update writes to it. */
  readonly overlay: Overlay | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export interface TrainingRevision {
  readonly trainingId: string;
  readonly revision: number;
  readonly body: OfferedBody;
  readonly blobs: readonly BlobRef[];
  readonly createdAt: Date;
}

/** Somebody taking a training. No answer, attempt or time spent is kept: an employer could ask for it. */
export interface Enrollment {
  readonly id: string;
  readonly trainingId: string;
  readonly revision: number;
  /** Null for a learner without an account, who came by an employer's link. */
  readonly personId: string | null;
  readonly memberId: string | null;
  readonly learnerName: string;
  readonly learnerEmail: string | null;
  /** SHA-256 of the secret in the browser of a learner without an account. */
  readonly keySha256: string | null;
  readonly locale: string;
  readonly doneLessons: readonly string[];
  readonly quizPassed: boolean;
  readonly startedAt: Date;
  readonly completedAt: Date | null;
}

export interface TakenTraining {
  readonly enrollment: Enrollment;
  readonly training: Training;
}

/** All that an employer may see of a learner: who, which training, finished or not, and the day. */
export interface RosterRow {
  readonly name: string;
  readonly trainingTitle: Text;
  readonly completedAt: Date | null;
}

export const trainingId = z.string().startsWith("trn_", "trainings.not-found");
export const enrollmentId = z.string().startsWith("enr_", "trainings.enrollment-not-found");
export const memberId = z.string().startsWith("mem_");

/** The secret of a learner without an account, and of a registration: 256 bits as base64url. */
export const learnerKey = z.string().regex(/^[\w-]{43}$/, "trainings.link");

export const personName = z.string().trim().min(1, "field.required").max(200, "field.too-big");

/** How long a body takes: a training says it, a series is the sum of what its live parts say. */
export function minutesOf(body: OfferedBody): number {
  if (body.schema === "concord.training/1") return body.minutes;
  return body.parts.reduce((sum, part) => sum + (part.type === "live" ? part.minutes : 0), 0);
}

/** The language somebody learns in: the one asked for where the training really has it. */
export function languageFor(languages: readonly string[], wanted: string): string {
  return languages.includes(wanted) ? wanted : (languages[0] ?? wanted);
}

export interface Progress {
  readonly done: number;
  readonly total: number;
  /** The next lesson not yet done. */
  readonly next?: string;
  readonly lessonsDone: boolean;
  /** Lessons and quiz, where there is one. */
  readonly finished: boolean;
}

/** Where a learner is in the revision they began with; lessons it does not have count for nothing. */
export function progressOf(
  body: TrainingBody,
  taken: Pick<Enrollment, "doneLessons" | "quizPassed">,
): Progress {
  const ids = body.lessons.map(({ id }) => id);
  const done = ids.filter((id) => taken.doneLessons.includes(id)).length;
  const next = ids.find((id) => !taken.doneLessons.includes(id));
  const lessonsDone = done === ids.length;
  return {
    done,
    total: ids.length,
    ...(next === undefined ? {} : { next }),
    lessonsDone,
    finished: lessonsDone && (body.quiz === undefined || taken.quizPassed),
  };
}

/** A learner may go on until the training is recalled, whatever happened to the catalogue since. */
export function mayContinue(status: TrainingStatus): boolean {
  return status !== "recalled";
}
