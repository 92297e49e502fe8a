import { afterAll, beforeAll, expect, test } from "vitest";
import { tenantHarness } from "../../test/harness.ts";
import { joinedMember } from "../../test/join.ts";
import { submittedApplication } from "../../test/route-security/applications.ts";
import { listAudit } from "../audit/index.ts";
import { approveApplication } from "../membership/index.ts";
import { listApplications, readApplication, readFile } from "../membership/review.ts";

let tenant: Awaited<ReturnType<typeof tenantHarness>>;
let finder: ReturnType<typeof tenant.visitor>;
let other: ReturnType<typeof tenant.visitor>;
let application = "";

beforeAll(async () => {
  tenant = await tenantHarness();
  for (const email of ["finder@office.example", "other@office.example"]) await tenant.officer(email);
  application = await submittedApplication(tenant, "Secret Cove Motel LLC");
  [finder, other] = [tenant.visitor(), tenant.visitor()];
  await finder.signIn("finder@office.example");
  await other.signIn("other@office.example");
});
afterAll(() => tenant.close());

const page = () => `/office/applications/${application}`;
const closed = () => `/office/restricted/application/${application}`;

test("one press closes the record, and says what to do before anything else", async () => {
  await finder.open(page());
  await finder.submit(closed());
  expect(finder.seen.path).toBe(closed());
  for (const said of ["What to do now", "call 911", "1-888-373-7888", "Do not call, write or visit"]) {
    expect(finder.text).toContain(said);
  }
  expect(finder.text).not.toContain("Secret Cove");
  await finder.open(page());
  expect(finder.text).toContain("Secret Cove Motel LLC");
  expect(finder.text).toContain("This record is restricted");
});

test("it stands in no list, no count and no export, and a colleague sees the way and not the words", async () => {
  const officer = await tenant.officer("other@office.example");
  const queue = await listApplications(tenant.context(officer), { statuses: ["submitted"] });
  expect(queue.applications.map(({ id }) => id)).not.toContain(application);
  expect(queue.counts.submitted ?? 0).toBe(0);
  for (const path of [
    "/office",
    "/office/applications",
    "/office/applications?q=Secret",
    "/office/restricted",
  ]) {
    await other.open(path);
    expect(other.text, path).not.toContain("Secret Cove");
  }
  await other.open(page());
  expect(other.seen.path).toBe(closed());
  const refused = { code: "records.restricted" };
  const asOther = tenant.context(officer);
  await expect(readApplication(asOther, { applicationId: application })).rejects.toMatchObject(refused);
  const token = { ...officer, kind: "token" as const, personId: undefined, scopes: ["membership:read"] };
  const [file] = (await readApplication(tenant.context(), { applicationId: application })).files;
  for (const actor of [officer, token]) {
    const read = readFile(tenant.context(actor), { fileId: file?.id ?? "" });
    await expect(read).rejects.toMatchObject(refused);
  }
});

test("an application that looks alike does not name it", async () => {
  const twin = await submittedApplication(tenant, "Secret Cove Motel LLC");
  const officer = await tenant.officer("other@office.example");
  const { twins } = await readApplication(tenant.context(officer), { applicationId: twin });
  expect(twins.map(({ id }) => id)).not.toContain(application);
});

test("the audit shows its lines, from before the restriction too, and their words only to its readers", async () => {
  const about = { kind: "application", id: application };
  const officer = await tenant.officer("other@office.example");
  const lines = await listAudit(tenant.context(officer), { subject: about });
  expect(lines.map(({ action }) => action)).toContain("membership.application-submitted");
  expect(lines.every(({ closed, values }) => closed && values === undefined)).toBe(true);
  const all = await listAudit(tenant.context(officer), { limit: 200 });
  expect(all.filter(({ subjectId, values }) => subjectId === application && values)).toEqual([]);
  const opened = await listAudit(tenant.context(await tenant.officer("finder@office.example")), {
    subject: about,
  });
  expect(JSON.stringify(opened)).toContain("Secret Cove Motel LLC");
  await other.open(`/office/audit?about=application/${application}`);
  expect(other.text).toContain("Restricted record");
  expect(other.text).not.toContain("Secret Cove");
});

test("nothing can be decided about it, not even by whoever restricted it", async () => {
  await finder.open(page());
  await finder.submit(`${page()}/approve`);
  expect(finder.seen.status).toBe(409);
  expect(finder.text).toContain(
    "This record is restricted, because someone may be telling us in it that they were harmed.",
  );
  await expect(approveApplication(tenant.context(), { applicationId: application })).rejects.toMatchObject({
    code: "records.restricted",
  });
});

test("opening it leaves a line in the audit; lifting it puts it back", async () => {
  await other.open(closed());
  await other.submit(`${closed()}/open`);
  expect(other.text).toContain("Secret Cove Motel LLC");
  await other.open(closed());
  await other.submit(`${closed()}/lift`);
  expect(other.text).toContain("Done: The restriction is lifted.");
  const lines = await listAudit(tenant.context(), { subject: { kind: "application", id: application } });
  expect(lines.map(({ action }) => action).slice(0, 3)).toEqual([
    "records.lifted",
    "records.opened",
    "records.restricted",
  ]);
  const queue = await listApplications(tenant.context(), { statuses: ["submitted"] });
  expect(queue.applications.map(({ id }) => id)).toContain(application);
});

test("a member whose record is restricted goes on to use its own desk, and notices nothing", async () => {
  const { memberId } = await joinedMember(tenant, "Quiet Harbor LLC", "owner@quiet.example");
  await finder.open(`/office/members/${memberId}`);
  await finder.submit(`/office/restricted/member/${memberId}`);
  await other.open(`/office/members/${memberId}`);
  expect(other.seen.path).toBe(`/office/restricted/member/${memberId}`);
  const owner = tenant.visitor();
  await owner.signIn("owner@quiet.example");
  await owner.open("/member");
  expect(owner.seen.status).toBe(200);
  expect(owner.text).toContain("Quiet Harbor LLC");
  expect(owner.text).not.toMatch(/restricted|were harmed/i);
  const [letter = ""] = /let_[0-9a-f]+\.pdf/.exec(owner.seen.html) ?? [];
  expect((await owner.open(`/member/letters/${letter}`)).status).toBe(200);
  expect((await finder.open(`/office/letters/${letter}`)).status).toBe(200);
  expect((await other.open(`/office/letters/${letter}`)).status).toBe(403);
});
