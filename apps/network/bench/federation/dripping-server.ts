import { createServer, type ServerResponse } from "node:http";
import { connect, type Socket } from "node:net";
import { untilUndone } from "../undo.ts";

/** A member that answers with a byte a second and asks with a byte a second; while it does not drip it is only busy. */
export async function drippingServer(port: number, victim: { readonly port: number }) {
  const answers = new Set<ServerResponse>();
  const asking = new Set<Socket>();
  let drips = false;
  const server = createServer((_, response) => {
    if (!drips) return void response.writeHead(503).end();
    response.writeHead(200, { "content-type": "application/jose" }).flushHeaders();
    answers.add(response.on("close", () => answers.delete(response)));
  });
  const timer = setInterval(() => {
    for (const one of [...answers, ...asking]) one.write("x");
  }, 1_000);
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const stopAsking = () => {
    for (const socket of asking) socket.destroy();
  };
  return {
    start(connections: number): void {
      drips = true;
      for (let at = 0; at < connections; at++) {
        const socket = connect(victim.port, "127.0.0.1", () => socket.write("POST /federation/v1/hints?"));
        socket.on("error", () => undefined).on("close", () => asking.delete(socket));
        asking.add(socket);
      }
    },
    stop(): void {
      drips = false;
      stopAsking();
      server.closeAllConnections();
    },
    close: untilUndone(async () => {
      clearInterval(timer);
      stopAsking();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }),
  };
}
