export { oncePerKey } from "./once-per-key.ts";
export { idempotencyQueue, sweepKeys } from "./store.ts";
