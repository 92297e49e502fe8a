import { createLogger } from "@concord/runtime";
import { Hono } from "hono";
import { expect, test } from "vitest";
import { handleErrors } from "./handle-errors.ts";
import { rateLimit } from "./rate-limit.ts";
import { TokenBuckets } from "./token-bucket.ts";

function movingClock() {
  let now = 1_000_000;
  return { now: () => new Date(now), pass: (seconds: number) => (now += seconds * 1000) };
}

test("a bucket empties, refills with time, and never beyond its capacity", () => {
  const clock = movingClock();
  const buckets = new TokenBuckets({ clock, capacity: 2, perSecond: 0.1 });
  expect([buckets.take("a"), buckets.take("a")]).toEqual([0, 0]);
  expect(buckets.take("a")).toBeCloseTo(10);
  expect(buckets.take("b")).toBe(0);
  clock.pass(6);
  expect(buckets.wait("a")).toBeCloseTo(4);
  clock.pass(4);
  expect(buckets.take("a")).toBe(0);
  clock.pass(100_000);
  expect([buckets.take("a"), buckets.take("a"), buckets.take("a") > 0]).toEqual([0, 0, true]);
});

test("asking whether a sign-in may go on costs nothing; success clears the failures", () => {
  const buckets = new TokenBuckets({ clock: movingClock(), capacity: 1, perSecond: 0.01 });
  for (let i = 0; i < 5; i++) expect(buckets.wait("ana")).toBe(0);
  buckets.take("ana");
  expect(buckets.wait("ana")).toBeGreaterThan(0);
  buckets.reset("ana");
  expect(buckets.wait("ana")).toBe(0);
});

test("keys are capped, and the one unused longest goes first", () => {
  const buckets = new TokenBuckets({ clock: movingClock(), capacity: 1, perSecond: 0.01, maxKeys: 2 });
  for (const key of ["a", "b", "a", "c"]) buckets.take(key);
  expect(buckets.size).toBe(2);
  expect([buckets.wait("a") > 0, buckets.wait("b")]).toEqual([true, 0]);
});

test("the middleware answers 429 with Retry-After, by key", async () => {
  const app = new Hono();
  handleErrors(app, { log: createLogger({ destination: { write: () => undefined } }) });
  const key = (c: { req: { header(name: string): string | undefined } }) => c.req.header("x-key") ?? "";
  app.use(rateLimit({ clock: movingClock(), capacity: 1, perSecond: 0.1, key }));
  app.get("/", (c) => c.text("ok"));
  const ask = (who: string) => app.request("/", { headers: { "x-key": who } });
  expect((await ask("a")).status).toBe(200);
  const refused = await ask("a");
  expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, "10"]);
  expect((await ask("b")).status).toBe(200);
});
