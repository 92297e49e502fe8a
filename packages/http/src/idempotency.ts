import { DomainError } from "@concord/runtime";
import type { Context, MiddlewareHandler } from "hono";
import { fingerprint } from "./fingerprint.ts";

export interface StoredResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export type Begun =
  | { readonly state: "new"; readonly claim: Claim }
  | { readonly state: "running" }
  | { readonly state: "mismatch" }
  | { readonly state: "done"; readonly response: StoredResponse };

/** The right to a key's one effect. */
export interface Claim {
  /**
   * Runs the effect and keeps its answer, both or neither: a process that dies in between leaves no effect
   * behind. Without an answer the key is forgotten, so that the client may try again. Throws
   * `http.idempotency-in-progress`, and undoes the effect, where another request took the key over meanwhile.
   */
  settle(effect: () => Promise<StoredResponse | undefined>): Promise<void>;
}

/** Where keys and answers are kept. `begin` is atomic; a running key whose process died must expire. */
export interface IdempotencyStore {
  begin(key: string, fingerprint: string): Promise<Begun>;
}

export interface IdempotencyOptions {
  readonly store: IdempotencyStore;
  /** Whose keys these are, so that two clients' keys never meet: the token's or the organization's id. */
  readonly scope: (c: Context) => string;
  /** Refuse a request without the header; otherwise it runs without this protection. */
  readonly required?: boolean;
}

const kept = ["content-type", "location", "etag", "link"];

/** `Idempotency-Key` on creating calls (draft-ietf-httpapi-idempotency-key-header): one key, one effect. */
export function idempotent(options: IdempotencyOptions): MiddlewareHandler {
  return async (c, next) => {
    const given = keyOf(c, options.required ?? false);
    if (given === undefined) return next();
    const key = `${options.scope(c)}:${given}`;
    const begun = await options.store.begin(key, await fingerprint(c));
    if (begun.state === "mismatch") throw new DomainError("http.idempotency-key-reused", "invalid");
    if (begun.state === "running") throw new DomainError("http.idempotency-in-progress", "conflict");
    if (begun.state === "done") return replay(begun.response);
    await begun.claim.settle(async () => {
      await next();
      // A refusal has no effect: the client may mend the cause and send the same key again.
      return c.res.ok ? stored(c.res) : undefined;
    });
  };
}

/** The header is a structured-field string; clients also send it bare. */
function keyOf(c: Context, required: boolean): string | undefined {
  const header = c.req.header("idempotency-key")?.trim();
  if (header === undefined && !required) return undefined;
  const key = header?.replace(/^"(.*)"$/, "$1") ?? "";
  if (!/^[\x21-\x7e]{1,255}$/.test(key)) throw new DomainError("http.idempotency-key-missing", "invalid");
  return key;
}

async function stored(response: Response): Promise<StoredResponse> {
  const headers = [...response.headers].filter(([name]) => kept.includes(name));
  return {
    status: response.status,
    headers: Object.fromEntries(headers),
    body: await response.clone().text(),
  };
}

function replay({ status, headers, body }: StoredResponse): Response {
  return new Response(status === 204 ? null : body, {
    status,
    headers: { ...headers, "Idempotency-Replayed": "true" },
  });
}
