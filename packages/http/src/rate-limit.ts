import { DomainError } from "@concord/runtime";
import type { Context, MiddlewareHandler } from "hono";
import { networkOf } from "./client-address.ts";
import { clientAddress } from "./request-context.ts";
import { type TokenBucketOptions, TokenBuckets } from "./token-bucket.ts";

export interface RateLimitOptions extends TokenBucketOptions {
  /** What is counted together; the client's network unless given. */
  readonly key?: (c: Context) => string | Promise<string>;
}

/** Answers 429 with Retry-After (RFC 6585 section 4) to a key that asks too often. */
export function rateLimit(options: RateLimitOptions): MiddlewareHandler {
  const buckets = new TokenBuckets(options);
  const key = options.key ?? ((c: Context) => networkOf(clientAddress(c)));
  return async (c, next) => {
    const wait = buckets.take(await key(c));
    if (wait > 0) throw new DomainError("http.rate-limited", "rate-limited", { retryAfter: wait });
    await next();
  };
}
