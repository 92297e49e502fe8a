import type { Clock } from "@concord/runtime";

/** Something that happened and left no audit row, because it only read. It says what, never who or with what values. */
export interface Note {
  readonly seq: number;
  readonly at: Date;
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  /** The record that the subject belongs to; see `about.ts`. */
  readonly about?: string;
  /** Where one goes on from it; see `pages.ts`. */
  readonly page?: string;
}

export type Noted = Pick<Note, "action" | "subjectKind" | "subjectId" | "about" | "page">;

export interface TrialLog {
  note(noted: Noted): void;
  /** Oldest first. */
  after(seq: number): readonly Note[];
  readonly head: number;
}

const kept = 500;

/** Notes of this process, in memory only; the oldest are forgotten. */
export function createTrialLog(clock: Clock): TrialLog {
  const notes: Note[] = [];
  let head = 0;
  return {
    note(noted) {
      head += 1;
      notes.push({ seq: head, at: clock.now(), ...noted });
      if (notes.length > kept) notes.shift();
    },
    after: (seq) => notes.filter((note) => note.seq > seq),
    get head() {
      return head;
    },
  };
}
