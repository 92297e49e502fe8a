import type { Site } from "@concord/http";
import { expect, test } from "vitest";
import { readNetworkConfig } from "./config.ts";
import { createFront } from "./front.ts";
import type { Instance } from "./instances/instance.ts";
import { placeOf } from "./instances/place.ts";

const site = (text: string): Site => ({ fetch: () => new Response(text) });

function frontAt(port: number) {
  const instance: Instance = {
    code: "zz",
    status: { phase: "ready" },
    start: async () => undefined,
    stop: async () => undefined,
    fetch: (request) => (request.url.endsWith("/gone") ? undefined : new Response("state")),
  };
  const front = createFront({
    port,
    lobby: site("lobby"),
    instances: [instance],
    away: () => site("away"),
  });
  return (host: string, path = "/") =>
    Promise.resolve(front.fetch(new Request(`http://x${path}`, { headers: { host } })));
}

test("each host has its own, and a stand-in where it does not answer", async () => {
  const ask = frontAt(4600);
  expect(await (await ask("localhost:4600")).text()).toBe("lobby");
  expect(await (await ask("zz.localhost:4600")).text()).toBe("state");
  expect(await (await ask("zz.localhost:4600", "/gone")).text()).toBe("away");
  expect((await ask("yy.localhost:4600")).status).toBe(421);
});

test("on the usual port no host carries a number, as browsers write it", async () => {
  const ask = frontAt(80);
  expect(await (await ask("localhost")).text()).toBe("lobby");
  expect(await (await ask("zz.localhost")).text()).toBe("state");
  expect(placeOf("zz", { dataDir: "/d", port: 80, empty: true, little: false })).toMatchObject({
    origin: "http://zz.localhost",
    lobbyUrl: "http://localhost",
  });
});

test("the lobby by its number leads to its name, where its forms are accepted; a health check is answered", async () => {
  const ask = frontAt(4600);
  expect(await (await ask("127.0.0.1:4600", "/readyz")).text()).toBe("lobby");
  const answer = await ask("127.0.0.1:4600", "/tour?x=1");
  expect(answer.status).toBe(307);
  expect(answer.headers.get("location")).toBe("http://localhost:4600/tour?x=1");
});

test("naming nobody to start is refused, as is a stranger", () => {
  const known = ["zz", "yy"];
  for (const only of ["", ",", " , "])
    expect(() => readNetworkConfig(["--only", only], known, {})).toThrow("--only: names nobody");
  expect(() => readNetworkConfig(["--only", "zz,qq"], known, {})).toThrow("qq is not a member");
  expect(readNetworkConfig(["--only", "yy"], known, {}).only).toEqual(["yy"]);
});
