import { Agent, request as httpRequest, type IncomingMessage } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Running } from "./instance.ts";

/**
 * Forwards requests to a port of this machine with their own Host header, which the built-in fetch would replace.
 * Undefined where nobody answers there, or where the sender went away.
 */
export function forwardTo(port: number): Running["fetch"] {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  return (request) =>
    new Promise((resolve) => {
      const url = new URL(request.url);
      const headers = {
        ...Object.fromEntries(request.headers),
        host: request.headers.get("host") ?? url.host,
      };
      const options = {
        agent,
        host: "127.0.0.1",
        port,
        method: request.method,
        path: url.pathname + url.search,
        headers,
      };
      const outgoing = httpRequest(options, (incoming) => resolve(answerOf(request, incoming)));
      const giveUp = () => resolve(undefined);
      outgoing.on("error", giveUp);
      // A sender that breaks off in the middle ends the other half too, and nothing else.
      if (request.body) pipeline(Readable.fromWeb(request.body as never), outgoing).catch(giveUp);
      else outgoing.end();
    });
}

function answerOf(request: Request, incoming: IncomingMessage): Response {
  const headers = new Headers();
  for (let at = 0; at < incoming.rawHeaders.length; at += 2) {
    const name = incoming.rawHeaders[at] ?? "";
    if (!hopByHop.has(name.toLowerCase())) headers.append(name, incoming.rawHeaders[at + 1] ?? "");
  }
  const status = incoming.statusCode ?? 502;
  const empty = status === 204 || status === 304 || request.method === "HEAD";
  if (empty) incoming.resume();
  const body = empty ? null : (Readable.toWeb(incoming) as ReadableStream<Uint8Array>);
  return new Response(body, { status, headers });
}

/** RFC 9110 section 7.6.1: these are between two neighbours and are not passed on. */
const hopByHop = new Set([
  "connection",
  "keep-alive",
  "transfer-encoding",
  "upgrade",
  "proxy-authenticate",
  "trailer",
  "te",
]);
