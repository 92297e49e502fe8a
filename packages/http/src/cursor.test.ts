import { DomainError } from "@concord/runtime";
import { z } from "@hono/zod-openapi";
import { Hono } from "hono";
import { expect, test } from "vitest";
import { decodeCursor, encodeCursor, linkPages, pageQuery } from "./cursor.ts";

const position = z.object({ name: z.string(), id: z.string() });

test("a cursor comes back as it was", () => {
  const at = { name: "Ñandú & Söhne", id: "mem_1" };
  expect(decodeCursor(position, encodeCursor(at))).toEqual(at);
});

test.each(["", "%%%", "bm90IGpzb24", encodeCursor({ name: 1 }), encodeCursor(null)])(
  "no cursor: %j",
  (text) => {
    expect(() => decodeCursor(position, text)).toThrow(DomainError);
    expect(() => decodeCursor(position, text)).toThrow("http.invalid-cursor");
  },
);

test("Link keeps the other parameters and names both directions", async () => {
  const app = new Hono();
  app.get("/list", (c) => {
    linkPages(c, { next: "NEXT", prev: "PREV" });
    return c.text("");
  });
  app.get("/last", (c) => {
    linkPages(c, {});
    return c.text("");
  });
  const response = await app.request("/list?county=Harrison&cursor=OLD");
  expect(response.headers.get("link")).toBe(
    '</list?county=Harrison&cursor=NEXT>; rel="next", </list?county=Harrison&cursor=PREV>; rel="prev"',
  );
  expect((await app.request("/last")).headers.get("link")).toBeNull();
});

test("a page has a size by default and a largest size", () => {
  const query = pageQuery({ limit: 10, max: 50 });
  expect(query.parse({})).toEqual({ limit: 10 });
  expect(query.parse({ limit: "50" })).toEqual({ limit: 50 });
  for (const limit of ["51", "0", "1.5", "x"]) expect(query.safeParse({ limit }).success).toBe(false);
});
