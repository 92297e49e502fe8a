import { createLogger } from "@concord/runtime";
import { Hono } from "hono";
import { expect, test } from "vitest";
import { networkOf } from "./client-address.ts";
import { handleErrors } from "./handle-errors.ts";
import { createMetrics, metricsRoute } from "./metrics.ts";
import { clientAddress, requestContext, requestId } from "./request-context.ts";

function build(trustedProxies: string[] = []) {
  const lines: string[] = [];
  const log = createLogger({ destination: { write: (line) => void lines.push(line) } });
  let now = 0;
  const clock = { now: () => new Date(now) };
  const ids = { next: (prefix: string) => `${prefix}_own` };
  const app = new Hono();
  const metrics = createMetrics({ clock });
  app.use(requestContext({ log, clock, ids, trustedProxies, unlogged: ["/help", "/es/ayuda"] }));
  app.use(metrics.measure);
  handleErrors(app, { log });
  const who = new Hono();
  who.get("/:email", (c) => {
    now += 40;
    return c.text(`${clientAddress(c)} ${requestId(c)}`);
  });
  app.route("/members", who);
  app.get("/help/*", (c) => c.text("help"));
  app.get("/es/ayuda", (c) => c.text("ayuda"));
  const ask = async (path: string, from: string, headers: Record<string, string> = {}) =>
    app.request(path, { headers }, { incoming: { socket: { remoteAddress: from } } });
  return {
    app,
    lines,
    ask,
    scrape: async () => (await metricsRoute([metrics.registry]).request("/metrics")).text(),
  };
}

test("the access line and the measure hold the pattern, and nothing of the person", async () => {
  const { ask, lines, scrape } = build();
  await ask("/members/ana@example.com?token=secret", "203.0.113.7");
  await ask("/ana@example.com", "203.0.113.7");
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { method: "GET", route: "/members/:email", status: 200, ms: 40, requestId: "req_own", msg: "request" },
    { method: "GET", route: "unmatched", status: 404 },
  ]);
  const measured = await scrape();
  expect(measured).toContain(
    'http_request_duration_seconds_count{method="GET",route="/members/:email",status="200"} 1',
  );
  expect(lines.join("") + measured).not.toMatch(/ana@|secret|203\.0/);
});

test("pages of help leave neither a line nor a measure", async () => {
  const { ask, lines, scrape } = build();
  expect((await ask("/help/now", "203.0.113.7")).status).toBe(200);
  expect((await ask("/es/ayuda", "203.0.113.7")).status).toBe(200);
  expect(lines).toEqual([]);
  expect(await scrape()).not.toContain("count{");
});

test("an address or id from outside counts only through a trusted proxy", async () => {
  const forwarded = { "x-forwarded-for": "1.1.1.1, 198.51.100.9, 10.0.0.3", "x-request-id": "proxy-1234" };
  const untrusting = await build().ask("/members/x", "203.0.113.7", forwarded);
  expect(await untrusting.text()).toBe("203.0.113.7 req_own");
  const { ask } = build(["10.0.0.0/8", "::1"]);
  expect(await (await ask("/members/x", "::ffff:10.0.0.2", forwarded)).text()).toBe(
    "198.51.100.9 proxy-1234",
  );
  expect(await (await ask("/members/x", "::1")).text()).toBe("::1 req_own");
  const odd = { "x-forwarded-for": "1.1.1.1, <script>", "x-request-id": "a b\tc" };
  expect(await (await ask("/members/x", "10.0.0.2", odd)).text()).toBe("10.0.0.2 req_own");
});

test("one IPv6 household counts as one, an IPv4 address as itself", () => {
  expect(networkOf("2001:db8:1:2:aaaa::1")).toBe(networkOf("2001:db8:1:2::9"));
  expect(networkOf("2001:db8:1:2::9")).not.toBe(networkOf("2001:db8:1:3::9"));
  expect(networkOf("2001:db8::1")).toBe("2001:db8:0:0::/64");
  expect(networkOf("::1")).toBe("0:0:0:0::/64");
  expect(networkOf("203.0.113.7")).toBe("203.0.113.7");
});
