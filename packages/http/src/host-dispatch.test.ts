import { Hono } from "hono";
import { expect, test } from "vitest";
import { hostDispatch } from "./host-dispatch.ts";

const site = (name: string) => new Hono().get("*", (c) => c.text(name));
const ask = (dispatch: ReturnType<typeof hostDispatch>, host: string, path = "/", headers = {}) =>
  dispatch.fetch(new Request(`http://localhost${path}`, { headers: { host, ...headers } }));
const sites = { "ms.localhost:4600": site("ms"), "al.localhost:4600": site("al") };

test("each host gets its site, whatever its case and with its closing dot", async () => {
  const dispatch = hostDispatch(sites);
  expect(await (await ask(dispatch, "ms.localhost:4600")).text()).toBe("ms");
  expect(await (await ask(dispatch, "AL.localhost.:4600")).text()).toBe("al");
});

test("an unknown host gets 421 and a page that shows its name safely", async () => {
  const dispatch = hostDispatch(sites);
  for (const host of ["evil.example", "ms.localhost", "ms.localhost:80", "constructor"]) {
    expect((await ask(dispatch, host)).status).toBe(421);
  }
  const response = await ask(dispatch, "<b>x</b>", "/", { "accept-language": "es" });
  const page = await response.text();
  expect(page).toContain("&lt;b&gt;");
  expect(page).toContain('<html lang="es">');
  expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
});

test("a program gets the same as problem details", async () => {
  const response = await ask(hostDispatch(sites), "evil.example", "/api/v1/members");
  expect([response.status, response.headers.get("content-type")]).toEqual([421, "application/problem+json"]);
  expect(await response.json()).toMatchObject({ status: 421, code: "http.misdirected" });
});

test("a map may gain and lose sites while it runs, and a fallback answers for the rest", async () => {
  const live = new Map([["ms.localhost:4600", site("ms")]]);
  const dispatch = hostDispatch(live, { fallback: site("lobby") });
  expect(await (await ask(dispatch, "tx.localhost:4600")).text()).toBe("lobby");
  live.set("tx.localhost:4600", site("tx"));
  expect(await (await ask(dispatch, "tx.localhost:4600")).text()).toBe("tx");
  live.delete("ms.localhost:4600");
  expect(await (await ask(dispatch, "ms.localhost:4600")).text()).toBe("lobby");
});
