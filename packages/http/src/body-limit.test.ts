import { request } from "node:http";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { createIds, createLogger, systemClock } from "@concord/runtime";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bodyLimit, createRouter, handleErrors, requestContext, serveNode } from "./index.ts";
import type { Served } from "./serve-node.ts";

const log = createLogger({ destination: { write: () => undefined } });
const large = Buffer.alloc(20 * 1024 * 1024, 0x20);

let served: Served;
beforeAll(async () => {
  const app = createRouter();
  app.use(requestContext({ log, clock: systemClock, ids: createIds(systemClock) }));
  app.use(bodyLimit(1_000));
  app.post("/", async (c) => c.text(String((await c.req.arrayBuffer()).byteLength)));
  handleErrors(app, { log });
  served = await serveNode({ fetch: app.fetch, port: 0, host: "127.0.0.1", log });
});
afterAll(() => served.close());

function post(body: Buffer, headers: Record<string, string>): Promise<{ status?: number; body: string }> {
  return new Promise((resolve, reject) => {
    const options = { host: "127.0.0.1", port: served.port, method: "POST", agent: false, headers };
    const sent = request(options, (answer) => {
      text(answer).then((said) => resolve({ status: answer.statusCode, body: said }), reject);
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

test.each([
  ["announced", { "content-length": String(large.byteLength) }],
  ["in chunks", { "transfer-encoding": "chunked" }],
])("whoever sends far too much, %s, gets the answer and not a broken connection", async (_, headers) => {
  for (let round = 0; round < 5; round++) expect((await post(large, headers)).status).toBe(413);
});

test("what fits arrives whole either way", async () => {
  const body = Buffer.alloc(1_000, 0x20);
  expect(await post(body, { "content-length": "1000" })).toEqual({ status: 200, body: "1000" });
  expect(await post(body, { "transfer-encoding": "chunked" })).toEqual({ status: 200, body: "1000" });
});

test("somebody who announces too much and hangs up leaves nothing behind", async () => {
  const socket = connect(served.port, "127.0.0.1");
  socket.end("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 99999\r\n\r\nx");
  await text(socket).catch(() => undefined);
  expect((await post(Buffer.alloc(1), { "content-length": "1" })).status).toBe(200);
});
