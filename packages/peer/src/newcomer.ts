import { limits, parseStrictJson, type Reason, Trust, verifyRegistry } from "@concord/federation";
import { z } from "zod";
import { isAllowedBase } from "./address-rules.ts";
import type { Bootstrap } from "./bootstrap.ts";
import { withDeadline } from "./deadline.ts";
import { readLimited } from "./read-limited.ts";
import { followRoots } from "./verify-bootstrap.ts";

interface NewcomerDeps {
  readonly fetch: typeof fetch;
  readonly development: boolean;
  /** Aborts everything under way. */
  readonly stopping: AbortSignal;
}

/** A network as one of its members serves it, verified from the pin on. */
export interface FoundNetwork {
  readonly bootstrap: Bootstrap;
  readonly trust: Trust;
}

type Failed = { readonly ok: false; readonly reason: Reason | "address-refused" };
export type LookedUp = ({ readonly ok: true } & FoundNetwork) | Failed;

/** How the desk of a network says that a request stands; `unknown` where it has none with that key. */
const standings = z.object({ standing: z.enum(["waiting", "proposed", "member"]) });
export type DeskAnswer =
  | { readonly ok: true; readonly standing: z.infer<typeof standings>["standing"] | "unknown" }
  | {
      readonly ok: false;
      readonly reason: "address-refused" | "unreachable" | "refused";
      readonly code?: string;
    };

/**
 * What somebody asks who is in no network yet: everything is public, and nothing counts before it was verified against
 * the id that a person read out. An address is called only where a member may have it (private ones in development alone).
 */
export interface Newcomer {
  /** Roots and registry at an origin, held against the network's id. */
  lookUp(origin: string, net: string): Promise<LookedUp>;
  /** Hands a request to join to the network's desk. */
  send(origin: string, request: string): Promise<DeskAnswer>;
  /** How the request with this key stands there. */
  standing(origin: string, kid: string): Promise<DeskAnswer>;
}

/** A `concord-join+jws`, and the key that it asks for. */
export interface SignedRequest {
  readonly request: string;
  /** RFC 7638 thumbprint. */
  readonly kid: string;
}

const patienceMilliseconds = 10_000;
const desk = "/api/v1/network/requests";

export function createNewcomer(deps: NewcomerDeps): Newcomer {
  const ask = (origin: string, path: string, init: RequestInit, maxBytes: number) =>
    withDeadline(patienceMilliseconds, deps.stopping, async (signal) => {
      const response = await deps.fetch(`${origin}${path}`, { ...init, redirect: "manual", signal });
      const bytes = await readLimited(response, maxBytes);
      return { status: response.status, type: response.headers.get("content-type") ?? "", bytes };
    }).catch(() => undefined);
  const askDesk = async (origin: string, path: string, init: RequestInit): Promise<DeskAnswer> => {
    if (!isAllowedBase(origin, deps.development)) return { ok: false, reason: "address-refused" };
    return deskAnswer(await ask(origin, path, init, limits.statementBytes));
  };
  return {
    async lookUp(origin, net) {
      if (!isAllowedBase(origin, deps.development)) return { ok: false, reason: "address-refused" };
      return await lookUp(net, (path) => ask(origin, path, {}, limits.trustBytes));
    },
    send: (origin, request) =>
      askDesk(origin, desk, {
        method: "POST",
        headers: { "content-type": "application/jose" },
        body: request,
      }),
    standing: (origin, kid) => askDesk(origin, `${desk}/${kid}`, {}),
  };
}

type Answer = { status: number; type: string; bytes: Uint8Array | undefined } | undefined;

async function lookUp(net: string, ask: (path: string) => Promise<Answer>): Promise<LookedUp> {
  const read = async (path: string) => {
    const answer = await ask(`/federation/v1${path}`);
    const usable = answer?.status === 200 && answer.type.startsWith("application/jose+json");
    return usable && answer.bytes ? new TextDecoder().decode(answer.bytes) : undefined;
  };
  const roots: string[] = [];
  const followed = await followRoots(net, async (version) => {
    const text = await read(`/root/${version}`);
    if (text !== undefined) roots.push(text);
    return text;
  });
  const [root, ...laterRoots] = roots;
  const registry = await read("/registry");
  if (root === undefined || registry === undefined) return { ok: false, reason: "unreachable" };
  if (!followed.verified) return { ok: false, reason: followed.reason };
  const verdict = await verifyRegistry(registry, followed.root);
  if (!verdict.verified) return { ok: false, reason: verdict.reason };
  const bootstrap = { rootSha256: net, root, laterRoots, registry };
  return { ok: true, bootstrap, trust: new Trust(followed.root, verdict.registry) };
}

const problem = z.object({ code: z.string().max(80) });

function deskAnswer(answer: Answer): DeskAnswer {
  if (!answer?.bytes) return { ok: false, reason: "unreachable" };
  const json = parseStrictJson(answer.bytes);
  const value = json.ok ? json.value : undefined;
  if (answer.status === 202) return { ok: true, standing: "waiting" };
  const said = standings.safeParse(value);
  if (answer.status === 200 && said.success) return { ok: true, standing: said.data.standing };
  const refused = problem.safeParse(value);
  // A page of somebody else's server says nothing of a request.
  if (!answer.type.startsWith("application/problem+json") || !refused.success)
    return { ok: false, reason: "unreachable" };
  if (answer.status === 404) return { ok: true, standing: "unknown" };
  return { ok: false, reason: "refused", code: refused.data.code };
}
