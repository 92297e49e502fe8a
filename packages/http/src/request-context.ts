import type { Clock, Ids, Logger } from "@concord/runtime";
import type { Context, MiddlewareHandler } from "hono";
import { addHeader } from "./add-header.ts";
import { createAddressReader } from "./client-address.ts";
import { isUnder } from "./path-prefix.ts";
import { routePattern } from "./route-pattern.ts";

declare module "hono" {
  interface ContextVariableMap {
    requestId: string;
    clientAddress: string;
    unlogged: boolean;
  }
}

export interface RequestContextOptions {
  readonly log: Logger;
  readonly clock: Clock;
  readonly ids: Ids;
  /** Networks in CIDR notation whose X-Forwarded-For and X-Request-Id are believed. */
  readonly trustedProxies?: readonly string[];
  /** Path prefixes that leave no access line and no measure: pages of help. */
  readonly unlogged?: readonly string[];
}

/** The id of this request; empty where no requestContext runs. */
export function requestId(c: Context): string {
  return c.get("requestId") ?? "";
}

/** Where the request comes from, as an IP address; `unknown` without a socket. */
export function clientAddress(c: Context): string {
  return c.get("clientAddress") ?? "unknown";
}

/** Gives each request an id and its client's address, and writes one access line without personal data. */
export function requestContext(options: RequestContextOptions): MiddlewareHandler {
  const { log, clock, ids, unlogged = [] } = options;
  const readAddress = createAddressReader(options.trustedProxies ?? []);
  return async (c, next) => {
    const started = clock.now().getTime();
    const { address, throughProxy } = readAddress(c);
    const id = (throughProxy ? proxyRequestId(c) : undefined) ?? ids.next("req");
    const quiet = isUnder(c.req.path, unlogged);
    c.set("requestId", id);
    c.set("clientAddress", address);
    c.set("unlogged", quiet);
    await next();
    addHeader(c, "X-Request-Id", id);
    if (quiet) return;
    const line = { requestId: id, method: c.req.method, route: routePattern(c), status: c.res.status };
    log.info({ ...line, ms: clock.now().getTime() - started }, "request");
  };
}

function proxyRequestId(c: Context): string | undefined {
  const given = c.req.header("x-request-id");
  return given && /^[\w-]{8,64}$/.test(given) ? given : undefined;
}
