export interface RetryInput {
  /** Failures in a row; 0 after any contact from the peer. */
  readonly failures: number;
  readonly pollSeconds: number;
  /** What the peer asked for with 429 or 503, in seconds. */
  readonly retryAfter?: number;
  /** 0 to 1, to spread the peers of a network over time. */
  readonly random: number;
}

const capSeconds = 6 * 3600;

/**
 * Seconds until the next attempt: the poll interval give or take a fifth after success, doubling with
 * every failure up to six hours. A Retry-After is obeyed, within the same cap.
 */
export function nextAttemptIn({ failures, pollSeconds, retryAfter, random }: RetryInput): number {
  const jitter = 0.8 + 0.4 * Math.min(Math.max(random, 0), 1);
  const first = Math.min(pollSeconds, 15);
  const wait = failures === 0 ? pollSeconds : first * 2 ** Math.min(failures - 1, 30);
  return Math.min(Math.max(wait * jitter, retryAfter ?? 0), capSeconds);
}
