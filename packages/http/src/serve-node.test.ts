import { Agent, get, type IncomingMessage } from "node:http";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { createIds, createLogger, DomainError, systemClock } from "@concord/runtime";
import { Hono } from "hono";
import { afterEach, expect, test } from "vitest";
import { clientAddress, requestContext } from "./request-context.ts";
import { type Served, serveNode } from "./serve-node.ts";

const lines: string[] = [];
const log = createLogger({ destination: { write: (line) => void lines.push(line) } });
const opened: Served[] = [];
afterEach(async () => {
  for (const served of opened.splice(0)) await served.close();
});

async function serve(app: Hono, graceMs?: number) {
  const served = await serveNode({ fetch: app.fetch, port: 0, host: "127.0.0.1", log, graceMs });
  opened.push(served);
  return served;
}

async function ask(port: number, path: string, agent?: Agent) {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    get({ port, path, agent, host: "127.0.0.1" }, resolve).on("error", reject);
  });
  return { status: response.statusCode, body: await text(response) };
}

test("serves on a real socket, whose address is the client's", async () => {
  const app = new Hono();
  app.use(requestContext({ log, clock: systemClock, ids: createIds(systemClock) }));
  app.get("/", (c) => c.text(clientAddress(c)));
  const { port } = await serve(app);
  expect(await ask(port, "/")).toEqual({ status: 200, body: "127.0.0.1" });
});

test("a port in use is said with its number", async () => {
  const { port } = await serve(new Hono());
  const second = serveNode({ fetch: new Hono().fetch, port, host: "127.0.0.1", log });
  await expect(second).rejects.toThrow(DomainError);
  await expect(second).rejects.toMatchObject({ code: "http.port-in-use", params: { port } });
});

/** A route that says when it was reached, and answers when it is let. */
function gate() {
  const reached = Promise.withResolvers<void>();
  const open = Promise.withResolvers<void>();
  return { reached, open };
}

test("close lets a request in flight finish, though idle connections stay open", async () => {
  const app = new Hono();
  const { reached, open } = gate();
  app.get("/", (c) => c.text("idle"));
  app.get("/slow", async (c) => {
    reached.resolve();
    await open.promise;
    return c.text("finished");
  });
  // Longer than a test may take: what ends here was not cut.
  const { port, close } = await serve(app, 600_000);
  const agent = new Agent({ keepAlive: true });
  await ask(port, "/", agent);
  const slow = ask(port, "/slow", new Agent({ keepAlive: true }));
  await reached.promise;
  const closing = close();
  await expect(ask(port, "/")).rejects.toThrow("ECONNREFUSED");
  open.resolve();
  expect(await slow).toEqual({ status: 200, body: "finished" });
  await closing;
  agent.destroy();
});

test("a request that never ends is cut after the grace", async () => {
  const app = new Hono();
  const { reached, open } = gate();
  app.get("/never", async (c) => {
    reached.resolve();
    await open.promise;
    return c.text("finished");
  });
  const { port, close } = await serve(app, 200);
  const never = ask(port, "/never");
  never.catch(() => undefined);
  await reached.promise;
  await close();
  await expect(never).rejects.toThrow();
});

async function raw(port: number, request: string): Promise<string> {
  const socket = connect(port, "127.0.0.1");
  socket.end(request);
  return text(socket);
}

test("broken requests are refused before they reach the application, and show nothing of it", async () => {
  const app = new Hono();
  app.get("*", () => {
    throw new Error("reached");
  });
  app.onError((error) => {
    throw error;
  });
  const { port } = await serve(app);
  expect(await raw(port, "nonsense\r\n\r\n")).toMatch(/^HTTP\/1.1 400/);
  expect(await raw(port, "GET / HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n")).toMatch(
    /^HTTP\/1.1 400/,
  );
  const large = `GET / HTTP/1.1\r\nHost: a\r\nX: ${"x".repeat(20_000)}\r\n\r\n`;
  expect(await raw(port, large)).toMatch(/^HTTP\/1.1 431/);
  const failed = await raw(port, "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
  expect(failed).toMatch(/^HTTP\/1.1 500/);
  expect(failed).not.toContain("reached");
});
