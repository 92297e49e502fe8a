import { afterAll, beforeAll, expect, test } from "vitest";
import { tenantHarness } from "../../test/harness.ts";
import { startApplication } from "./apply.ts";

let tenant: Awaited<ReturnType<typeof tenantHarness>>;

beforeAll(async () => {
  tenant = await tenantHarness({ profile: "tx" });
  await tenant.officer("olive@office.example");
});
afterAll(() => tenant.close());

const form = {
  legalName: "Lone Star Lodging LLC",
  employees: "1200",
  heardFrom: "A neighbor",
  level: "partner",
  commitments: ["zero-tolerance"],
  campaignOn: "2026-06-22",
  listed: true,
  signature: "Lou Owner",
};

test("the office reads the answers in words, and is not addressed as the applicant", async () => {
  const { application } = await startApplication(tenant.context(), { form });
  const office = tenant.visitor();
  await office.signIn("olive@office.example");
  await office.open(`/office/applications/${application.id}`);
  for (const [term, detail] of [
    ["Number of employees", "1,200"],
    ["Day of the latest awareness campaign", "June 22, 2026"],
    ["Asks to be listed in the public directory of members", "Yes"],
    ["How the applicant heard about the program", "A neighbor"],
    ["Signed by", "Lou Owner"],
  ])
    expect(office.seen.html).toContain(`<dt>${term}</dt><dd>${detail}</dd>`);
  expect(office.seen.html).toContain("<h2>Organization</h2>");
  const answers = /<dl.*<\/dl>/s.exec(office.seen.html)?.[0];
  expect(answers).not.toMatch(/\b(your|you|us)\b/i);
  await office.open(`/es/office/applications/${application.id}`);
  expect(office.seen.html).toContain(
    "<dt>Día de la última campaña de concientización</dt><dd>22 de junio de 2026</dd>",
  );
  expect(office.seen.html).toContain("<h2>Organización</h2>");
});

test("a draft's review shows what is no day and no number as it was typed", async () => {
  const visitor = tenant.visitor();
  await visitor.open("/join");
  await visitor.submit("/join");
  await visitor.submit("/join/organization", { employees: "many", go: "later" });
  await visitor.open("/join/commitments");
  await visitor.submit("/join/commitments", { level: "partner", campaignOn: "2026-02-31", go: "later" });
  await visitor.open("/join/review");
  expect(visitor.seen.status).toBe(200);
  for (const typed of ["many", "2026-02-31"]) expect(visitor.seen.html).toContain(`<dd>${typed}</dd>`);
});

test("of a link that changes a part one sees a single word, and hears which part", async () => {
  for (const [prefix, seen, heard] of [
    ["", "Change", "your organization"],
    ["/es", "Cambiar", "su organización"],
  ]) {
    const visitor = tenant.visitor();
    await visitor.open(`${prefix}/join`);
    await visitor.submit(`${prefix}/join`);
    await visitor.open(`${prefix}/join/review`);
    expect(visitor.seen.html).toContain(
      `<a href="${prefix}/join/organization">${seen}<span class="usa-sr-only">: ${heard}</span></a>`,
    );
  }
});
