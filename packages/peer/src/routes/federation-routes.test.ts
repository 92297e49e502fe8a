import { randomBytes } from "node:crypto";
import { generateSigningKey, readSigningKey, sha256, signRequest, toSeconds } from "@concord/federation";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestMember, testNetwork, training } from "../../test/network.ts";

let net: Awaited<ReturnType<typeof testNetwork>>;
let ms: TestMember;
const file = randomBytes(1000);
let blob: { sha256: string; size: number };

beforeAll(async () => {
  net = await testNetwork(["us-ms", "us-al"]);
  ms = await net.join("us-ms");
  blob = await ms.blobs.put(file);
  const blobs = [{ ...blob, type: "image/png", role: "cover" }];
  await ms.publish({ ...training, op: "publish", body: { title: "one" }, blobs });
});
afterAll(() => net.close());

const base = "http://us-ms.localhost/federation/v1";

interface Forged {
  readonly key?: ReturnType<typeof readSigningKey>;
  readonly claims?: Record<string, string | number>;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

async function call(path: string, { key, claims, headers, body }: Forged = {}): Promise<Response> {
  const authorization = await authorize(path, { key, claims, body });
  const method = body === undefined ? "GET" : "POST";
  const init = { method, headers: { authorization, ...headers }, ...(body === undefined ? {} : { body }) };
  return await ms.peer.routes.fetch(new Request(`${base}${path}`, init));
}

async function authorize(path: string, { key, claims, body }: Forged): Promise<string> {
  const signer = key ?? net.memberKeys.get("us-al");
  if (!signer) throw new Error("no key");
  const request = {
    ...{ net: net.bootstrap.rootSha256, iss: "us-al", aud: "us-ms", htu: `${base}${path}` },
    htm: body === undefined ? ("GET" as const) : ("POST" as const),
    ...{ jti: randomBytes(8).toString("hex"), iat: toSeconds(net.clock.now()) },
    ...(body === undefined ? {} : { body: sha256(body) }),
    ...claims,
  };
  return `Concord ${await signRequest(request, signer)}`;
}

test("root and registry are public, with entity tags", async () => {
  for (const path of ["/root/1", "/registry"]) {
    const first = await ms.peer.routes.request(`${base}${path}`);
    expect(first.status).toBe(200);
    expect(first.headers.get("content-type")).toContain("application/jose+json");
    const etag = first.headers.get("etag") ?? "";
    const again = await ms.peer.routes.request(`${base}${path}`, { headers: { "if-none-match": etag } });
    expect(again.status).toBe(304);
  }
  expect((await ms.peer.routes.request(`${base}/root/2`)).status).toBe(404);
});

test.each(["/feeds/us-ms/checkpoint", "/feeds/us-ms/entries", `/blobs/${"0".repeat(64)}`])(
  "%s is for members only",
  async (path) => {
    const anonymous = await ms.peer.routes.request(`${base}${path}`);
    expect(anonymous.status).toBe(401);
    expect(anonymous.headers.get("content-type")).toContain("application/problem+json");
    const stranger = readSigningKey(generateSigningKey());
    const cases: [Forged, string][] = [
      [{ key: stranger }, "federation.unknown-key"],
      [{ claims: { iss: "us-zz" } }, "federation.unknown-member"],
      [{ claims: { aud: "us-ga" } }, "federation.wrong-audience"],
      [{ claims: { htu: `${base}/registry` } }, "federation.wrong-audience"],
      [{ claims: { iat: toSeconds(net.clock.now()) - 301 } }, "federation.stale-request"],
      [{ claims: { net: "0".repeat(64) } }, "federation.wrong-network"],
    ];
    for (const [forged, code] of cases) {
      const response = await call(path, forged);
      expect(response.status).toBe(401);
      expect(await response.json()).toMatchObject({ code });
    }
  },
);

test("a POST is taken once, and only with the body that was signed", async () => {
  const body = JSON.stringify({ feed: "us-al", seq: 3 });
  const authorization = await authorize("/hints", { body });
  const send = (text: string) =>
    ms.peer.routes.request(`${base}/hints`, { method: "POST", headers: { authorization }, body: text });
  expect(await (await send('{"feed":"us-al","seq":4}')).json()).toMatchObject({
    code: "federation.body-mismatch",
  });
  expect((await send(body)).status).toBe(202);
  expect(await (await send(body)).json()).toMatchObject({ code: "federation.replayed-request" });
});

test("a hint about another member's feed, and a hint that is no JSON, are refused", async () => {
  expect((await call("/hints", { body: '{"feed":"us-ms","seq":1}' })).status).toBe(403);
  expect((await call("/hints", { body: "{" })).status).toBe(422);
  expect((await call("/hints", { body: '{"feed":"us-al","feed":"us-ms","seq":1}' })).status).toBe(422);
  expect((await call("/hints", { body: `"${"x".repeat(40_000)}"` })).status).toBe(413);
  expect((await call("/receipts", { body: '{"receipt":"a.b.c"}' })).status).toBe(422);
});

test("blobs come whole, in ranges, and only those that an item in use names", async () => {
  const whole = await call(`/blobs/${blob.sha256}`);
  expect(Buffer.from(await whole.arrayBuffer())).toEqual(file);
  expect(whole.headers.get("content-type")).toBe("application/octet-stream");
  const part = await call(`/blobs/${blob.sha256}`, { headers: { range: "bytes=990-" } });
  expect(part.status).toBe(206);
  expect(part.headers.get("content-range")).toBe("bytes 990-999/1000");
  expect(Buffer.from(await part.arrayBuffer())).toEqual(file.subarray(990));
  expect((await call(`/blobs/${blob.sha256}`, { headers: { range: "bytes=1000-" } })).status).toBe(416);
  const other = await ms.blobs.put(randomBytes(10));
  expect((await call(`/blobs/${other.sha256}`)).status).toBe(404);
});

test("a body can be had by itself, byte for byte", async () => {
  const text = '{"title":"one"}';
  expect(await (await call(`/blobs/${sha256(text)}`)).text()).toBe(text);
});

test("entries are given oldest first, in pages, and a bad page is refused", async () => {
  await ms.publish({ ...training, op: "publish", body: { title: "two" } });
  const response = await call("/feeds/us-ms/entries?epoch=1&after=1&limit=1");
  const page = (await response.json()) as { entries: string[]; bodies: Record<string, string> };
  expect(page.entries).toHaveLength(1);
  expect(Object.values(page.bodies)).toEqual(['{"title":"two"}']);
  expect((await call("/feeds/us-ms/entries?after=-1")).status).toBe(400);
  expect((await call("/feeds/us-ms/entries?limit=501")).status).toBe(400);
  expect((await call("/feeds/us-zz/entries")).status).toBe(404);
});
