import {
  type Fetched,
  limits,
  parseStrictJson,
  type RegistryMember,
  type SigningKey,
  sha256,
  signRequest,
  toSeconds,
} from "@concord/federation";
import type { Clock, Ids } from "@concord/runtime";
import { z } from "zod";
import { isAllowedBase } from "./address-rules.ts";
import { withDeadline } from "./deadline.ts";
import { readLimited } from "./read-limited.ts";

interface MemberClientDeps {
  readonly fetch: typeof fetch;
  readonly code: string;
  readonly key: SigningKey;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly development: boolean;
  /** The network that is pinned. */
  readonly net: string;
  /** Milliseconds for a whole answer. */
  readonly patience: number;
  /** Aborts everything under way. */
  readonly stopping: AbortSignal;
}

export interface GetOptions {
  readonly maxBytes: number;
  /** Media types that are an answer; another one is somebody else's page. */
  readonly accept: readonly string[];
  /** Milliseconds for the whole answer, where it is not the usual patience. */
  readonly patience?: number;
}

/** Undefined is a 404: the member speaks the protocol and has no such thing. */
export type Answer = Fetched<Uint8Array | undefined>;

const staleProblem = z.object({ code: z.literal("federation.stale-request") });

/**
 * Calls other members, at the addresses that the registry names and nowhere else.
 * Everything that is no answer of this protocol is `unreachable`: it says nothing about a feed.
 */
export class MemberClient {
  readonly #deps: MemberClientDeps;
  readonly #ahead = new Map<string, number>();

  constructor(deps: MemberClientDeps) {
    this.#deps = deps;
  }

  async get(member: RegistryMember, path: string, options: GetOptions): Promise<Answer> {
    return await this.#attempt(options.patience ?? this.#deps.patience, async (signal) => {
      const response = await this.#send(member, "GET", path, signal);
      if (response.status === 404 && isProblem(response)) return { ok: true, value: undefined };
      if (await this.#isStale(member, response)) return { ok: false, reason: "stale-request" };
      if (response.status === 401 && isProblem(response)) return { ...unusable(response), refusesUs: true };
      if (response.status !== 200 || !options.accept.includes(mediaType(response))) return unusable(response);
      const bytes = await readLimited(response, options.maxBytes);
      return bytes ? { ok: true, value: bytes } : { ok: false, reason: "too-large" };
    });
  }

  /** Seconds by which a member's clock is ahead of ours, while it refuses our requests for that. */
  clockAhead(code: string): number | undefined {
    return this.#ahead.get(code);
  }

  /** Whether a member refuses us for our clock, and by how much the two differ. */
  async #isStale({ code }: RegistryMember, response: Response): Promise<boolean> {
    this.#ahead.delete(code);
    if (response.status !== 401 || !isProblem(response)) return false;
    const bytes = await readLimited(response, limits.statementBytes);
    const problem = bytes ? parseStrictJson(bytes) : { ok: false as const };
    if (!problem.ok || !staleProblem.safeParse(problem.value).success) return false;
    const theirs = Date.parse(response.headers.get("date") ?? "");
    const ahead = Math.round((theirs - this.#deps.clock.now().getTime()) / 1000);
    if (Number.isSafeInteger(ahead) && Math.abs(ahead) < 2 ** 31) this.#ahead.set(code, ahead);
    return true;
  }

  /** A hint or a receipt; true when the member took it. */
  async post(member: RegistryMember, path: string, message: object): Promise<boolean> {
    const answer = await this.#attempt(this.#deps.patience / 2, async (signal) => {
      const body = new TextEncoder().encode(JSON.stringify(message));
      const response = await this.#send(member, "POST", path, signal, { body });
      await response.body?.cancel();
      return response.ok ? { ok: true, value: undefined } : unusable(response);
    });
    return answer.ok;
  }

  /** A blob from `offset` on, as it streams; undefined where the member does not give it. Ends with `signal`. */
  async open(
    member: RegistryMember,
    path: string,
    offset: number,
    signal: AbortSignal,
  ): Promise<ReadableStream<Uint8Array> | undefined> {
    const headers: Record<string, string> = offset > 0 ? { range: `bytes=${offset}-` } : {};
    const response = await this.#send(member, "GET", path, signal, { headers }).catch(() => undefined);
    if (response?.status === (offset > 0 ? 206 : 200) && response.body) return response.body;
    await response?.body?.cancel();
    return undefined;
  }

  async #attempt(patience: number, work: (signal: AbortSignal) => Promise<Answer>): Promise<Answer> {
    try {
      return await withDeadline(patience, this.#deps.stopping, work);
    } catch {
      return { ok: false, reason: "unreachable" };
    }
  }

  async #send(
    member: RegistryMember,
    method: "GET" | "POST",
    path: string,
    signal: AbortSignal,
    more: { readonly headers?: Record<string, string>; readonly body?: Uint8Array<ArrayBuffer> } = {},
  ): Promise<Response> {
    const { code, key, clock, ids, development } = this.#deps;
    if (!isAllowedBase(member.baseUrl, development)) throw new Error("address refused");
    const htu = `${member.baseUrl}${path}`;
    const request = await signRequest(
      {
        ...{ net: this.#deps.net, iss: code, aud: member.code, htm: method, htu },
        jti: ids.next("req"),
        iat: toSeconds(clock.now()),
        ...(more.body ? { body: sha256(more.body) } : {}),
      },
      key,
    );
    return await this.#deps.fetch(htu, {
      method,
      headers: {
        ...more.headers,
        ...(more.body ? { "content-type": "application/json" } : {}),
        authorization: `Concord ${request}`,
      },
      ...(more.body ? { body: more.body } : {}),
      redirect: "manual",
      signal,
    });
  }
}

function unusable(response: Response): { ok: false; reason: "unreachable"; retryAfter?: number } {
  void response.body?.cancel();
  const seconds = Number(response.headers.get("retry-after"));
  const asked = [429, 503].includes(response.status) && Number.isFinite(seconds) && seconds > 0;
  return {
    ok: false,
    reason: "unreachable",
    ...(asked ? { retryAfter: Math.min(seconds, limits.checkpointSeconds) } : {}),
  };
}

function mediaType(response: Response): string {
  return (response.headers.get("content-type") ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
}

function isProblem(response: Response): boolean {
  return mediaType(response) === "application/problem+json";
}
