import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from "node:http";
import { Agent as HttpsAgent, request as httpsRequest } from "node:https";
import type { LookupFunction } from "node:net";
import { Readable } from "node:stream";

/**
 * `fetch` over node:http with our own name lookup, which the built-in one does not take. The connection goes to
 * the very address that was checked. It follows no redirect; it knows what the federation sends and no more.
 */
export function fetchWithLookup(lookup: LookupFunction): typeof fetch {
  const options = { keepAlive: true, lookup, maxSockets: 16, timeout: 30_000 };
  const http = new HttpAgent(options);
  const https = new HttpsAgent(options);
  return async (input, init = {}) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const secure = url.protocol === "https:";
    const headers = Object.fromEntries(new Headers(init.headers));
    const body = init.body instanceof Uint8Array || typeof init.body === "string" ? init.body : undefined;
    return await new Promise<Response>((resolve, reject) => {
      const send = secure ? httpsRequest : httpRequest;
      const outgoing = send(url, {
        method: init.method ?? "GET",
        headers: { ...headers, ...(body ? { "content-length": Buffer.byteLength(body) } : {}) },
        agent: secure ? https : http,
        ...(init.signal ? { signal: init.signal } : {}),
      });
      outgoing.on("response", (incoming) => resolve(asResponse(incoming)));
      outgoing.on("timeout", () => outgoing.destroy(new Error("timeout")));
      outgoing.on("error", reject);
      outgoing.end(body);
    });
  };
}

function asResponse(incoming: IncomingMessage): Response {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(", ") : value);
  }
  const status = incoming.statusCode ?? 502;
  const empty = [204, 205, 304].includes(status);
  if (empty) incoming.resume();
  const body = empty ? null : Readable.toWeb(incoming);
  return new Response(body as ReadableStream<Uint8Array> | null, { status, headers });
}
