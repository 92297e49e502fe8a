import type { StoredApproval } from "./store.ts";

/** An approval without its letter and the office's own words on it. */
export function publicApproval(stored: StoredApproval) {
  const { letter: _letter, endReason: _reason, recordedAt: _at, ...approval } = stored;
  return approval;
}
