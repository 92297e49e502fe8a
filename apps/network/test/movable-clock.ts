import { type Clock, systemClock } from "@concord/runtime";

const dayMs = 86_400_000;

/** Goes as the machine's clock does, some days behind it; moving it nearer to now lets days pass. */
export function movableClock(daysAgo: number): Clock & { move(daysAgo: number): void } {
  let behindMs = daysAgo * dayMs;
  return {
    now: () => new Date(systemClock.now().getTime() - behindMs),
    move(days) {
      behindMs = days * dayMs;
    },
  };
}
