/** A run of words that stayed, went or came. */
export interface Run {
  readonly kind: "same" | "removed" | "added";
  readonly text: string;
}

/** Word by word, by the longest common subsequence; texts of more than `limit` words are told as one replacement. */
export function compareWords(before: string, after: string, limit = 1500): Run[] {
  const old = split(before);
  const now = split(after);
  if (old.length > limit || now.length > limit) {
    return before === after
      ? [{ kind: "same", text: before }]
      : [
          { kind: "removed", text: before },
          { kind: "added", text: after },
        ];
  }
  return join(walk(old, now, commonLengths(old, now)));
}

/** Words, spaces and marks each for itself: the runs put together give the text again. */
function split(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+|\s+|[^\s\p{L}\p{N}]/gu) ?? [];
}

function commonLengths(old: readonly string[], now: readonly string[]): Uint16Array[] {
  const table = Array.from({ length: old.length + 1 }, () => new Uint16Array(now.length + 1));
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = now.length - 1; j >= 0; j -= 1) {
      const longest =
        old[i] === now[j] ? at(table, i + 1, j + 1) + 1 : Math.max(at(table, i + 1, j), at(table, i, j + 1));
      (table[i] ?? new Uint16Array(0))[j] = longest;
    }
  }
  return table;
}

function walk(old: readonly string[], now: readonly string[], table: readonly Uint16Array[]): Run[] {
  const runs: Run[] = [];
  let i = 0;
  let j = 0;
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && old[i] === now[j]) {
      runs.push({ kind: "same", text: now[j] ?? "" });
      i += 1;
      j += 1;
    } else if (i < old.length && (j >= now.length || at(table, i + 1, j) >= at(table, i, j + 1))) {
      runs.push({ kind: "removed", text: old[i] ?? "" });
      i += 1;
    } else {
      runs.push({ kind: "added", text: now[j] ?? "" });
      j += 1;
    }
  }
  return runs;
}

const at = (table: readonly Uint16Array[], i: number, j: number) => table[i]?.[j] ?? 0;

function join(runs: readonly Run[]): Run[] {
  const joined: Run[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (last?.kind === run.kind) joined[joined.length - 1] = { kind: run.kind, text: last.text + run.text };
    else joined.push(run);
  }
  return joined;
}
