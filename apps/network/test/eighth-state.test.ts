import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { addDays, addMonths, dayIn } from "@concord/runtime";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { readPdf } from "../journeys/read-pdf.ts";
import { writeEighthState } from "./eighth-state.ts";
import type { Program } from "./tenant-program.ts";
import { appointFirstOfficer, officer, trialPlace } from "./trial-place.ts";
import { apply, approve, type Firm, takeCertificate } from "./walk-join.ts";

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

const name = `Posada Ñandú ${Math.random().toString(36).slice(2, 8)} & Hijos`;
const today = dayIn("Pacific/Guam", new Date());
const spoken = new Intl.DateTimeFormat("es", { dateStyle: "long", timeZone: "UTC" });
const firm: Firm = {
  legalName: name,
  contactEmail: "posada@cefiria.example",
  countyFips: "28001",
  level: "seedling",
  commitments: ["hang-notice", "hold-campaign"],
  campaignOn: addMonths(today, -2),
  files: ["affidavit"],
};

let parent: string;
let place: Awaited<ReturnType<typeof trialPlace>>;
let program: Program;
let code: string;

beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), "concord-eighth-"));
  place = await trialPlace(await writeEighthState(parent), "zz");
  await appointFirstOfficer(place.env);
  program = await place.start().untilReady();
});
afterAll(async () => {
  await place?.remove();
  await rm(parent, { recursive: true, force: true });
});

test("a state that no code knows speaks its own language first, and English beside it", async () => {
  const visitor = program.visitor();
  const home = await visitor.open("/");
  expect(home.html).toMatch(/<html[^>]* lang="es"/);
  expect(visitor.text).toContain("Cefiria se levanta");
  expect(visitor.text).toContain("Demostración");
  expect(visitor.link(/^\/en\/?$/)).toBeDefined();
  const english = await visitor.open("/en/");
  expect(english.html).toMatch(/<html[^>]* lang="en"/);
  expect(visitor.text).toContain("Zephyria Stands Up");
  await visitor.open("/join");
  expect(visitor.text).toContain("Semilla");
  expect(visitor.text).toContain("Roble viejo");
});

test("what its own rules ask for is asked for, and nothing typed is lost", async () => {
  const visitor = program.visitor();
  const early = { ...firm, legalName: "Muy Temprano", campaignOn: addMonths(today, -6), files: [] };
  await expect(apply(visitor, early)).rejects.toThrow("/join/review was answered with 422");
  expect(visitor.text).toContain("5 meses");
  await visitor.open("/join/organization");
  expect(visitor.seen.html).toContain('value="Muy Temprano"');
});

test("a business applies, is approved for seven months, and takes its certificate, in Spanish", async () => {
  await apply(program.visitor(), firm);
  const office = program.visitor();
  await office.signIn(officer.email);
  await approve(office, firm);
  const member = program.visitor();
  await member.open(`/mailbox?to=${encodeURIComponent(firm.contactEmail)}`);
  expect(member.text).toContain(name);
  const taken = await takeCertificate(member, firm);
  code = taken.code;
  const pdf = await readPdf(taken.pdf);
  expect(pdf).toMatchObject({ ua: "1", language: "es" });
  for (const fact of [name, "Certificado de primeros pasos", "ha dado sus primeros pasos", code]) {
    expect(pdf.text).toContain(fact);
  }
});

test("its directory lists the business and its verify page confirms the term", async () => {
  const visitor = program.visitor();
  await visitor.open(`/members?q=${encodeURIComponent("nandu")}`);
  expect(visitor.text).toContain(name);
  await visitor.open(`/verify/${code}`);
  expect(visitor.text).toContain(name);
  // The approval may have fallen on the day after this file was loaded.
  const ends = [today, dayIn("Pacific/Guam", new Date())].map((day) =>
    spoken.format(new Date(`${addDays(addMonths(day, 7), -1)}T00:00:00Z`)),
  );
  expect(ends.some((end) => visitor.text.includes(end))).toBe(true);
  await visitor.open(`/en/verify/${code}`);
  expect(visitor.seen.status).toBe(200);
  const api = await program.fetch(`/api/v1/members?q=${encodeURIComponent("Ñandú")}`);
  expect(await api.json()).toMatchObject({ members: [{ name }], total: 1 });
});
