import type { Clock } from "@concord/runtime";

export interface TestClock extends Clock {
  set(now: Date | string): void;
  advance(milliseconds: number): void;
}

/** A clock that stands still until it is moved. */
export function testClock(start = "2026-11-02T15:00:00Z"): TestClock {
  let now = new Date(start);
  return {
    now: () => new Date(now),
    set: (to) => {
      now = new Date(to);
    },
    advance: (milliseconds) => {
      now = new Date(now.getTime() + milliseconds);
    },
  };
}
