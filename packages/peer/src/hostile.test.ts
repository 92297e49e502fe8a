import { randomBytes } from "node:crypto";
import type { ServerResponse } from "node:http";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { type Hostility, hostileServer } from "../test/hostile-server.ts";
import { at, isBlob, isCheckpoint, isPage, loopbackNetwork } from "../test/loopback-network.ts";
import { type TestMember, training } from "../test/network.ts";

let place: Awaited<ReturnType<typeof loopbackNetwork>>;
let evil: (typeof place)["evil"];
let ms: TestMember;
let al: TestMember;
let ga: TestMember;

beforeAll(async () => {
  place = await loopbackNetwork();
  ({ evil, ms, al, ga } = place);
});
afterAll(() => place.close());
afterEach(() => evil.be(() => false));

const file = randomBytes(10_000);

/** Mississippi publishes, Georgia mirrors it, then Mississippi turns hostile and Alabama pulls. */
async function pullFrom(hostility: Hostility) {
  evil.be(() => false);
  const { sha256, size } = await ms.own.put(Buffer.concat([file, randomBytes(4)]));
  const blobs = [{ sha256, size, type: "image/png", role: "cover" }];
  const { item } = await ms.publish({ ...training, op: "publish", body: { sha256 }, blobs });
  await ga.peer.syncNow("us-ms");
  expect(await ga.peer.item(item)).toMatchObject({ complete: true });
  evil.be(hostility);
  const began = performance.now();
  const [summary] = await al.peer.syncNow("us-ms");
  return { item, summary, seconds: (performance.now() - began) / 1000 };
}

/** What every hostility must leave: all of the feed, from an honest mirror, soon, and nobody in quarantine. */
async function expectWhole({ item, summary, seconds }: Awaited<ReturnType<typeof pullFrom>>) {
  expect(summary).toMatchObject({ outcome: "synced", published: 1, blobsFetched: 1, blobsMissing: 0 });
  expect(await al.peer.item(item)).toMatchObject({ complete: true });
  expect(await al.peer.quarantines()).toEqual([]);
  expect(seconds).toBeLessThan(10);
}

const json = { "content-type": "application/json" };
const jose = { "content-type": "application/jose" };
const octets = { "content-type": "application/octet-stream" };
const all = () => true;

/** Writes for as long as the other side reads. */
function pour(response: ServerResponse, chunk: string | Buffer, counted: (bytes: number) => void) {
  const more = () => {
    if (response.destroyed) return;
    counted(chunk.length);
    if (response.write(chunk)) setImmediate(more);
    else response.once("drain", more);
  };
  more();
}

test.each([
  ["checkpoint", isCheckpoint, jose],
  ["page", isPage, json],
  ["file", isBlob, octets],
] as const)("a server that drips its %s a byte at a time is left", async (_, where, headers) => {
  const drip = at(where, (response) => {
    response.writeHead(200, headers);
    const timer = setInterval(() => response.write("a"), 100);
    response.on("close", () => clearInterval(timer));
  });
  await expectWhole(await pullFrom(drip));
});

test("a page that never ends is not read on", async () => {
  let poured = 0;
  const endless = at(isPage, (response) => {
    response.writeHead(200, json);
    response.write('{"entries":["');
    pour(response, "a".repeat(65_536), (bytes) => {
      poured += bytes;
    });
  });
  await expectWhole(await pullFrom(endless));
  expect(poured).toBeLessThan(64 * 1024 ** 2);
});

test("a gigabyte in place of ten kilobytes is cut off", async () => {
  let poured = 0;
  const flood = at(isBlob, (response) => {
    response.writeHead(200, { ...octets, "content-length": String(1024 ** 3) });
    pour(response, Buffer.alloc(65_536), (bytes) => {
      poured += bytes;
    });
  });
  await expectWhole(await pullFrom(flood));
  expect(poured).toBeLessThan(64 * 1024 ** 2);
});

test("a redirect is not followed", async () => {
  let followed = 0;
  const target = await hostileServer("trap");
  target.be(() => {
    followed += 1;
    return false;
  });
  const location = `${target.baseUrl}/`;
  await expectWhole(await pullFrom(at(all, (response) => response.writeHead(302, { location }).end())));
  expect(followed).toBe(0);
  await target.close();
});

test.each([
  ["more than it sends", "99999"],
  ["less than it sends", "10"],
])("a length that says %s costs that source only", async (_, length) => {
  const lie = at(
    (url) => isBlob(url) || isPage(url),
    (response) => {
      response.socket?.end(
        `HTTP/1.1 200 OK\r\ncontent-type: application/octet-stream\r\ncontent-length: ${length}\r\n\r\n${"x".repeat(500)}`,
      );
    },
  );
  await expectWhole(await pullFrom(lie));
});

test("other content for the same hash is thrown away, each time it changes", async () => {
  const changing = at(isBlob, (response) => {
    response.writeHead(200, octets).end(randomBytes(10_004));
  });
  await expectWhole(await pullFrom(changing));
});

test("HTML in place of every answer is no answer", async () => {
  const html = at(all, (response) => {
    response.writeHead(200, { "content-type": "text/html" }).end("<h1>Blocked</h1>");
  });
  const pulled = await pullFrom(html);
  await expectWhole(pulled);
  expect(pulled.summary?.refused).toContainEqual({ source: "us-ms", reason: "unreachable" });
});

test("connections that are cut, and answers that are not HTTP, are no answer", async () => {
  await expectWhole(await pullFrom(at(all, (response) => void response.socket?.destroy())));
  await expectWhole(await pullFrom(at(all, (response) => void response.socket?.end("SSH-2.0-x\r\n"))));
});

test("a mirror that serves an older feed takes nothing away, and hides nothing that another has", async () => {
  const { summary } = await pullFrom(() => false);
  expect(summary).toMatchObject({ outcome: "synced", source: "us-ms" });
  // Georgia stays behind while Mississippi goes on and then falls silent.
  const { item } = await ms.publish({ ...training, op: "publish", body: { last: true } });
  await al.peer.syncNow("us-ms");
  evil.be(at(all, (response) => void response.socket?.destroy()));
  expect((await al.peer.syncNow("us-ms"))[0]).toMatchObject({ outcome: "current", source: "us-ga" });
  expect(await al.peer.item(item)).toMatchObject({ status: "live" });
  expect((await ga.peer.syncNow("us-ms"))[0]).toMatchObject({ outcome: "synced", source: "us-al" });
  expect(await al.peer.quarantines()).toEqual([]);
});
