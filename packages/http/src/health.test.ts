import { createLogger } from "@concord/runtime";
import { expect, test } from "vitest";
import { healthRoutes } from "./health.ts";

const log = createLogger({ destination: { write: () => undefined } });

test("ready when every check passes", async () => {
  const app = healthRoutes({ log, checks: { database: async () => 1, storage: () => undefined } });
  expect((await app.request("/healthz")).status).toBe(200);
  const response = await app.request("/readyz");
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({ status: "ready", checks: { database: "ok", storage: "ok" } });
});

test("not ready names the check and not the reason, and does not wait for ever", async () => {
  const checks = {
    database: () => Promise.reject(new Error("password wrong")),
    storage: () => {
      throw new Error("gone");
    },
    peer: () => new Promise(() => undefined),
    jobs: () => true,
  };
  const response = await healthRoutes({ log, checks, timeoutMs: 50 }).request("/readyz");
  expect(response.status).toBe(503);
  expect(await response.json()).toEqual({
    status: "not-ready",
    checks: { database: "failed", storage: "failed", peer: "failed", jobs: "ok" },
  });
});
