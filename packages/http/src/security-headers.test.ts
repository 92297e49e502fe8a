import { createLogger } from "@concord/runtime";
import { Hono } from "hono";
import { expect, test } from "vitest";
import { handleErrors } from "./handle-errors.ts";
import { noIndex, securityHeaders } from "./security-headers.ts";

function build(options: Parameters<typeof securityHeaders>[0] = {}) {
  const app = new Hono();
  app.use(securityHeaders(options), noIndex());
  handleErrors(app, { log: createLogger({ destination: { write: () => undefined } }) });
  app.get("/", (c) => c.text("ok"));
  app.get("/raw", () => new Response("raw"));
  app.get("/fails", () => {
    throw new Error("no");
  });
  app.get("/own", (c) => c.text("ok", 200, { "Referrer-Policy": "no-referrer" }));
  return app;
}

test.each(["/", "/raw", "/fails", "/missing"])("%s carries the strict headers", async (path) => {
  const { headers } = await build().request(path);
  const policy = headers.get("content-security-policy") ?? "";
  expect(policy).not.toMatch(/unsafe|\*|https?:/);
  expect(policy.split("; ").toSorted()).toEqual(
    [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self' data:",
      "font-src 'self'",
      "media-src 'self'",
      "connect-src 'self'",
      "form-action 'self'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
    ].toSorted(),
  );
  expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
  expect(headers.get("cross-origin-resource-policy")).toBe("same-origin");
  expect(headers.get("x-content-type-options")).toBe("nosniff");
  expect(headers.get("referrer-policy")).toBe("same-origin");
  expect(headers.get("permissions-policy")).toContain("geolocation=()");
  expect(headers.get("x-robots-tag")).toBe("noindex, nofollow");
  expect(headers.get("strict-transport-security")).toBeNull();
});

test("https adds HSTS, a named origin may be connected to, a route may be stricter", async () => {
  const app = build({ https: true, connectSrc: ["https://files.example.gov"] });
  const { headers } = await app.request("/own");
  expect(headers.get("strict-transport-security")).toMatch(/^max-age=31536000/);
  expect(headers.get("content-security-policy")).toContain("connect-src 'self' https://files.example.gov;");
  expect(headers.get("referrer-policy")).toBe("no-referrer");
});
