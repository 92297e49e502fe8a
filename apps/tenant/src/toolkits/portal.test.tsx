import { library } from "@concord/content";
import type { Visitor } from "@concord/testing";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, expect, test } from "vitest";
import { tenantHarness } from "../../test/harness.ts";
import { joinedMember } from "../../test/join.ts";
import { readPdfText } from "../../test/pdf-text.ts";
import { policyAnswers } from "../../test/route-security/toolkit-world.ts";
import { listAudit } from "../audit/index.ts";
import { chooseToolkit, offerLibraryToolkit } from "./index.ts";

let tenant: Awaited<ReturnType<typeof tenantHarness>>;
let firm: { memberId: string; email: string };
let other: { memberId: string; email: string };
let member: Visitor;
let workplace: string;
let home: string;

beforeAll(async () => {
  tenant = await tenantHarness();
  const offered = new Map<string, string>();
  for (const item of await library()) {
    if (item.kind !== "toolkit") continue;
    offered.set(item.slug, (await offerLibraryToolkit(tenant.context(), item)).id);
  }
  workplace = offered.get("workplace-toolkit") ?? "";
  firm = await joinedMember(tenant, "Bay Oyster & Sons LLC", "bay@oyster.example");
  other = await joinedMember(tenant, "Delta Freight Inc", "delta@freight.example");
  member = tenant.visitor();
  await member.signIn(firm.email);
  await member.open("/member/toolkit");
  await member.submit("/member/toolkit", { toolkit: workplace });
  home = member.seen.path;
});
afterAll(() => tenant.close());

async function visitor(email?: string): Promise<Visitor> {
  const one = tenant.visitor();
  if (email) await one.signIn(email);
  return one;
}

const photo = (bytes = 64) => {
  const data = new Uint8Array(bytes);
  data.set([0xff, 0xd8, 0xff]);
  return new File([data], "sign in the restroom.jpg", { type: "image/jpeg" });
};

const answers = { ...policyAnswers, "answers.organization": "Bay Oyster & Sons LLC" };

test("anybody reads what a toolkit holds, in both languages", async () => {
  const anybody = await visitor();
  await anybody.open("/toolkits");
  expect(anybody.text).toContain("Workplace toolkit");
  expect(anybody.text).toContain("9 steps");
  await anybody.open(`/toolkits/${workplace}`);
  expect(anybody.text).toContain("Take stock");
  expect(anybody.text).toContain("Keep as proof: A photo of each sign in place");
  await anybody.open(`/es/toolkits/${workplace}/contact-guide`);
  expect(anybody.text).toContain("La primera hora");
  expect(anybody.text).toContain("1-888-373-7888");
  const picture = /src="(\/toolkits\/files\/[0-9a-f]{64})"/.exec(anybody.seen.html)?.[1] ?? "";
  const file = await anybody.open(picture);
  expect(file.headers.get("content-type")).toBe("image/webp");
  await anybody.open(`/es/toolkits/${workplace}/zero-tolerance`);
  expect(anybody.text).toContain("Política de tolerancia cero");
  for (const path of ["self-assess", "where-we-stand", "help-poster", "new-hire-checklist"]) {
    const { status } = await anybody.open(`/toolkits/${workplace}/${path}`);
    expect(status, path).toBe(path === "self-assess" ? 404 : 200);
  }
  expect((await anybody.open(`/toolkits/files/${"0".repeat(64)}`)).status).toBe(404);
  expect((await anybody.open("/toolkits/tkt_0000")).status).toBe(404);
});

test("where the state's rule is not entered the page sends people to the office; the poster says what it is not", async () => {
  const anybody = await visitor();
  await anybody.open("/toolkits/posters");
  expect(anybody.text).toContain("The rule for Mississippi was not entered yet");
  expect(anybody.text).toContain("For awareness, not the sign that law prescribes");
  const english = await anybody.open("/toolkits/posters/awareness.pdf?lang=en");
  const read = await readPdfText(english.bytes);
  expect(read.text).toContain("You have the right to be free");
  expect(read.text).toContain("1-888-373-7888");
  expect(read.text).toContain("Text 233733.");
  expect(read.text).toMatch(/for awareness/i);
  const spanish = await readPdfText((await anybody.open("/toolkits/posters/awareness.pdf?lang=es")).bytes);
  expect(spanish).toMatchObject({ language: "es", text: expect.stringContaining("Usted tiene derecho") });
  expect((await anybody.open("/toolkits/posters/awareness.pdf?lang=fr")).status).toBe(404);
});

test("a member ticks a step with proof, gets the file back, and takes the tick back", async () => {
  await member.open(`${home}/steps/post-signs`);
  await member.submit(`${home}/steps/post-signs`, { doneOn: "2026-10-30", evidence: photo() });
  expect(member.text).toContain("1 of 9 done");
  expect(member.text).toContain("October 30, 2026");
  const file = await member.open(`${home}/evidence/post-signs`);
  expect(file.headers.get("content-type")).toBe("image/jpeg");
  expect(file.headers.get("content-disposition")).not.toMatch(/traffick|restroom/);
  expect(file.bytes).toHaveLength(64);
  await member.open(`${home}/steps/post-signs`);
  await member.submit(`${home}/steps/post-signs`, { doneOn: "2026-10-31" });
  expect(member.text).toContain("sign in the restroom.jpg");
  await member.open(`${home}/steps/post-signs`);
  await member.submit(`${home}/steps/post-signs/undo`);
  await member.open(home);
  expect(member.text).toContain("0 of 9 done");
  const actions = (await listAudit(tenant.context(), { limit: 20 })).map(({ action }) => action);
  expect(actions.slice(0, 3)).toEqual(["toolkits.step-undone", "toolkits.step-done", "toolkits.step-done"]);
});

test("a file too large, of another kind, or a day to come is refused and what was typed stays", async () => {
  const action = `${home}/steps/train-staff`;
  await member.open(action);
  const large = await member.submit(action, {
    doneOn: "2026-10-30",
    evidence: photo(10 * 1024 * 1024 + 1),
  });
  expect(large.status).toBe(422);
  expect(member.text).toContain("The file must be 10 MB or smaller.");
  expect(large.html).toContain('value="2026-10-30"');
  const page = new File(["<html>"], "proof.pdf", { type: "application/pdf" });
  expect((await member.submit(action, { doneOn: "2026-10-30", evidence: page })).status).toBe(422);
  expect(member.text).toContain("must be a PDF, a Word file");
  expect((await member.submit(action, { doneOn: "2027-01-01" })).status).toBe(422);
  expect((await member.submit(action, { doneOn: "" })).status).toBe(422);
  expect((await member.submit(action, { doneOn: "2026-10-30", evidence: photo(13_000_000) })).status).toBe(
    413,
  );
});

test("the self-assessment asks for every answer, scores it, and keeps it from the office", async () => {
  await member.open(`/es${home}/assessment`);
  const names = [...new Set(member.seen.html.match(/name="(answers\.[^"]+)"/g))].map((name) =>
    name.slice(6, -1),
  );
  expect(names).toHaveLength(10);
  const action = `/es${home}/assessment?item=where-we-stand`;
  expect((await member.submit(action, {})).status).toBe(422);
  expect(member.text).toContain("Conteste esta pregunta.");
  await member.submit(action, Object.fromEntries(names.map((name, at) => [name, at === 0 ? "no" : "yes"])));
  expect(member.seen.path).toMatch(/^\/es\/member\/toolkit\/tka_\w+\/assessment\/asm_/);
  expect(member.text).toContain("Conteste las preguntas del modelo de política");
  expect(member.text).toContain("Ir al paso «Adapte la política»");
  const [line] = await listAudit(tenant.context(), { limit: 1 });
  expect(line?.action).toBe("toolkits.assessed");
  expect(JSON.stringify(line)).not.toMatch(/percent|"yes"/);
});

test("the policy is filled, printed in both languages and formats, adopted, and then never changed", async () => {
  const action = `${home}/policy?item=zero-tolerance`;
  await member.open(`${home}/policy`);
  expect(member.seen.html).toContain('value="Bay Oyster &amp; Sons LLC"');
  const { "answers.contact": _left, ...without } = answers;
  expect((await member.submit(action, without)).status).toBe(422);
  expect(member.seen.html).toContain('value="Beau Ladner, owner"');
  await member.submit(action, answers);
  const policy = member.seen.path;
  expect(policy).toMatch(/\/policy\/pol_\w+$/);
  expect(member.text).toContain("Draft, version 1");
  const docx = await member.open(`${policy}/policy.docx?lang=en`);
  const word = strFromU8(unzipSync(docx.bytes)["word/document.xml"] ?? new Uint8Array());
  const pdf = await readPdfText((await member.open(`${policy}/policy.pdf?lang=es`)).bytes);
  for (const text of [word, pdf.text]) {
    expect(text).toContain("Inés Núñez, manager");
    expect(text).toContain("1-888-373-7888");
  }
  expect(word).toContain("Bay Oyster &amp; Sons LLC does not tolerate human trafficking");
  expect(word).toContain("Mississippi Businesses Against Trafficking");
  expect(pdf).toMatchObject({ language: "es", text: expect.stringContaining("no tolera la trata") });
  expect((await member.open(`${policy}/policy.exe`)).status).toBe(404);
  await member.open(policy);
  expect((await member.submit(`${policy}/adopt`, { adoptedBy: "", adoptedOn: "2026-11-02" })).status).toBe(
    422,
  );
  await member.submit(`${policy}/adopt`, {
    adoptedBy: "Beau Ladner",
    position: "Owner",
    adoptedOn: "2026-11-01",
  });
  expect(member.text).toContain("Beau Ladner, Owner");
  const signed = await readPdfText((await member.open(`${policy}/policy.pdf`)).bytes);
  expect(signed.text).toContain("November 1, 2026");
  await member.open(action);
  await member.submit(action, { ...answers, "answers.contact": "Somebody New" });
  expect(member.seen.path).not.toBe(policy);
  expect(member.text).toContain("Draft, version 2");
  await member.open(policy);
  expect(member.text).not.toContain("Somebody New");
});

test("another member's work is out of reach, for the office too, and a form needs its token", async () => {
  const stranger = await visitor(other.email);
  const mine = await chooseToolkit(tenant.context(), { memberId: other.memberId, toolkitId: workplace });
  for (const path of ["", "/steps/train-staff", "/assessment", "/policy", "/evidence/train-staff"]) {
    expect((await stranger.open(home + path)).status, path).toBe(403);
  }
  expect((await stranger.open(`/member/toolkit?member=${firm.memberId}`)).status).toBe(403);
  // The page of its own adoption has the token; the command still looks at whose object it is.
  await stranger.open(`/member/toolkit/${mine.id}/steps/train-staff`);
  const token = /name="_csrf" value="([^"]+)"/.exec(stranger.seen.html)?.[1] ?? "";
  const post = (path: string, body: Record<string, string>, who: Visitor) =>
    tenant.instance.fetch(
      new Request(`http://tenant.localhost${path}`, {
        method: "POST",
        headers: { host: "tenant.localhost", origin: "http://tenant.localhost", cookie: who.cookies },
        body: new URLSearchParams(body),
      }),
    );
  const foreign = await post(`${home}/steps/train-staff`, { _csrf: token, doneOn: "2026-10-30" }, stranger);
  expect(foreign.status).toBe(403);
  const chosen = await post(
    "/member/toolkit",
    { _csrf: token, member: firm.memberId, toolkit: workplace },
    stranger,
  );
  expect(chosen.status).toBe(403);
  const bare = await post(`${home}/steps/train-staff`, { doneOn: "2026-10-30" }, member);
  expect(bare.status).toBe(403);
  await member.open(home);
  expect(member.text).toContain("0 of 9 done");
  expect((await (await visitor()).open(home)).status).toBe(401);
  await tenant.officer("olive@office.example");
  const officer = await visitor("olive@office.example");
  expect((await officer.open(`${home}/policy`)).status).toBe(403);
});

test("the office sees how many use a toolkit and how far each is; it can stop the offer", async () => {
  await tenant.officer("olive@office.example");
  const officer = await visitor("olive@office.example");
  await officer.open("/office/toolkits");
  expect(officer.text).toMatch(/Workplace toolkit Ours Offered 2 0 1/);
  await officer.open(`/office/toolkits/${workplace}`);
  expect(officer.text).toMatch(/Bay Oyster & Sons LLC November 2, 2026 0 of 9/);
  await officer.submit(`/office/toolkits/${workplace}/withdraw`);
  expect(officer.text).toContain("Not offered");
  expect(officer.text).toContain("Done: The toolkit is not offered any more.");
  expect((await (await visitor()).open(`/toolkits/${workplace}`)).status).toBe(404);
  expect((await member.open(home)).status).toBe(200);
  await officer.open(`/office/toolkits/${workplace}`);
  await officer.submit(`/office/toolkits/${workplace}/offer`);
  expect(officer.text).toContain("Done: The toolkit is offered again.");
  expect((await member.open("/office/toolkits")).status).toBe(403);
});

test("somebody who acts for two members chooses first; somebody for none is told how to join", async () => {
  await joinedMember(tenant, "Bay Ice House LLC", firm.email);
  await member.open("/member/toolkit");
  expect(member.text).toContain("Which membership?");
  expect(member.text).toContain("Bay Ice House LLC");
  await member.open(`/member/toolkit?member=${firm.memberId}`);
  expect(member.text).toContain("For Bay Oyster & Sons LLC");
  const nobody = await visitor("nobody@example.com");
  await nobody.open("/es/member/toolkit");
  expect(nobody.text).toContain("Usted todavía no actúa en nombre de un miembro");
});
