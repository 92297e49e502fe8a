import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import type { Hono } from "hono";

/** Answers in the honest member's place; false leaves the request to it. */
export type Hostility = (url: URL, response: ServerResponse) => boolean;

/** A member's server on a real socket, which can be made to answer anything. */
export async function hostileServer(code: string) {
  let routes: Hono | undefined;
  let hostility: Hostility = () => false;
  const answer = async (incoming: IncomingMessage, response: ServerResponse) => {
    const url = new URL(incoming.url ?? "/", `http://${incoming.headers.host}`);
    if (hostility(url, response)) return;
    const isPost = incoming.method === "POST";
    const request = new Request(url, {
      method: incoming.method ?? "GET",
      headers: { authorization: incoming.headers.authorization ?? "", range: incoming.headers.range ?? "" },
      ...(isPost ? { body: await text(incoming) } : {}),
    });
    if (!incoming.headers.range) request.headers.delete("range");
    const answered = await routes?.fetch(request);
    response.writeHead(answered?.status ?? 503, Object.fromEntries(answered?.headers ?? []));
    response.end(new Uint8Array((await answered?.arrayBuffer()) ?? new ArrayBuffer()));
  };
  const server = createServer((incoming, response) => {
    response.on("error", () => undefined);
    void answer(incoming, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://${code}.localhost:${port}`,
    serve: (given: Hono) => {
      routes = given;
    },
    be: (next: Hostility) => {
      hostility = next;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
