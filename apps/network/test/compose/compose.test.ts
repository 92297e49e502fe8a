import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { openDatabase } from "@concord/database";
import { type AnswersRequests, localSite, Visitor } from "@concord/testing";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { readPdf } from "../../journeys/read-pdf.ts";
import { freePort, Program, until } from "../tenant-program.ts";
import { officer } from "../trial-place.ts";
import { apply, approve, motel, policyOf, takeCertificate } from "../walk-join.ts";
import { inOrder, readComposeFile, type Service } from "./compose-file.ts";
import { isHealthy } from "./health.ts";
import { startSubstitutes } from "./substitutes.ts";

vi.setConfig({ testTimeout: 240_000, hookTimeout: 480_000 });

const services = readComposeFile({
  CONCORD_OWNER_PASSWORD: "owner1",
  CONCORD_APP_PASSWORD: "app1",
  CONCORD_S3_SECRET: "secret1",
});
const order = inOrder(services);
const firm = motel("Compose Harbor Motel LLC");

let outside: Awaited<ReturnType<typeof startSubstitutes>>;
const running = new Map<string, { program: Program; port: number }>();
/** What the file publishes: the address stays the file's own, the port here is one that was free. */
let site: AnswersRequests;
let origin: string;

beforeAll(async () => {
  outside = await startSubstitutes();
  for (const [name, service] of order) await startAsCompose(name, service);
  const served = running.get("serve");
  if (!served) throw new Error("the file serves nothing");
  origin = served.program.origin;
  site = {
    fetch(request) {
      const url = new URL(request.url);
      url.port = String(served.port);
      return localSite.fetch(new Request(url, request));
    },
  };
});
afterAll(async () => {
  await Promise.all([...running.values()].map(({ program }) => program.stop()));
  await outside?.stop();
});

/** Runs a service's own command with its own environment, and waits as its dependants would. */
async function startAsCompose(name: string, service: Service): Promise<void> {
  const port = await freePort();
  const env = { ...outside.here(service.environment), PORT: String(port) };
  const program = new Program({ command: service.command ?? [], env });
  const waited = order.flatMap(([, { depends_on }]) => depends_on[name]?.condition ?? []);
  if (waited.includes("service_completed_successfully")) {
    expect(await program.ended(), program.said).toBe(0);
    return;
  }
  running.set(name, { program, port });
  await until(async () => {
    if (!program.running) throw new Error(`${name} ended: ${program.said}`);
    return isHealthy(service, port);
  });
}

/** What an operator does once the services run: `docker compose exec serve … appoint`. */
async function appointAsOperator({ command = [], environment }: Service, words: readonly string[]) {
  const program = new Program({
    command: [...command.slice(0, command.indexOf("serve")), "appoint", ...words],
    env: outside.here(environment),
  });
  return { code: await program.ended(), said: program.said };
}

test("the services of a state start in the order of the file", () => {
  expect(order.map(([name]) => name)).toEqual(["migrate", "serve", "worker"]);
  for (const { program } of running.values()) expect(program.running).toBe(true);
});

test("every health check passes while the service answers, and fails where nothing does", async () => {
  const silent = await freePort();
  for (const [name, { port }] of running) {
    const service = services[name];
    if (!service) throw new Error(name);
    expect([await isHealthy(service, port), await isHealthy(service, silent)]).toEqual([true, false]);
  }
});

test("serving and migrating are different roles, and what serves may not change the tables", async () => {
  const migrate = services.migrate?.environment ?? {};
  const users = [migrate.DATABASE_URL, migrate.OWNER_DATABASE_URL].map((url) => new URL(url ?? "").username);
  expect(users).toEqual(["concord_app", "concord_owner"]);
  expect(services.serve?.environment).not.toHaveProperty("OWNER_DATABASE_URL");
  expect(services.worker?.environment).not.toHaveProperty("OWNER_DATABASE_URL");
  const serving = openDatabase(outside.here(services.serve?.environment ?? {}).DATABASE_URL ?? "", {
    max: 1,
  });
  for (const statement of [
    "create table rogue (id int)",
    "alter table members add column rogue int",
    "drop table members",
    "truncate members",
    "create role rogue login",
    "update audit_entries set action = 'rogue'",
    "delete from audit_entries",
  ]) {
    // 42501: insufficient privilege.
    await expect(serving.sql.unsafe(statement), statement).rejects.toMatchObject({ code: "42501" });
  }
  await serving.close();
});

test("nobody works in the office until one is named; naming again changes nothing, and a wrong word is told", async () => {
  const { serve } = services;
  if (!serve) throw new Error("the file serves nothing");
  expect(await appointAsOperator(serve, [])).toMatchObject({
    code: 1,
    said: expect.stringMatching(/^usage: /),
  });
  const wrong = await appointAsOperator(serve, ["olive", ""]);
  expect(wrong).toMatchObject({ code: 1 });
  expect(wrong.said).toMatch(/ {2}- email: Write an e-mail address[\s\S]* {2}- name: /);
  for (const _ of ["first", "again"]) {
    const { code, said } = await appointAsOperator(serve, [officer.email, officer.name]);
    expect([code, said]).toEqual([0, `${officer.email} is an officer and signs in at ${origin}/sign-in\n`]);
  }
  const owner = openDatabase(outside.ownerUrl, { max: 1 });
  const rows = await owner.sql`select action from audit_entries order by seq`;
  await owner.close();
  expect(rows.map(({ action }) => action)).toEqual(["identity.person-added", "identity.role-granted"]);
});

test("a business applies, and its file is in the bucket", async () => {
  await apply(new Visitor(site, origin), firm);
  const contents = await filesBelow(join(outside.buckets, "concord"));
  expect(contents.some((content) => content === policyOf(firm))).toBe(true);
});

test("an officer signs in by a link that came by mail, and approves", async () => {
  const office = new Visitor(site, origin);
  await office.open("/sign-in");
  await office.submit("/sign-in", { email: officer.email });
  await until(() => outside.letters.some(({ to }) => to.includes(officer.email)));
  const mail = outside.letters.find(({ to }) => to.includes(officer.email));
  const link = /http:\/\/\S*\/sign-in\/confirm\?\S+/.exec(mail?.text ?? "")?.[0] ?? "";
  expect(link.startsWith(`${origin}/`)).toBe(true);
  await office.open(link);
  await office.submit("/sign-in/confirm");
  await approve(office, firm);
  expect(office.text).toContain("Approved");
});

test("the worker sends the letter, and the member takes a certificate with its name", async () => {
  const mine = () => outside.letters.filter(({ to }) => to.includes(firm.contactEmail));
  await until(() => mine().some(({ text }) => text.includes("/member")));
  expect(mine().at(-1)?.text).toContain(firm.legalName);
  const taken = await takeCertificate(new Visitor(site, origin), firm);
  const pdf = await readPdf(taken.pdf);
  expect(pdf.text).toContain(firm.legalName);
  expect(pdf.text).toContain(taken.code);
});

test("what serve and worker say of it all names nobody and opens nothing", async () => {
  const said = [...running.values()].map(({ program }) => program.said).join("\n");
  expect(said).toContain('"route":"/join/:step"');
  expect(said).toContain('"role":"worker"');
  const mails = outside.letters.map(({ text }) => text).join("\n");
  const tokens = [...mails.matchAll(/[\w-]{32,}/g)].map(([token]) => token);
  expect(tokens.length).toBeGreaterThan(1);
  const told = [
    ...[firm.legalName, firm.contactEmail, officer.email, officer.name, policyOf(firm)],
    ...["Dana Owner", "601-555-0123", "Beach Boulevard", ...tokens],
  ];
  for (const word of told) {
    expect(said.toLowerCase()).not.toContain(word.toLowerCase());
    expect(said.toLowerCase()).not.toContain(encodeURIComponent(word).toLowerCase());
  }
});

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return Promise.all(files.map(({ parentPath, name }) => readFile(join(parentPath, name), "utf8")));
}
