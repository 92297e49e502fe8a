import { effectOf, limits, type RequestPayload, verifyRequest } from "@concord/federation";
import { DomainError } from "@concord/runtime";
import type { Context, MiddlewareHandler } from "hono";
import { noteContact } from "../contacts.ts";
import type { PeerContext } from "../context.ts";
import { readLimited } from "../read-limited.ts";
import { takenRequests } from "../tables.ts";

export interface MemberEnv {
  Variables: {
    /** The member that calls, proved. */
    caller: string;
    /** The body of a POST, whose hash the request's signature covers. */
    message: Uint8Array;
  };
}

/** Lets only members in. Throws `federation.<reason>`: a refusal says nothing about the caller's feed. */
export function authenticate(context: PeerContext): MiddlewareHandler<MemberEnv> {
  return async (c, next) => {
    const [scheme, jws, ...more] = (c.req.header("authorization") ?? "").split(" ");
    if (scheme !== "Concord" || !jws || more.length > 0) throw refusal("malformed");
    const isPost = c.req.method === "POST";
    const message = isPost ? await readLimited(c.req.raw, 2 * limits.statementBytes) : undefined;
    if (isPost && !message) throw new DomainError("http.body-too-large", "invalid");
    const request = await check(context, jws, c, message);
    if (isPost) await takeOnce(context, request);
    await noteContact(context, request.iss);
    c.set("caller", request.iss);
    c.set("message", message ?? new Uint8Array());
    await next();
  };
}

async function check(
  context: PeerContext,
  jws: string,
  c: Context,
  body: Uint8Array | undefined,
): Promise<RequestPayload> {
  const { pathname, search } = new URL(c.req.url);
  const seen = {
    ...{ audience: context.code, method: c.req.method, url: `${context.baseUrl}${pathname}${search}` },
    ...{ now: context.clock.now(), ...(body ? { body } : {}) },
  };
  // Whoever is refused for its clock learns ours.
  c.header("Date", seen.now.toUTCString());
  const verdict = await verifyRequest(jws, await context.trust.current(), seen);
  if (verdict.verified) return verdict.request;
  if (effectOf(verdict.reason) !== "refresh-registry") throw refusal(verdict.reason);
  // Another process of ours may hold a newer registry already.
  const again = await verifyRequest(jws, await context.trust.reload(), seen);
  if (again.verified) return again.request;
  throw refusal(again.reason);
}

/** A POST's `jti` is taken once. */
async function takeOnce({ database, clock }: PeerContext, { iss, jti }: RequestPayload): Promise<void> {
  const takenAt = clock.now();
  const taken = await database.db
    .insert(takenRequests)
    .values({ issuer: iss, jti, takenAt })
    .onConflictDoNothing()
    .returning({ jti: takenRequests.jti });
  if (taken.length === 0) throw refusal("replayed-request");
}

function refusal(reason: string): DomainError {
  return new DomainError(`federation.${reason}`, "unauthenticated");
}
