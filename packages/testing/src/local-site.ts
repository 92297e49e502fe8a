import { request as httpRequest } from "node:http";

/** Anything that answers requests: an app in this process, or a program on this machine. */
export interface AnswersRequests {
  fetch(request: Request): Response | Promise<Response>;
}

/**
 * Programs on this machine, by the port of a URL and with its host name in the Host header: names below
 * `.localhost` need no resolver. Follows no redirect, keeps no connection, and rejects when the program goes away.
 */
export const localSite: AnswersRequests = {
  async fetch(request) {
    const url = new URL(request.url);
    const body = request.body ? Buffer.from(await request.arrayBuffer()) : undefined;
    return new Promise((resolve, reject) => {
      const options = {
        host: "127.0.0.1",
        port: url.port || 80,
        path: url.pathname + url.search,
        method: request.method,
        agent: false,
        headers: {
          ...Object.fromEntries(request.headers),
          host: request.headers.get("host") ?? url.host,
          ...(body && { "content-length": String(body.byteLength) }),
        },
      };
      const outgoing = httpRequest(options, (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
        incoming.on("error", reject);
        incoming.on("end", () => {
          const status = incoming.statusCode ?? 502;
          const empty = status === 204 || status === 304;
          resolve(
            new Response(empty ? null : Buffer.concat(chunks), {
              status,
              headers: pairs(incoming.rawHeaders),
            }),
          );
        });
      });
      outgoing.on("error", reject);
      outgoing.end(body);
    });
  },
};

function pairs(raw: readonly string[]): [string, string][] {
  const found: [string, string][] = [];
  for (let at = 0; at + 1 < raw.length; at += 2) found.push([raw[at] ?? "", raw[at + 1] ?? ""]);
  return found;
}
