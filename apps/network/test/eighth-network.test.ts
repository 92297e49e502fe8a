import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { library } from "@concord/content";
import { addMonths, createLogger, dayIn, systemClock } from "@concord/runtime";
import { bootTenant, offerLibraryToolkit, readTenantConfig } from "@concord/tenant";
import { localSite, Visitor } from "@concord/testing";
import { ensureUiAssets } from "@concord/ui";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { aroundNow } from "../journeys/around-now.ts";
import { readPdf } from "../journeys/read-pdf.ts";
import { board, writeEighthState } from "./eighth-state.ts";
import { foundAmong } from "./found-among.ts";
import { regionPlace } from "./region-place.ts";
import { type Program, until } from "./tenant-program.ts";
import { appointFirstOfficer, officer, type TrialPlace, trialPlace } from "./trial-place.ts";
import { apply, approve, type Firm, takeCertificate } from "./walk-join.ts";
import { bare, certificateOn, takeTraining } from "./walk-learn.ts";
import { adoptTitle } from "./walk-share.ts";
import { offerTraining, publishTraining, writeTraining } from "./write-training.ts";

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

const word = Math.random().toString(36).slice(2, 8);
const zone = "Pacific/Guam";
const today = dayIn(zone, new Date());
const firm: Firm = {
  legalName: `Posada Ñandú ${word}`,
  contactEmail: "posada@cefiria.example",
  countyFips: "28001",
  level: "seedling",
  commitments: ["hang-notice", "hold-campaign"],
  campaignOn: addMonths(today, -2),
  files: ["affidavit"],
};
const theirs = {
  en: `Signs at the ${word} docks`,
  es: `Señales en los muelles ${word}`,
  said: `${word} twice`,
};
const ours = { en: `Pilots of ${word}`, es: `Pilotos de ${word}`, said: `${word} on board` };
const license = "P-4711";

let parent: string;
let network: string;
let region: Awaited<ReturnType<typeof regionPlace>>;
let places: TrialPlace[];
let eighth: Program;
let office: Visitor;
let neighbour: Visitor;
/** The training of its own that it gives. */
let own = "";

beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), "concord-eighth-"));
  const [place, other] = [await trialPlace(await writeEighthState(parent), "zz"), await trialPlace("ms")];
  places = [place, other];
  region = await regionPlace();
  network = await foundAmong(places, [region.member]);
  for (const { env } of places) await appointFirstOfficer({ ...env, NETWORK_DIR: network });
  await offerToolkit({ ...place.env, NETWORK_DIR: network });
  const told = { LOG_LEVEL: "error", NETWORK_DIR: network };
  const programs = await Promise.all(places.map((one) => one.start(told).untilReady()));
  const [first, second] = programs;
  if (!first || !second) throw new Error("nobody started");
  eighth = first;
  await region.start(network);
  [office, neighbour] = [first.visitor(), second.visitor()];
  for (const visitor of [office, neighbour]) await visitor.signIn(officer.email);
});
afterAll(async () => {
  await Promise.all([region?.remove(), ...(places ?? []).map((place) => place.remove())]);
  for (const folder of [parent, network]) if (folder) await rm(folder, { recursive: true, force: true });
});

/** The shared library's toolkit, as an operator brings it in before the doors open. */
async function offerToolkit(env: Readonly<Record<string, string>>): Promise<void> {
  const parts = { clock: systemClock, log: createLogger({ level: "error" }), assets: await ensureUiAssets() };
  const booted = await bootTenant(readTenantConfig(env), parts);
  try {
    const found = (await library()).find(
      ({ kind, slug }) => kind === "toolkit" && slug === "workplace-toolkit",
    );
    if (found?.kind !== "toolkit") throw new Error("the library has no such toolkit");
    await offerLibraryToolkit(booted.instance.systemContext("library"), found);
  } finally {
    await booted.close();
  }
}

test("it adopts its neighbour's training, and a learner finishes it in Spanish with a certificate", async () => {
  const id = await writeTraining(neighbour, theirs);
  await offerTraining(neighbour, id);
  await publishTraining(neighbour, id);
  await adoptTitle(office, theirs.es, {
    "contacts.0.label.en": "Harbor desk",
    "contacts.0.label.es": "Mesa del puerto",
    "contacts.0.phone": "671-555-0182",
  });
  const learner = eighth.visitor();
  await learner.signIn("ana@cefiria.example");
  await learner.open("/trainings");
  expect(learner.text).toContain(theirs.es);
  expect(learner.text).toMatch(/Mis+is+ip+i/);
  await learner.open(learner.link(/\/trainings\/trn_\w+$/));
  const pdf = await readPdf(await takeTraining(learner, "Ana Ñáñez", "es"));
  expect(pdf).toMatchObject({ ua: "1", language: "es" });
  for (const part of ["Ana Ñáñez", theirs.es, "Cefiria"]) expect(pdf.text).toContain(part);
});

test("it publishes a training of its own, and its neighbour sees it", async () => {
  own = await writeTraining(office, ours);
  await offerTraining(office, own);
  expect(await publishTraining(office, own)).toBe(true);
  await adoptTitle(neighbour, ours.en);
  await neighbour.open("/trainings");
  expect(neighbour.text).toContain(ours.en);
  expect(neighbour.text).toContain("Cefiria se levanta");
});

test("people meet in its own zone, give the code and are certified", async () => {
  const title = `La hora de ${word}`;
  const times = aroundNow(zone);
  await office.open("/office/sessions/new");
  await office.submit("/office/sessions/new", {
    ...{
      "title.en": `The ${word} hour`,
      "title.es": title,
      "description.en": "Ask",
      "description.es": "Pregunte",
    },
    ...{ locale: "es", mode: "live-online", joinUrl: "https://meet.example/puerto", ...times },
  });
  const session = bare(office.seen.path).replace("/office/sessions", "/trainings/sessions");
  const code = /id="attendance-code"[^>]*>([^<]+)</.exec(office.seen.html)?.[1] ?? "";
  const email = "beto@cefiria.example";
  const guest = eighth.visitor();
  await guest.open(session);
  expect(guest.text).toContain(title);
  await guest.submit(session, { name: "Beto Ñu", email });
  await guest.open("/learn/attend");
  await guest.submit("/learn/attend", { code, email });
  expect(guest.seen.html).toContain("usa-alert--success");
  await guest.signIn(email);
  await guest.open("/learn");
  const pdf = await readPdf(await certificateOn(guest));
  for (const part of ["Beto Ñu", title]) expect(pdf.text).toContain(part);
  await office.open(office.seen.path);
  expect(office.text).toContain("Beto Ñu");
});

test("a member joins and takes its policy as a document to edit and as one to print", async () => {
  await apply(eighth.visitor(), firm);
  await approve(office, firm);
  const member = eighth.visitor();
  await takeCertificate(member, firm);
  await member.open("/member/toolkit");
  await member.submit("/member/toolkit");
  const home = member.seen.path;
  await member.open(`${home}/policy`);
  await member.submit("/policy?item=zero-tolerance", {
    "answers.organization": firm.legalName,
    "answers.industry": "lodging",
    "answers.contractors": "yes",
    "answers.roles": ["public"],
    "answers.contact": "Inés Núñez, gerente",
    "answers.training": "yearly",
    "answers.signer": "Beto Ñu, dueño",
    "answers.effective": today,
    locale: "es",
  });
  const policy = member.seen.path;
  expect(policy).toMatch(/\/policy\/pol_\w+$/);
  const word = await member.open(`${policy}/policy.docx`);
  const pdf = await readPdf((await member.open(`${policy}/policy.pdf`)).bytes);
  const document = strFromU8(unzipSync(word.bytes)["word/document.xml"] ?? new Uint8Array());
  for (const text of [document, pdf.text]) {
    for (const part of [firm.legalName, "Inés Núñez, gerente", "Cefiria"]) expect(text).toContain(part);
  }
  expect(pdf).toMatchObject({ ua: "1", language: "es" });
});

test("its board's approval counts here and not at its neighbour", async () => {
  const ask = `?license=${board.id}/pilot&mode=self-paced&language=es`;
  const anybody = eighth.visitor();
  await anybody.open(`/trainings/${own}/credit${ask}`);
  expect(anybody.text).toContain("No, no cuenta");
  await office.open(`/office/boards/${board.id}`);
  await office.submit(`/office/boards/${board.id}/approvals`, {
    ...{
      activityId: own,
      mode: "self-paced",
      locale: "es",
      contactHours: "2.5",
      approvalNumber: `ZBHP-${word}`,
    },
    ...{ approvedOn: addMonths(today, -1), expiresOn: addMonths(today, 30) },
    letter: new File(["%PDF-1.4 we approve"], "letter.pdf", { type: "application/pdf" }),
  });
  expect(office.text).toContain(`ZBHP-${word}`);
  await anybody.open(`/trainings/${own}/credit${ask}`);
  for (const part of ["Sí, cuenta", board.name, "2.5", `ZBHP-${word}`]) expect(anybody.text).toContain(part);
  await neighbour.open("/trainings");
  const theirCopy = neighbour.seen.html.split("<article").find((card) => card.includes(ours.en)) ?? "";
  const there = neighbour.seen.html.match(/\/trainings\/trn_\w+/g)?.find((href) => theirCopy.includes(href));
  await neighbour.open(`${there}/credit${ask}`);
  expect(neighbour.text).not.toContain("Yes, it counts");
  await neighbour.open(`${there}/credit?license=nursing/registered-nurse&mode=self-paced&language=es`);
  expect(neighbour.text).toContain("An approval in another state does not carry over");
});

test("the certificate of a licensee carries license, hours and approval", async () => {
  const pilot = eighth.visitor();
  await pilot.signIn("piloto@cefiria.example");
  await pilot.open("/learn/licenses");
  await pilot.submit("/learn/licenses", { profession: `${board.id}/pilot`, number: license });
  await pilot.open(`/trainings/${own}`);
  const pdf = await readPdf(await takeTraining(pilot, "Pía Ñandú", "es"));
  for (const part of ["Pía Ñandú", ours.es, license, `ZBHP-${word}`, "2.5"]) expect(pdf.text).toContain(part);
});

test("it signs its figures, and the region shows them", async () => {
  await office.open("/office/figures");
  await office.submit("/office/figures/publish");
  expect(office.seen.path).toContain("done=published");
  const analyst = new Visitor(localSite, region.origin);
  await until(async () => {
    const { bytes } = await analyst.open("/api/v1/membership");
    return rowOf(new TextDecoder().decode(bytes))?.activeMembers === 1;
  });
  for (const path of ["/", "/states/us-zz", "/es/states/us-zz"]) {
    expect((await analyst.open(path)).status).toBe(200);
    expect(analyst.text).toMatch(/Zephyria|Cefiria/);
  }
});

function rowOf(json: string): { activeMembers?: number } | undefined {
  const { rows }: { rows: { member: string; activeMembers?: number }[] } = JSON.parse(json);
  return rows.find(({ member }) => member === "us-zz");
}
