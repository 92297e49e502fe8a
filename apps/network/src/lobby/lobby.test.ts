import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createLogger } from "@concord/runtime";
import { hotlinesOf, loadProfile } from "@concord/tenant";
import { testClock } from "@concord/testing";
import { ensureUiAssets } from "@concord/ui";
import { afterAll, beforeEach, expect, test } from "vitest";
import type { z } from "zod";
import type { Instance, InstanceStatus } from "../instances/instance.ts";
import { readNetworkFile } from "../network-file.ts";
import { createTour } from "../tour/tour.ts";
import { trialPeople } from "../trial/trial-people.ts";
import { createLobby } from "./lobby.tsx";
import { networkWatcher } from "./look-at-network.ts";
import type { ReadInstance } from "./read-instance.ts";

const file = readNetworkFile();
const { host, adopter } = file.tour;
const folder = await mkdtemp(join(tmpdir(), "concord-lobby-"));
const path = join(folder, "tour.json");
const assets = await ensureUiAssets();
const clock = testClock("2026-11-02T15:00:00Z");
const [hotline = ""] = hotlinesOf(loadProfile(host), "en").map(({ phone }) => phone);
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What the instances would say over HTTP, and whether they run: the lobby's only edges. */
class World {
  readonly statuses = new Map<string, InstanceStatus>();
  readonly said = new Map<string, unknown>();

  instance(code: string): Instance {
    const { statuses } = this;
    const set = (phase: InstanceStatus["phase"]) => async () => void statuses.set(code, { phase });
    return {
      code,
      get status() {
        return statuses.get(code) ?? { phase: "ready" };
      },
      start: set("ready"),
      stop: set("stopped"),
      fetch: () => new Response(),
    };
  }

  read: ReadInstance = async <Schema extends z.ZodType>(code: string, at: string, schema: Schema) =>
    (this.statuses.get(code)?.phase ?? "ready") === "ready"
      ? schema.safeParse(this.said.get(`${code}${at.split("?")[0]}`)).data
      : undefined;
}

let world: World;
let cookie: string;
let lobby: ReturnType<typeof createLobby>;

beforeEach(async () => {
  world = new World();
  cookie = "";
  const { read } = world;
  await rm(path, { force: true });
  for (const code of [host, adopter])
    world.said.set(`${code}/trial/activity`, { head: 40, entries: [], notes: [], notesHead: 0 });
  lobby = createLobby({
    network: {
      tenants: file.tenants.map((code) => world.instance(code)),
      region: world.instance(file.region.code),
      start: async () => {},
      stop: async () => {},
    },
    file,
    config: { port: 4600 },
    assets,
    profiles: file.tenants.map((code) => loadProfile(code)),
    cast: [host, adopter].map((code) => loadProfile(code)),
    tour: createTour({ path, clock, cast: { host, adopter }, region: file.region.code, read }),
    watch: networkWatcher({ clock, read }),
    secret: new Uint8Array(32).fill(5),
    clock,
    log: createLogger({ level: "silent" }),
  });
});

async function open(
  at: string,
  init: RequestInit = {},
): Promise<{ status: number; html: string; to: string }> {
  const headers = { ...init.headers, host: "localhost:4600", cookie };
  const response = await lobby.fetch(new Request(`http://localhost:4600${at}`, { ...init, headers }));
  cookie = response.headers.getSetCookie()[0]?.split(";")[0] ?? cookie;
  return { status: response.status, html: await response.text(), to: response.headers.get("location") ?? "" };
}

async function press(at: string, action: string) {
  const { html } = await open(at);
  const form = html.match(/<form[\s\S]*?<\/form>/g)?.find((one) => one.includes(`action="${action}"`)) ?? "";
  const fields = [...form.matchAll(/name="([^"]+)"[^>]*value="([^"]*)"/g)].map(
    ([, name = "", value = ""]) => [name, value],
  );
  return open(action, {
    method: "POST",
    body: new URLSearchParams(Object.fromEntries(fields)),
    headers: { origin: "http://localhost:4600" },
  });
}

test("shows every state, the open seat, whom one can sign in as, and that it is a demonstration", async () => {
  for (const at of ["/", "/es/"]) {
    const { status, html } = await open(at);
    expect(status).toBe(200);
    for (const code of file.tenants) {
      expect(html).toContain(`http://${code}.localhost:4600`);
      expect(html).toContain(`/emblems/${code}.svg`);
      expect(html).toContain(encodeURIComponent(`officer@${code}.example`));
    }
    expect(html).toMatch(/Demonstration\.|Demostración\./);
    expect(html).toMatch(/six other states|seis estados más/);
    expect(html).not.toMatch(/lobby\.(?!css)[a-z-]+|tour\.[a-z-]+/);
  }
});

test("while a state starts the page says how far it is and offers to look again; afterwards it does not", async () => {
  world.statuses.set(adopter, { phase: "filling", progress: 0.426 });
  for (const at of ["/", "/es/", "/tour", "/es/tour"]) {
    const { html } = await open(at);
    expect(html).toMatch(new RegExp(`<a href="${at}"[^>]* data-look-again`));
    expect(html).not.toContain("http-equiv");
  }
  expect((await open("/")).html).toContain("Making sample data, 42%");
  expect((await open("/look-again.js")).html).toContain("[data-look-again]");
  world.statuses.delete(adopter);
  expect((await open("/")).html).not.toContain("data-look-again");
  expect((await open("/readyz")).status).toBe(200);
});

test("a switched-off state keeps its line, without a link into nowhere, and can be switched on", async () => {
  const { to } = await press("/es/", `/instances/${host}/stop`);
  expect(to).toBe(`/es/?switched=${host}#states`);
  expect((await open(to)).html).toContain("Misisipi está apagado. Los demás siguen sin él.");
  const { html } = await open("/");
  expect(html).not.toContain(`href="http://${host}.localhost:4600/"`);
  expect(html).toContain(`action="/instances/${host}/start"`);
  expect((await open("/readyz")).status).toBe(503);
  await press("/", `/instances/${host}/start`);
  expect((await open("/readyz")).status).toBe(200);
});

test("a switch without its token, or of nobody, does nothing", async () => {
  const body = new URLSearchParams({ to: "/" });
  const headers = { origin: "http://localhost:4600" };
  expect((await open(`/instances/${host}/stop`, { method: "POST", body, headers })).status).toBe(403);
  expect(world.statuses.size).toBe(0);
  expect((await open("/emblems/zz.svg")).status).toBe(404);
});

test("what goes wrong is a page for people, in the language of the address, with the hotline and a way out", async () => {
  const missing = await open("/es/nada");
  expect(missing.status).toBe(404);
  expect(missing.html).toContain('lang="es"');
  expect(missing.html).toContain("Esa página no existe");
  const old = await open("/tour/begin", { method: "POST", body: new URLSearchParams() });
  expect(old.status).toBe(403);
  expect(old.html).toContain("That was not accepted");
  for (const { html } of [missing, old]) {
    expect(html).toContain(hotline);
    expect(html).toMatch(/Demonstration\.|Demostración\./);
    expect(html).toContain('href="http://localhost:4600/');
  }
});

test("the region has its name in the reader's language", async () => {
  expect((await open("/")).html).toContain("Southeast</span>");
  const { html } = await open("/es/");
  expect(html).toContain("Sureste</span>");
  expect(html).not.toContain("Southeast");
});

test("tells what the states did, in the reader's language", async () => {
  const title = { en: "Signs & seeing", es: "Señales" };
  const said = { members: 12, verified: [{ code: "us-x", at: "2026-11-02T14:00:00Z", entries: 3 }] };
  const at = "2026-11-01T10:00:00Z";
  world.said.set(`${host}/trial/network`, { code: "us-x", ...said, verified: [], entries: [] });
  world.said.set(`${adopter}/trial/network`, {
    ...said,
    code: "us-y",
    entries: [
      { at, action: "syndication.adopted", feed: "us-x", title },
      { at, action: "statistics.published", period: "2026-10" },
    ],
  });
  expect((await open("/")).html).toContain("Alabama adopted “Signs &amp; seeing” from Mississippi");
  expect((await open("/es/")).html).toContain("Alabama adoptó «Señales», de Misisipi");
  expect((await open("/")).html).toContain("Alabama published its figures for October 2026");
  expect((await open("/es/")).html).toContain("Alabama publicó sus cifras de octubre de 2026");
  expect((await open("/")).html).toContain("3 signed entries");
});

test("the tour begins, ticks from what an instance tells, survives a restart of the lobby, and begins again", async () => {
  expect((await open("/tour")).html).toContain('action="/tour/begin"');
  await press("/tour", "/tour/begin");
  clock.advance(60_000);
  const done = { seq: 41, at: clock.now().toISOString(), action: "membership.application-submitted" };
  const entries = [{ ...done, subjectKind: "application", subjectId: "app_1", actorKind: "public" }];
  const byItself = { ...done, seq: 42, action: "membership.approved", subjectKind: "member" };
  const filled = { ...byItself, subjectId: "mem_1", about: "app_1", actorKind: "system" };
  world.said.set(`${host}/trial/activity`, {
    head: 42,
    entries: [...entries, filled],
    notes: [],
    notesHead: 0,
  });
  const seen = (await open("/tour")).html;
  expect(seen.match(/cl-line--ticked/g)).toHaveLength(1);
  const kept = JSON.parse(await readFile(path, "utf8"));
  expect(kept.after.host).toBe(42);
  expect(kept.seen).toEqual({ applied: done.at });
  world.said.set(`${host}/trial/activity`, { head: 41, entries: [], notes: [], notesHead: 0 });
  expect((await open("/tour")).html).toContain("cl-line--ticked");
  expect((await open("/es/")).html).toContain("Seguir con el recorrido");
  await press("/tour", "/tour/begin");
  expect((await open("/tour")).html).not.toContain("cl-line--ticked");
  expect((await open("/es/")).html).not.toContain("Seguir con el recorrido");
  await press("/tour", "/tour/end");
  await expect(readFile(path)).rejects.toThrow();
});

test("a state that does not answer keeps the tour from beginning, and says so", async () => {
  world.statuses.set(adopter, { phase: "stopped" });
  const { html } = await open("/es/tour");
  expect(html).toContain("Alabama está apagado");
  expect(html).not.toContain('action="/es/tour/begin"');
});

test("a state that is off keeps the tour from beginning again, and can be switched on right there", async () => {
  await press("/tour", "/tour/begin");
  const old = (await open("/tour")).html;
  world.statuses.set(host, { phase: "stopped" });
  const { html } = await open("/tour");
  expect(html).toContain("Mississippi is switched off.");
  expect(html).not.toContain('action="/tour/begin"');
  // A page from before shows the button still.
  const token = /name="_csrf" value="([^"]+)"/.exec(old)?.[1] ?? "";
  const headers = { origin: "http://localhost:4600" };
  const body = new URLSearchParams({ _csrf: token });
  const refused = await open("/tour/begin", { method: "POST", body, headers });
  expect(refused.status).toBe(409);
  expect(refused.html).toContain("Mississippi is switched off.");
  await press("/tour", `/instances/${host}/start`);
  expect((await open("/tour")).html).toContain('action="/tour/begin"');
});

test("the next step is open, and leads by way of signing in to the very application; the switch says what it did", async () => {
  await press("/tour", "/tour/begin");
  expect((await open("/tour")).html).toContain(`href="http://${host}.localhost:4600/join?county=28047"`);
  clock.advance(60_000);
  const at = clock.now().toISOString();
  const applied = { at, action: "membership.application-submitted", subjectKind: "application" };
  const entry = {
    ...applied,
    seq: 41,
    subjectId: "app_1",
    actorKind: "public",
    page: "/office/applications/app_1",
  };
  world.said.set(`${host}/trial/activity`, { head: 41, entries: [entry], notes: [], notesHead: 0 });
  const { html } = await open("/tour");
  const [officer] = trialPeople(host);
  const way = new URLSearchParams({ email: officer?.email ?? "", to: "/office/applications/app_1" });
  expect(html).toContain(`You act as ${officer?.name} of Mississippi’s office.`);
  expect(html).toContain(`http://${host}.localhost:4600/sign-in?${way}`.replaceAll("&", "&amp;"));
  expect(html.match(/id="now"/g)).toHaveLength(1);
  await press("/", `/instances/${host}/stop`);
  const off = (await open(`/tour?switched=${host}`)).html;
  expect(off).toContain("Mississippi is switched off. The others go on without it.");
  expect(off).toContain("Mississippi is switched off. Switch it on to go on.");
});
