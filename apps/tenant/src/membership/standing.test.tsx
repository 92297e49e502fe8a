import { verifyCredential } from "@concord/credentials";
import type { Visitor } from "@concord/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { applyByForm, business } from "../../test/apply.ts";
import { tenantHarness } from "../../test/harness.ts";
import { readPdfText } from "../../test/pdf-text.ts";
import { approveApplication } from "./approve.ts";
import { runMembershipDay } from "./daily.ts";
import { countMembership } from "./figures.ts";
import { readMember } from "./list.ts";
import { listApplications } from "./review.ts";

let tenant: Awaited<ReturnType<typeof tenantHarness>>;
let office: Visitor;
let memberId: string;
let code: string;

const firm = business({ legalName: "Harbor Light Inn", contactEmail: "ana@harbor.example", published: true });

beforeAll(async () => {
  tenant = await tenantHarness();
  await tenant.officer("olive@office.example");
  office = tenant.visitor();
  await office.signIn("olive@office.example");
  await applyByForm(tenant.visitor(), firm);
  const approved = await approveNext();
  memberId = approved.member.id;
  code = approved.certificate.code;
});
afterAll(() => tenant.close());

async function approveNext() {
  const [first] = (await listApplications(tenant.context(), { statuses: ["submitted"] })).applications;
  return approveApplication(tenant.context(), { applicationId: first?.id ?? "" });
}

async function anybody(path: string): Promise<Visitor> {
  const visitor = tenant.visitor();
  await visitor.open(path);
  return visitor;
}

test("the badge verifies against the issuer's own keys and status list", async () => {
  const member = tenant.visitor();
  await member.signIn(firm.contactEmail);
  const path = /\/certificates\/crt_[0-9a-f]+\.jwt/.exec(member.seen.html)?.[0] ?? "";
  await member.open(path);
  const jwt = member.seen.html;
  const jwks = z
    .object({
      keys: z.array(z.object({ kid: z.string(), kty: z.literal("RSA"), n: z.string(), e: z.string() })),
    })
    .parse(JSON.parse((await anybody("/credentials/keys")).seen.html));
  const [key] = jwks.keys;
  if (!key) throw new Error("no key");
  const issuer = "http://tenant.localhost/credentials/issuer";
  const options = {
    keys: [{ issuer, kid: key.kid, jwk: key }],
    now: tenant.clock.now(),
    statusList: async (url: string) => (await anybody(new URL(url).pathname)).seen.html,
  };
  expect(await verifyCredential(jwt, options)).toMatchObject({ verified: true });
  await hold("hold");
  expect(await verifyCredential(jwt, options)).toMatchObject({ verified: false, reason: "suspended" });
  await hold("release");
  expect(await verifyCredential(jwt, options)).toMatchObject({ verified: true });
  expect((await anybody(new URL(key.kid).pathname)).seen.status).toBe(200);
  expect((await anybody("/credentials/issuer")).seen.html).toContain("Demonstration");
});

function mainOf(visitor: Visitor): string {
  return /<main[\s\S]*<\/main>/.exec(visitor.seen.html)?.[0] ?? "";
}

async function hold(change: "hold" | "release"): Promise<void> {
  await office.open(`/office/members/${memberId}`);
  await office.submit(`/office/members/${memberId}/${change}`, { note: "A caller raised a concern." });
  expect(office.seen.status).toBe(200);
  expect(office.text).toContain(
    change === "hold" ? "Done: The membership is on hold." : "Done: The hold has ended.",
  );
}

test("a hold delists and suspends at once, and says nowhere why", async () => {
  await hold("hold");
  expect((await anybody("/members")).text).not.toContain(firm.legalName);
  expect((await anybody(`/members/${memberId}`)).seen.status).toBe(404);
  const verify = await anybody(`/verify/${code}`);
  expect(verify.text).toContain("This certificate is not valid now");
  expect(mainOf(verify)).not.toMatch(/caller raised|on hold|suspend/i);
  const member = tenant.visitor();
  await member.signIn(firm.contactEmail);
  expect(mainOf(member)).not.toMatch(/caller raised|on hold|suspend/i);
  expect(member.seen.html).not.toContain("/certificates/");
  await office.open(`/office/members/${memberId}`);
  const pdf = /\/certificates\/crt_[0-9a-f]+\.pdf/.exec(office.seen.html)?.[0] ?? "";
  await member.open(pdf);
  expect(member.seen.status).toBe(409);
  await hold("release");
  expect((await anybody(`/verify/${code}`)).text).toContain("This certificate is valid");
  expect((await anybody("/members")).text).toContain(firm.legalName);
});

test("a location that is not published is absent from everything the public can open", async () => {
  const { locations } = await readMember(tenant.context(), { memberId });
  const member = tenant.visitor();
  await member.signIn(firm.contactEmail);
  await member.submit(`/member/${memberId}/listing`, { listed: "true" });
  expect(member.text).toContain("Done: What the public directory shows of you is saved.");
  expect(member.text).not.toContain("Magnolia Learning: ");
  const pages = ["/members", "/members.csv", `/members/${memberId}`, "/api/v1/members", `/verify/${code}`];
  for (const path of [...pages, "/es/members", `/api/v1/members/${memberId}`]) {
    const seen = await anybody(path);
    expect(seen.seen.status, path).toBe(200);
    expect(seen.seen.html, path).not.toMatch(/Beach Boulevard|Biloxi|39530/);
  }
  expect((await anybody("/members?county=28047")).text).toContain("Nothing was found");
  expect((await countMembership(tenant.tenant.database.db, "2026-11")).byCounty).toEqual({});
  await member.open(`/member/${memberId}`);
  await member.submit(`/member/${memberId}/listing`, { listed: "true", published: locations[0]?.id ?? "" });
  const found = await anybody("/members?county=28047");
  expect(found.text).toContain("Biloxi");
  expect(found.seen.html).not.toContain("Beach Boulevard");
});

test("a member keeps a commitment, changes its contact, and prints the letter; another's desk is closed", async () => {
  const member = tenant.visitor();
  await member.signIn(firm.contactEmail);
  await member.open(`/member/${memberId}/commitments/train-staff`);
  await member.submit(`/member/${memberId}/commitments/train-staff`, { doneOn: "2999-01-01" });
  expect(member.seen.status).toBe(422);
  await member.submit(`/member/${memberId}/commitments/train-staff`, { doneOn: "2026-11-01" });
  expect(member.text).toContain("Due again by November 1, 2027");
  await member.open(`/member/${memberId}/contact`);
  await member.submit(`/member/${memberId}/contact`, {
    contactName: "Ana Harbor",
    contactEmail: firm.contactEmail,
    contactPhone: "601-555-0111",
    employees: "31",
    website: "",
  });
  expect(member.text).toContain("601-555-0111");
  const letter = /\/member\/letters\/let_[0-9a-f]+\.pdf/.exec(member.seen.html)?.[0] ?? "";
  await member.open(letter);
  expect((await readPdfText(member.seen.bytes)).text).toContain(firm.legalName);
  const other = tenant.visitor();
  await other.signIn("nobody@else.example");
  expect((await other.open(`/member/${memberId}`)).status).toBe(403);
  expect((await other.open(letter)).status).toBe(403);
  expect((await tenant.visitor().open(`/office/members/${memberId}`)).status).toBe(401);
});

test("one reminder when the window opens, a renewal without a gap, and a lapse when nobody renews", async () => {
  await applyByForm(
    tenant.visitor(),
    business({ legalName: "Never Renews Co", contactEmail: "n@never.example" }),
  );
  await approveNext();
  tenant.clock.set("2027-09-10T16:00:00Z");
  expect(await runMembershipDay(tenant.context())).toEqual({ lapsed: 0, reminded: 2, removed: 0 });
  expect(await runMembershipDay(tenant.context())).toEqual({ lapsed: 0, reminded: 0, removed: 0 });
  const member = tenant.visitor();
  await member.signIn(firm.contactEmail);
  expect(member.text).toContain("It is time to renew");
  await member.submit(`/member/${memberId}/renew`);
  expect(member.seen.path).toBe("/join/organization");
  expect(member.seen.html).toContain('value="Harbor Light Inn"');
  await member.open("/join/commitments");
  await member.submit("/join/commitments", {
    level: "member",
    commitments: ["adopt-policy", "train-staff", "name-contact", "post-hotline"],
    "files.adopt-policy": new File(["%PDF-1.7 policy"], "policy.pdf", { type: "application/pdf" }),
  });
  await member.submit("/join/review", { listed: "true", publicRecordRead: "true", signature: "Ana Harbor" });
  const renewed = await approveNext();
  expect(renewed.member).toMatchObject({ id: memberId, status: "active" });
  const term = { validFrom: "2027-11-02", validUntil: "2028-11-01" };
  expect(renewed.member).toMatchObject({ joinedOn: "2026-11-02", ...term });
  expect(renewed.certificate.facts).toMatchObject(term);
  const { letters } = await readMember(tenant.context(), { memberId });
  expect(letters.at(-1)?.body).toContain("from November 2, 2027 through November 1, 2028");
  await member.open(`/member/${memberId}`);
  expect(member.text).toContain("From November 2, 2027 to November 1, 2028.");
  expect(member.text).toContain("From November 2, 2026 to November 1, 2027.");
  tenant.clock.set("2027-11-03T16:00:00Z");
  expect(await runMembershipDay(tenant.context())).toMatchObject({ lapsed: 1 });
  expect((await anybody("/members")).text).not.toContain("Never Renews Co");
  expect((await anybody(`/verify/${code}`)).text).toContain("This certificate has expired");
  expect((await anybody(`/verify/${renewed.certificate.code}`)).text).toContain("This certificate is valid");
  const { db } = tenant.tenant.database;
  expect(await countMembership(db, "2026-11")).toMatchObject({
    active: 2,
    joined: 2,
    byLevel: { member: 2 },
  });
  expect(await countMembership(db, "2027-11")).toMatchObject({ active: 1, lapsed: 1, bySector: { "72": 1 } });
});
