import type { Visitor } from "@concord/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { applyByForm, business } from "../../test/apply.ts";
import { tenantHarness } from "../../test/harness.ts";
import { readPdfText } from "../../test/pdf-text.ts";
import { listAudit, verifyChain } from "../audit/index.ts";

let tenant: Awaited<ReturnType<typeof tenantHarness>>;
let office: Visitor;

beforeAll(async () => {
  tenant = await tenantHarness();
  await tenant.officer("olive@office.example");
  office = tenant.visitor();
  await office.signIn("olive@office.example");
});
afterAll(() => tenant.close());

/** Finds an application in the queue by the firm's name and opens it. */
async function review(name: string): Promise<string> {
  await office.open(`/office/applications?q=${encodeURIComponent(name)}`);
  const id = /\/office\/applications\/(app_[0-9a-f]+)/.exec(office.seen.html)?.[1] ?? "";
  await office.open(`/office/applications/${id}`);
  expect(office.text).toContain(name);
  return id;
}

async function approve(name: string): Promise<string> {
  const id = await review(name);
  await office.submit(`/office/applications/${id}/approve`);
  expect(office.text).toContain("Done: The application is approved.");
  expect(office.seen.html).toMatch(/role="status">[\s\S]*The application is approved/);
  return /\/office\/members\/(mem_[0-9a-f]+)/.exec(office.seen.html)?.[1] ?? "";
}

async function letterTo(email: string): Promise<string> {
  const visitor = tenant.visitor();
  await visitor.open(`/mailbox?to=${encodeURIComponent(email)}`);
  const mail = /href="(\/mailbox\/mai_\w+)"/.exec(visitor.seen.html)?.[1] ?? "";
  await visitor.open(mail);
  return visitor.text;
}

function codeOn(visitor: Visitor): string {
  return /\/verify\/([0-9A-Z-]{14})/.exec(visitor.seen.html)?.[1] ?? "";
}

test("a firm's name goes from the form to the letter, directory, certificate, verify page and audit", async () => {
  const firm = business({ legalName: "Gulf Breeze Motel & Suites LLC", contactEmail: "dana@gulf.example" });
  const applicant = tenant.visitor();
  await applyByForm(applicant, firm);
  expect(applicant.text).toContain("With the office");
  const memberId = await approve(firm.legalName);

  const letter = await letterTo(firm.contactEmail);
  const sender = "Magnolia Learning. This is the program itself";
  for (const words of [firm.legalName, "MS-2026-", "November 2, 2026", "Demonstration.", sender])
    expect(letter).toContain(words);
  const due = [
    "What is due, and by when:",
    "By November 1, 2027: Name a person whom staff can go to",
    "By November 2, 2027: Offer the program's training to all staff, every year.",
  ];
  for (const words of due) expect(letter).toContain(words);
  expect(letter.indexOf(due[1] ?? "")).toBeLessThan(letter.indexOf(due[2] ?? ""));
  expect(letter).not.toContain("Put the toolkit into our policies");
  const [mail] = await tenant.tenant.database.sql`
    select body_text, body_html from mails where recipient = ${firm.contactEmail} and kind = 'membership.approval'`;
  expect(mail?.body_text).toMatch(
    /shows what is done and what is due:\n\nOpen your member page:\nhttp:\S+\/member\n\n/,
  );
  expect(mail?.body_html).toMatch(/<p>What is due, and by when:<\/p><ul><li>By November 1, 2027: Name/);
  expect(mail?.body_html).toMatch(
    /what is due:<\/p><p><a href="http:[^"]+\/member">Open your member page<\/a><\/p><p>Anyone/,
  );

  expect(office.text).toMatch(/\(Nov 2, 2026, PDF\).*since Nov 2, 2026, 9:00 AM CST\)/);
  await office.open("/office/applications?status=approved&q=gulf+breeze");
  expect(office.text).toContain("Nov 2, 2026 (today)");

  const anybody = tenant.visitor();
  await anybody.open("/members?q=gulf+breeze");
  expect(anybody.text).toContain(firm.legalName);
  expect(anybody.text).toContain("Biloxi");
  expect(anybody.text).not.toContain("12 Beach Boulevard");
  await anybody.open(`/members/${memberId}`);
  expect(anybody.text).toContain(firm.legalName);

  const member = tenant.visitor();
  await member.signIn(firm.contactEmail);
  expect(member.text).toContain("Your membership is active until November 1, 2027");
  const code = codeOn(member);
  const pdf = /\/certificates\/crt_[0-9a-f]+\.pdf/.exec(member.seen.html)?.[0] ?? "";
  await member.open(pdf);
  expect(member.seen.headers.get("content-disposition")).toContain("magnolia-learning");
  const printed = await readPdfText(member.seen.bytes);
  const facts = [firm.legalName, code, "MS-2026-", "November 2, 2026", "November 1, 2027", "Member"];
  for (const fact of facts) expect(printed.text).toContain(fact);
  const unbroken = code.replaceAll("-", "\u2011");
  expect(letter).toContain(`/verify with its code, ${code} .`);
  expect(mail?.body_text).toContain(`/verify with its code, ${unbroken}.`);
  await member.open("/member");
  await member.open(member.link(/\/member\/letters\/let_\w+\.pdf$/));
  const paper = await readPdfText(member.seen.bytes);
  for (const words of [...due, unbroken, "The membership number is not that code."])
    expect(paper.text).toContain(words);
  await anybody.open(`/verify?code=${unbroken}`);
  expect(anybody.text).toContain("This certificate is valid");
  await anybody.open(`/verify?code=${code.toLowerCase().replaceAll("-", " ")}`);
  for (const fact of [...facts, "This certificate is valid", "neither an inspection"])
    expect(anybody.text).toContain(fact);

  expect(await verifyChain(tenant.tenant.database.db)).toMatchObject({ verified: true });
  const lines = await listAudit(tenant.context(), { subject: { kind: "member", id: memberId } });
  expect(JSON.stringify(lines)).toContain(firm.legalName);
  const sealed = await tenant.tenant.database.sql`select sealed from audit_entries`;
  expect(Buffer.concat(sealed.map((row) => row.sealed)).toString("latin1")).not.toContain("Gulf Breeze");
});

test("a membership number is told from a code where codes are typed, whether there is such a member or not", async () => {
  const anybody = tenant.visitor();
  await anybody.open("/verify");
  expect(anybody.text).toContain("such as 7KQ4-M2XD-9HTC");
  expect(anybody.text).toContain("The membership number, such as MS-2026-00042, is not the code.");
  for (const typed of ["MS-2026-00001", "ms 2026 99999", "MS\u20112026\u201100001"]) {
    await anybody.open(`/verify?code=${encodeURIComponent(typed)}`);
    expect(anybody.seen.status).toBe(422);
    expect(anybody.text).toContain("This is a membership number. The code is another one");
  }
  await anybody.open("/es/verify?code=MS-2026-00001");
  expect(anybody.text).toContain("Este es un número de membresía. El código es otro");
  await anybody.open("/verify?code=7KQ4-M2XD-9HTC");
  expect(anybody.seen.status).toBe(404);
  expect(anybody.text).toContain("No certificate has the code 7KQ4-M2XD-9HTC");
});

test("in Spanish, every page of the application, the letter and the certificate are Spanish", async () => {
  const firm = business({ legalName: "Panadería Ñandú", contactEmail: "rosa@nandu.example" });
  const applicant = tenant.visitor();
  await applyByForm(applicant, firm, "/es");
  expect(applicant.text).toContain("En la oficina");
  await approve(firm.legalName);
  const letter = await letterTo(firm.contactEmail);
  expect(letter).toContain(firm.legalName);
  expect(letter).toContain("1 de noviembre de 2027");
  expect(letter).toContain("/es/member");
  expect(letter).toContain("Lo que le falta por hacer, y hasta cuándo:");
  expect(letter).toContain("Hasta el 1 de noviembre de 2027: Nombrar a una persona");
  expect(letter).toMatch(/\/es\/verify con su código, [0-9A-Z]{4}-/);
  await applicant.open("/es/join/status");
  expect(applicant.seen.html).toContain('href="/es/sign-in?to=/es/member"');
  const member = tenant.visitor();
  await member.signIn(firm.contactEmail, "/es/member");
  expect(member.text).toContain("Su membresía está activa hasta el 1 de noviembre de 2027");
  const pdf = /\/certificates\/crt_[0-9a-f]+\.pdf/.exec(member.seen.html)?.[0] ?? "";
  const code = codeOn(member);
  await member.open(pdf);
  const printed = await readPdfText(member.seen.bytes);
  expect(printed.language).toBe("es");
  for (const words of [firm.legalName, "2 de noviembre de 2026", code]) expect(printed.text).toContain(words);
  await member.open(`/es/verify/${code}`);
  expect(member.text).toContain("Este certificado es válido");
  expect(member.text).toContain(firm.legalName);
});

test("a faulty page comes back with 422, what was typed, and what to mend, in either language", async () => {
  for (const [prefix, message] of [
    ["", "Write a whole number"],
    ["/es", "Escriba un número entero"],
  ]) {
    const visitor = tenant.visitor();
    await visitor.open(`${prefix}/join`);
    await visitor.submit(`${prefix}/join`);
    await visitor.submit(`${prefix}/join/organization`, { legalName: "Half & Half", employees: "many" });
    expect(visitor.seen.status).toBe(422);
    expect(visitor.text).toContain(message);
    expect(visitor.seen.html).toContain('value="Half &amp; Half"');
    expect(visitor.seen.html).toContain('value="many"');
    await visitor.open(`${prefix}/join/contact`);
    await visitor.open(`${prefix}/join/organization`);
    expect(visitor.seen.html).toContain('value="Half &amp; Half"');
  }
});

test("handing in too early lists what is missing, with links to the pages where it stands", async () => {
  const visitor = tenant.visitor();
  await visitor.open("/join");
  await visitor.submit("/join");
  await visitor.open("/join/review");
  await visitor.submit("/join/review", { publicRecordRead: "true", signature: "Q" });
  expect(visitor.seen.status).toBe(422);
  expect(visitor.seen.html).toContain('href="/join/organization#field-legalName"');
  expect(visitor.seen.html).toContain('href="/join/contact#field-contactEmail"');
  expect(visitor.seen.html).toContain('value="Q"');
});

test("a saved application is resumed from its link in another browser", async () => {
  const visitor = tenant.visitor();
  await visitor.open("/join");
  await visitor.submit("/join");
  await visitor.submit("/join/organization", { legalName: "Later Ltd", go: "later" });
  const link = /\/join\/resume\/[\w-]{43}/.exec(visitor.text)?.[0] ?? "";
  const elsewhere = tenant.visitor();
  await elsewhere.open(link);
  expect(elsewhere.seen.path).toBe("/join/organization");
  expect(elsewhere.seen.html).toContain('value="Later Ltd"');
  await elsewhere.open(`/join/resume/${"x".repeat(43)}`);
  expect(elsewhere.seen.status).toBe(404);
});

test("the office asks for more, the link of its letter opens the form, and it is handed in again", async () => {
  const firm = business({ legalName: "Question Mark Cafe", contactEmail: "q@cafe.example" });
  const applicant = tenant.visitor();
  await applyByForm(applicant, firm);
  const id = await review(firm.legalName);
  await office.submit(`/office/applications/${id}/ask`, { question: "" });
  expect(office.seen.status).toBe(422);
  await office.open(`/office/applications/${id}`);
  await office.submit(`/office/applications/${id}/ask`, { question: "Which policy is it?" });
  expect(office.text).toContain("Done: Your question is on the way by e-mail.");
  expect(office.text).toContain("The office asks for more");
  const letter = await letterTo(firm.contactEmail);
  expect(letter).toContain("Which policy is it?");
  const elsewhere = tenant.visitor();
  await elsewhere.open(/\/join\/resume\/[\w-]{43}/.exec(letter)?.[0] ?? "");
  expect(elsewhere.text).toContain("Which policy is it?");
  await elsewhere.open("/join/review");
  await elsewhere.submit("/join/review", { listed: "true", publicRecordRead: "true", signature: "Q" });
  expect(elsewhere.text).toContain("With the office");
});

test("a denied application says so, with its grounds in the letter, and nobody becomes a member", async () => {
  const firm = business({ legalName: "Denied Dan LLC", contactEmail: "dan@denied.example" });
  await applyByForm(tenant.visitor(), firm);
  const id = await review(firm.legalName);
  await office.open(`/office/applications/${id}?done=deny`);
  expect(office.text).not.toContain("The application is denied");
  await office.submit(`/office/applications/${id}/deny`, { reasons: "The policy is missing." });
  expect(office.text).toContain("Done: The application is denied.");
  await office.open(`/es/office/applications/${id}?done=deny`);
  expect(office.text).toContain("Listo: La solicitud está denegada.");
  expect(await letterTo(firm.contactEmail)).toContain("The policy is missing.");
  const anybody = tenant.visitor();
  await anybody.open("/members?q=denied");
  expect(anybody.text).toContain("Nothing was found");
});
