import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestMember, testNetwork } from "../test/network.ts";
import { createNewcomer } from "./newcomer.ts";
import { verifyBootstrap } from "./verify-bootstrap.ts";

let net: Awaited<ReturnType<typeof testNetwork>>;
let ms: TestMember;
beforeAll(async () => {
  net = await testNetwork(["us-ms"]);
  ms = await net.join("us-ms");
});
afterAll(() => net.close());

const origin = "http://us-ms.localhost";
const { signal } = new AbortController();
const lookUp = (id = net.bootstrap.rootSha256) => ms.peer.newcomer.lookUp(origin, id);

/** Answers every call with what a server that is no member's may say. */
function toward(answer: (url: string, init?: RequestInit) => Response, development = true) {
  const fetch = async (input: string | URL | Request, init?: RequestInit) => answer(String(input), init);
  return createNewcomer({ fetch, development, stopping: signal });
}

test("a network is found at a member's address and verified from the id on", async () => {
  const found = await lookUp();
  expect(found).toMatchObject({ ok: true, trust: { net: net.bootstrap.rootSha256 } });
  if (found.ok) expect(await verifyBootstrap(found.bootstrap)).toMatchObject({ verified: true });
});

test("another id than the one that answers is refused", async () => {
  expect(await lookUp("0".repeat(64))).toEqual({ ok: false, reason: "wrong-network" });
});

test("a registry that nobody signed is refused", async () => {
  net.setTamper(async (url, answer) => {
    const response = await answer();
    if (!url.pathname.endsWith("/registry")) return response;
    const text = (await response.text()).replace(/"signature":"./g, '"signature":"_');
    return new Response(text, { headers: response.headers });
  });
  expect(await lookUp()).toMatchObject({ ok: false });
  net.setTamper((_, answer) => answer());
  expect(await lookUp()).toMatchObject({ ok: true });
});

test("a page of somebody else's, endless data and silence are no answer", async () => {
  const html = () => new Response("<h1>Welcome</h1>", { headers: { "content-type": "text/html" } });
  const endless = () => {
    const stream = new ReadableStream({ pull: (to) => to.enqueue(new Uint8Array(65_536)) });
    return new Response(stream, { headers: { "content-type": "application/jose+json" } });
  };
  const silent = () => {
    throw new TypeError("fetch failed");
  };
  for (const answer of [html, endless, silent])
    expect(await toward(answer).lookUp(origin, net.bootstrap.rootSha256)).toEqual({
      ok: false,
      reason: "unreachable",
    });
});

test("outside development nobody calls plain http or a private address, whatever was typed", async () => {
  const called: string[] = [];
  const newcomer = toward((url) => {
    called.push(url);
    return new Response();
  }, false);
  const addresses = ["http://region.example.gov", "https://127.0.0.1", "https://169.254.169.254"];
  for (const one of [...addresses, "https://10.0.0.8:8443", "https://[::1]", "https://[fd00::1]"]) {
    const refused = { ok: false, reason: "address-refused" };
    expect(await newcomer.lookUp(one, "0".repeat(64)), one).toEqual(refused);
    expect(await newcomer.send(one, "{}"), one).toEqual(refused);
    expect(await newcomer.standing(one, "kid"), one).toEqual(refused);
  }
  expect(called).toEqual([]);
});

test("a request is handed to the desk as it was signed, and redirects are not followed", async () => {
  const seen: [string, RequestInit | undefined][] = [];
  const newcomer = toward((url, init) => {
    seen.push([url, init]);
    return Response.json({ kid: "k" }, { status: 202 });
  });
  expect(await newcomer.send(origin, "signed")).toEqual({ ok: true, standing: "waiting" });
  expect(seen).toMatchObject([
    [
      `${origin}/api/v1/network/requests`,
      { method: "POST", body: "signed", redirect: "manual", headers: { "content-type": "application/jose" } },
    ],
  ]);
});

test("the desk's answers are told apart: how a request stands, that it is unknown, refused, or no answer", async () => {
  const problem = (status: number, code: string) =>
    Response.json({ code }, { status, headers: { "content-type": "application/problem+json" } });
  const standing = (answer: () => Response) => toward(answer).standing(origin, "kid");
  expect(await standing(() => Response.json({ standing: "proposed" }))).toEqual({
    ok: true,
    standing: "proposed",
  });
  expect(await standing(() => problem(404, "desk.not-found"))).toEqual({ ok: true, standing: "unknown" });
  expect(await standing(() => problem(429, "http.rate-limited"))).toEqual({
    ...{ ok: false, reason: "refused", code: "http.rate-limited" },
  });
  for (const odd of [Response.json({ standing: "king" }), new Response("404", { status: 404 })])
    expect(await standing(() => odd)).toEqual({ ok: false, reason: "unreachable" });
});
