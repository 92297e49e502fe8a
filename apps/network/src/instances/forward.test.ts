import { once } from "node:events";
import { createServer, request as httpRequest } from "node:http";
import type { AddressInfo } from "node:net";
import { serveNode } from "@concord/http";
import { createLogger } from "@concord/runtime";
import { expect, onTestFinished, test } from "vitest";
import { forwardTo } from "./forward.ts";

const log = createLogger({ level: "silent" });

/** A front on a free port that hands everything to the port behind it. */
async function frontOf(port: number): Promise<number> {
  const forward = forwardTo(port);
  const fetch = async (request: Request) => (await forward(request)) ?? new Response("away", { status: 503 });
  const front = await serveNode({ fetch, port: 0, host: "127.0.0.1", log, graceMs: 100 });
  onTestFinished(() => front.close());
  return front.port;
}

async function behind(answer: Parameters<typeof createServer>[1]): Promise<number> {
  const server = createServer(answer as never).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

test("a client that breaks off an upload harms nobody else", async () => {
  const sizes: number[] = [];
  let broken: (() => void) | undefined;
  const cut = new Promise<void>((resolve) => {
    broken = resolve;
  });
  const inner = await behind((request, response) => {
    let size = 0;
    request.on("data", (chunk: Buffer) => {
      size += chunk.length;
    });
    request.on("error", () => broken?.());
    request.on("end", () => {
      sizes.push(size);
      response.end(`got ${size}`);
    });
  });
  const port = await frontOf(inner);
  const upload = httpRequest({ host: "127.0.0.1", port, method: "POST", path: "/files" });
  upload.on("error", () => undefined);
  upload.write(Buffer.alloc(200_000));
  await new Promise((resolve) => setTimeout(resolve, 200));
  upload.destroy();
  await cut;
  const whole = await fetch(`http://127.0.0.1:${port}/files`, { method: "POST", body: "x".repeat(70_000) });
  expect(await whole.text()).toBe("got 70000");
  expect(sizes).toEqual([70_000]);
});

test("where nobody listens the sender learns it, with or without a body", async () => {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port: gone } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  const port = await frontOf(gone);
  for (const init of [{}, { method: "POST", body: "x".repeat(500_000) }])
    expect((await fetch(`http://127.0.0.1:${port}/`, init)).status).toBe(503);
});
