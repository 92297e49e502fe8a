import type { Clock } from "@concord/runtime";

/** Something that happened and left no audit row, because it only read. It says what, never who or with what values. */
export interface Note {
  readonly seq: number;
  readonly at: Date;
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string;
}

export interface TrialLog {
  note(action: string, subjectKind: string, subjectId: string): void;
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
    note(action, subjectKind, subjectId) {
      head += 1;
      notes.push({ seq: head, at: clock.now(), action, subjectKind, subjectId });
      if (notes.length > kept) notes.shift();
    },
    after: (seq) => notes.filter((note) => note.seq > seq),
    get head() {
      return head;
    },
  };
}
