import type { Clock } from "@concord/runtime";

export interface TokenBucketOptions {
  readonly clock: Clock;
  /** How many at once. */
  readonly capacity: number;
  /** How many come back per second. */
  readonly perSecond: number;
  /** How many keys are remembered; the one unused longest is forgotten. 50,000 unless given. */
  readonly maxKeys?: number;
}

/** Limits by key in this process's memory: each key holds `capacity` tokens, which refill with time. */
export class TokenBuckets {
  readonly #options: TokenBucketOptions;
  readonly #buckets = new Map<string, { tokens: number; at: number }>();

  constructor(options: TokenBucketOptions) {
    this.#options = options;
  }

  /** Seconds until `key` may go on, 0 if it may now. Takes nothing, so it can guard a sign-in. */
  wait(key: string): number {
    const { tokens } = this.#current(key);
    return tokens >= 1 ? 0 : (1 - tokens) / this.#options.perSecond;
  }

  /** Takes one token, for a request or a failed sign-in; returns what `wait` said before. */
  take(key: string): number {
    const wait = this.wait(key);
    const bucket = this.#current(key);
    if (wait === 0) bucket.tokens -= 1;
    this.#buckets.delete(key);
    this.#buckets.set(key, bucket);
    if (this.#buckets.size > (this.#options.maxKeys ?? 50_000)) this.#forgetOldest();
    return wait;
  }

  /** Gives a key all its tokens back, as after a sign-in that succeeded. */
  reset(key: string): void {
    this.#buckets.delete(key);
  }

  get size(): number {
    return this.#buckets.size;
  }

  #current(key: string): { tokens: number; at: number } {
    const { clock, capacity, perSecond } = this.#options;
    const now = clock.now().getTime();
    const known = this.#buckets.get(key);
    if (!known) return { tokens: capacity, at: now };
    const earned = (Math.max(0, now - known.at) / 1000) * perSecond;
    return { tokens: Math.min(capacity, known.tokens + earned), at: now };
  }

  #forgetOldest(): void {
    const oldest = this.#buckets.keys().next();
    if (!oldest.done) this.#buckets.delete(oldest.value);
  }
}
