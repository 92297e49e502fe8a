import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { createToken } from "./create-token.ts";
import type { Program } from "./tenant-program.ts";
import { appointFirstOfficer, officer, trialPlace } from "./trial-place.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 240_000 });

let place: Awaited<ReturnType<typeof trialPlace>>;
let program: Program;
let token: string;

beforeAll(async () => {
  place = await trialPlace("ms");
  await appointFirstOfficer(place.env);
  program = await place.start({ LOG_LEVEL: "info" }).untilReady();
  const office = program.visitor();
  await office.signIn(officer.email);
  token = await createToken(office);
});
afterAll(() => place.remove());

const post = (body: string | Uint8Array<ArrayBuffer> | undefined, contentType = "application/json") =>
  program.fetch("/api/v1/applications", {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": contentType },
    ...(body === undefined ? {} : { body }),
  });

/** A refusal in the shape of RFC 9457 that says nothing of what is inside. */
async function refused(answer: Response | Promise<Response>, status: number) {
  const response = await answer;
  const text = await response.text();
  expect(response.status, text).toBe(status);
  expect(response.headers.get("content-type")).toContain("application/problem+json");
  expect(text).not.toMatch(/node_modules|\bat \w+ \(|select |insert |SyntaxError|ZodError|postgres/i);
  const problem = JSON.parse(text);
  expect(problem).toMatchObject({ status, type: expect.any(String), title: expect.any(String) });
  return problem;
}

test("a name that was not configured is answered with 421, as a page and as a problem", async () => {
  const headers = { host: `al.localhost:${place.port}` };
  for (const path of ["/", "/join", "/es/"]) {
    const page = await program.fetch(path, { headers });
    expect(page.status).toBe(421);
    expect(await page.text()).not.toContain("Magnolia");
  }
  await refused(program.fetch("/api/v1/members", { headers }), 421);
  for (const host of ["ms.localhost", `ms.localhost.evil.example:${place.port}`, "127.0.0.1", "x"]) {
    expect((await program.fetch("/", { headers: { host } })).status).toBe(421);
  }
  expect((await program.fetch("/", { headers: { host: `ms.localhost:${place.port}.evil` } })).status).toBe(
    400,
  );
  expect((await program.fetch("/", { headers: { host: `MS.localhost.:${place.port}` } })).status).toBe(200);
});

test("JSON that is broken, empty, cut off or not text at all is refused with 4xx", async () => {
  const bodies = [
    '{"form":',
    "",
    "nonsense",
    '{"form":{}}}',
    "{'form':{}}",
    '\u0000{"form":{}}',
    '{"form":{"legalName":"\\ud800"',
    new Uint8Array([0xff, 0xfe, 0x00, 0x80]),
    new Uint8Array(randomBytes(4_000)),
  ];
  for (const body of bodies) {
    const response = await post(body);
    expect([400, 415, 422]).toContain(response.status);
    await refused(response, response.status);
  }
});

test("JSON of a wrong type names every field that is wrong, by pointer", async () => {
  for (const body of ["null", "[]", "7", '"text"', "true", "{}", '{"form":[]}', '{"form":"x"}']) {
    await refused(post(body), 422);
  }
  const form = { legalName: 7, employees: "many", locations: "here", commitments: [1], listed: "perhaps" };
  const problem = await refused(post(JSON.stringify({ form })), 422);
  const pointers = problem.errors.map(({ pointer }: { pointer: string }) => pointer);
  for (const field of ["legalName", "employees", "locations", "commitments/0", "listed"]) {
    expect(pointers).toContain(`/form/${field}`);
  }
});

test("depth, odd keys and numbers out of range do no harm", async () => {
  const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
  const response = await post(`{"form":{"legalName":${deep}}}`);
  expect([400, 413, 422]).toContain(response.status);
  await refused(response, response.status);
  await refused(post('{"form":{"employees":1e400}}'), 422);
  const odd = await post(
    '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"form":{}}',
  );
  expect(odd.status).toBeLessThan(500);
  expect((await program.fetch("/")).status).toBe(200);
});

test("another content type is refused, whatever it holds", async () => {
  for (const type of ["text/plain", "application/xml", "application/x-www-form-urlencoded", "image/png"]) {
    const response = await post('{"form":{}}', type);
    expect([415, 422]).toContain(response.status);
    await refused(response, response.status);
  }
});

test("a body over the limit is refused with 413, and a long field with 422", async () => {
  const large = new Uint8Array(13 * 1024 * 1024).fill(0x20);
  await refused(post(large), 413);
  const text = JSON.stringify({ form: { legalName: "x".repeat(300_000) } });
  const response = await post(text);
  expect([413, 422]).toContain(response.status);
  await refused(response, response.status);
});

test("of all that the log holds no error and nothing that was sent", () => {
  const lines = program.said.split("\n").filter((line) => line.startsWith("{"));
  const levels = lines.map((line) => JSON.parse(line).level);
  expect(levels.length).toBeGreaterThan(10);
  expect(levels.filter((level) => level >= 50)).toEqual([]);
  expect(program.said).not.toContain(token);
  expect(program.said).not.toContain(officer.email);
});

test("characters that the database cannot keep are refused as a fault of the request", async () => {
  await refused(post('{"form":{"legalName":"a\\u0000b"}}'), 422);
  await refused(post('{"form":{"legalName":"a\\ud800b"}}'), 422);
  for (const path of [
    "/members?q=%00",
    "/api/v1/members?q=%00",
    "/mailbox?to=%00",
    "/es/members?county=%00",
  ]) {
    expect((await program.fetch(path)).status).toBeLessThan(500);
  }
  const applicant = program.visitor();
  await applicant.open("/join");
  await applicant.submit("/join");
  await applicant.submit("/join/organization", { legalName: "a\u0000b" });
  expect(applicant.seen.status).toBe(422);
});
