import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type AnswersRequests, localSite, Visitor } from "@concord/testing";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { readPdf } from "../../journeys/read-pdf.ts";
import { freePort, Program, until } from "../tenant-program.ts";
import { appointFirstOfficer, officer } from "../trial-place.ts";
import { apply, approve, motel, policyOf, takeCertificate } from "../walk-join.ts";
import { inOrder, readComposeFile, type Service } from "./compose-file.ts";
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
    // An operator names the first officer before anybody can sign in.
    await appointFirstOfficer(env);
    return;
  }
  running.set(name, { program, port });
  await until(async () => {
    if (!program.running) throw new Error(`${name} ended: ${program.said}`);
    return isHealthy(service, port);
  });
}

/** Asks what the service's health check asks, at the port that the program has here. */
async function isHealthy({ healthcheck }: Service, port: number): Promise<boolean> {
  const path = /(\/[a-z]+z)\b/.exec(JSON.stringify(healthcheck.test))?.[1];
  if (!path) throw new Error("the health check asks for no page");
  const asked = new Request(`http://127.0.0.1:${port}${path}`);
  const answer = await Promise.resolve(localSite.fetch(asked)).catch(() => undefined);
  return answer?.status === 200;
}

test("the services of a state start in the order of the file", () => {
  expect(order.map(([name]) => name)).toEqual(["migrate", "serve", "worker"]);
  for (const { program } of running.values()) expect(program.running).toBe(true);
});

// Known fault: the unquoted `0 : 1` makes YAML read the command as a mapping, and Docker refuses the file.
test.fails("every health check is a command that Docker can run", () => {
  for (const { healthcheck } of Object.values(services)) {
    expect(healthcheck.test.filter((part) => typeof part !== "string")).toEqual([]);
  }
});

test("serving and migrating are different roles, and what serves may not change the tables", async () => {
  const migrate = services.migrate?.environment ?? {};
  const users = [migrate.DATABASE_URL, migrate.OWNER_DATABASE_URL].map((url) => new URL(url ?? "").username);
  expect(users).toEqual(["concord_app", "concord_owner"]);
  expect(services.serve?.environment).not.toHaveProperty("OWNER_DATABASE_URL");
  expect(services.worker?.environment).not.toHaveProperty("OWNER_DATABASE_URL");
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

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return Promise.all(files.map(({ parentPath, name }) => readFile(join(parentPath, name), "utf8")));
}
