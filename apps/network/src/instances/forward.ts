import { Agent, request as httpRequest } from "node:http";
import { Readable } from "node:stream";

/** Forwards requests to a port of this machine with their own Host header, which the built-in fetch would replace. */
export function forwardTo(port: number): (request: Request) => Promise<Response> {
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
      const outgoing = httpRequest(options, (incoming) => {
        const answer = new Headers();
        for (let at = 0; at < incoming.rawHeaders.length; at += 2) {
          const name = incoming.rawHeaders[at] ?? "";
          if (!hopByHop.has(name.toLowerCase())) answer.append(name, incoming.rawHeaders[at + 1] ?? "");
        }
        const status = incoming.statusCode ?? 502;
        const empty = status === 204 || status === 304 || request.method === "HEAD";
        if (empty) incoming.resume();
        const body = empty ? null : (Readable.toWeb(incoming) as ReadableStream<Uint8Array>);
        resolve(new Response(body, { status, headers: answer }));
      });
      outgoing.on("error", () => resolve(unreachable()));
      if (request.body) Readable.fromWeb(request.body as never).pipe(outgoing);
      else outgoing.end();
    });
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

function unreachable(): Response {
  return new Response("This instance does not answer.\n", {
    status: 503,
    headers: { "Content-Type": "text/plain; charset=utf-8", "Retry-After": "5" },
  });
}
