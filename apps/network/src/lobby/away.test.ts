import { createLogger } from "@concord/runtime";
import { hotlinesOf, loadProfile } from "@concord/tenant";
import { testClock } from "@concord/testing";
import { ensureUiAssets } from "@concord/ui";
import { expect, test } from "vitest";
import { Member } from "../instances/instance.ts";
import { readNetworkFile } from "../network-file.ts";
import { createAway } from "./away.tsx";

const file = readNetworkFile();
const { host } = file.tour;
const profiles = [loadProfile(host)];
const assets = await ensureUiAssets();
const member = new Member(host, () => new Promise(() => undefined));

function awayOf(instance: Member) {
  const clock = testClock("2026-11-02T15:00:00Z");
  const log = createLogger({ level: "silent" });
  return createAway({ assets, file, profiles, clock, log, config: { port: 4600 } }, instance);
}

async function ask(path: string, instance = member) {
  const url = `http://${instance.code}.localhost:4600${path}`;
  const response = await awayOf(instance).fetch(new Request(url));
  return { response, text: await response.text() };
}

test("in the place of a state that is off stands a page with the hotline, the notice and the way to the lobby", async () => {
  await member.stop();
  for (const [path, says, lobby] of [
    ["/trainings?x=1", "Mississippi is switched off", 'href="http://localhost:4600/"'],
    ["/es/trainings", "Misisipi está apagado", 'href="http://localhost:4600/es/"'],
  ] as const) {
    const { response, text } = await ask(path);
    expect(response.status).toBe(503);
    expect(response.headers.get("retry-after")).toBe("5");
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(text).toContain(says);
    expect(text).toContain(lobby);
    expect(text).toMatch(
      /Not a website of the State of Mississippi|no es un sitio web del estado de Misisipi/,
    );
    for (const { phone } of hotlinesOf(loadProfile(host), "en").slice(0, 1)) expect(text).toContain(phone);
  }
});

test("the page finds its own style there", async () => {
  const { text } = await ask("/");
  const styles = [...text.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, href = ""]) => href);
  expect(styles).toHaveLength(2);
  for (const href of styles) expect((await ask(href)).response.status).toBe(200);
});

test("programs get problem details", async () => {
  for (const path of ["/api/v1/members", "/federation/v1/registry", "/readyz"]) {
    const { response, text } = await ask(path);
    expect(response.status).toBe(503);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect(response.headers.get("retry-after")).toBe("5");
    expect(JSON.parse(text)).toMatchObject({ status: 503, code: "network.not-running" });
  }
});

test("while it starts the page says that", async () => {
  const starting = new Member(host, () => new Promise(() => undefined));
  expect((await ask("/", starting)).text).toContain("Mississippi is starting");
  const region = new Member(file.region.code, () => new Promise(() => undefined));
  await region.stop();
  expect((await ask("/es/", region)).text).toContain("Sureste está apagado");
});
