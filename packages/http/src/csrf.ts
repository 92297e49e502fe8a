import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { DomainError } from "@concord/runtime";
import type { Context, MiddlewareHandler } from "hono";
import { getCookie, setCookie } from "hono/cookie";

declare module "hono" {
  interface ContextVariableMap {
    csrf: () => string;
  }
}

export interface CsrfOptions {
  /** At least 32 bytes of key material. */
  readonly secret: string | Uint8Array;
  /** The site's public origin, such as `https://bat.example.gov`. */
  readonly origin: string;
  /** The id of the session a request belongs to; undefined before sign-in. */
  readonly session?: (c: Context) => string | undefined | Promise<string | undefined>;
}

const field = "_csrf";
const safe = new Set(["GET", "HEAD", "OPTIONS", "QUERY"]);
const forms = ["application/x-www-form-urlencoded", "multipart/form-data"];

/**
 * Refuses a writing request that another site, or another browser's form, may have caused.
 * Browser headers are checked first, then a token bound to the session, or before sign-in (so that a
 * sign-in cannot be forged either) to a cookie that is set only when a page asks for a token.
 */
export function csrf(options: CsrfOptions): MiddlewareHandler {
  const https = options.origin.startsWith("https:");
  // A `__Host-` cookie cannot be set by a sibling domain; browsers accept it over https only.
  const cookie = https ? "__Host-form" : "form";
  return async (c, next) => {
    const session = await options.session?.(c);
    let browser = getCookie(c, cookie);
    const owner = () => (session ? `session:${session}` : browser && `browser:${browser}`);
    c.set("csrf", () => {
      c.header("Cache-Control", "no-store");
      if (!session) browser ??= setOwner(c, cookie, https);
      return sign(options.secret, owner() ?? "");
    });
    if (!safe.has(c.req.method)) {
      refuseForeign(c, options.origin);
      const token = await sentToken(c);
      const bound = owner();
      if (!bound || !token || !matches(options.secret, bound, token)) throw refused("token");
    }
    await next();
  };
}

/**
 * For a site without sessions and cookies, where a forged form could do nothing that its author cannot do alone:
 * refuses what another site's page posts, and what no form posts.
 */
export function sameOrigin(origin: string): MiddlewareHandler {
  return async (c, next) => {
    refuseForeign(c, origin);
    demandForm(c);
    await next();
  };
}

/** The token for a form's hidden field `_csrf`, different on every page; needs `csrf` to run before. */
export function csrfToken(c: Context): string {
  return c.get("csrf")();
}

function setOwner(c: Context, cookie: string, https: boolean): string {
  const value = randomBytes(24).toString("base64url");
  setCookie(c, cookie, value, { httpOnly: true, sameSite: "Lax", path: "/", secure: https });
  return value;
}

/** A request without either header comes from no current browser; the token alone decides then. */
function refuseForeign(c: Context, origin: string): void {
  const site = c.req.header("sec-fetch-site");
  if (site && site !== "same-origin" && site !== "none") throw refused("site");
  const from = c.req.header("origin");
  if (from !== undefined && from !== origin) throw refused("origin");
}

async function sentToken(c: Context): Promise<string | undefined> {
  const header = c.req.header("x-csrf-token");
  if (header) return header;
  demandForm(c);
  const value = (await readForm(c))[field];
  return typeof value === "string" ? value : undefined;
}

function demandForm(c: Context): void {
  const type = c.req.header("content-type")?.split(";")[0]?.trim().toLowerCase() ?? "";
  if (!forms.includes(type)) throw new DomainError("http.unsupported-media-type", "invalid");
}

async function readForm(c: Context): Promise<Record<string, unknown>> {
  try {
    return await c.req.parseBody();
  } catch (error) {
    if (error instanceof TypeError) throw new DomainError("http.malformed-request", "invalid");
    throw error;
  }
}

/** The nonce makes every page's token differ, so that compression tells nothing about it (BREACH). */
function sign(secret: CsrfOptions["secret"], owner: string, nonce = randomBytes(16).toString("base64url")) {
  return `${nonce}.${createHmac("sha256", secret).update(`csrf\n${owner}\n${nonce}`).digest("base64url")}`;
}

function matches(secret: CsrfOptions["secret"], owner: string, token: string): boolean {
  const expected = Buffer.from(sign(secret, owner, token.split(".")[0]));
  const given = Buffer.from(token);
  return expected.length === given.length && timingSafeEqual(expected, given);
}

function refused(reason: "site" | "origin" | "token"): DomainError {
  return new DomainError("http.csrf", "forbidden", { reason });
}
