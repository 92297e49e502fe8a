import { createLogger } from "@concord/runtime";
import { Hono } from "hono";
import { expect, test } from "vitest";
import { etagOf, notModified, requireMatch } from "./conditional.ts";
import { handleErrors } from "./handle-errors.ts";

const etag = etagOf("mem_1", 3);
const app = new Hono();
handleErrors(app, { log: createLogger({ destination: { write: () => undefined } }) });
app.get("/", (c) => notModified(c, etag) ?? c.text("body"));
app.put("/", (c) => {
  requireMatch(c, etag);
  return c.text("changed");
});

test.each([
  [undefined, 200],
  [etag, 304],
  [`W/${etag}`, 304],
  [`"other", ${etag}`, 304],
  ["*", 304],
  ['"other"', 200],
])("If-None-Match %s", async (header, status) => {
  const response = await app.request("/", { headers: header ? { "if-none-match": header } : {} });
  expect([response.status, response.headers.get("etag")]).toEqual([status, etag]);
  expect(await response.text()).toBe(status === 304 ? "" : "body");
});

test.each([
  [undefined, 428],
  [etag, 200],
  [`W/${etag}`, 412],
  ['"other"', 412],
])("If-Match %s", async (header, status) => {
  const response = await app.request("/", { method: "PUT", headers: header ? { "if-match": header } : {} });
  expect(response.status).toBe(status);
});

test("where one part ends and the next begins matters", () => {
  expect(etagOf("a", "bc")).not.toBe(etagOf("ab", "c"));
  expect(etagOf(new Uint8Array([97]))).toBe(etagOf("a"));
});
