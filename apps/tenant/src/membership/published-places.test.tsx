import { afterAll, beforeAll, expect, test } from "vitest";
import { tenantHarness } from "../../test/harness.ts";
import { startApplication } from "./apply.ts";
import { approveApplication } from "./approve.ts";
import { submitApplication } from "./submit.ts";

type Harness = Awaited<ReturnType<typeof tenantHarness>>;

/** One program shows streets in its directory, the other shows none. */
let withStreets: Harness;
let without: Harness;

beforeAll(async () => {
  [withStreets, without] = await Promise.all([
    tenantHarness({ profile: "al" }),
    tenantHarness({ profile: "ky" }),
  ]);
});
afterAll(() => Promise.all([withStreets.close(), without.close()]));

async function listedMember(tenant: Harness): Promise<string> {
  const { membership, counties } = tenant.tenant.profile;
  const [level] = membership.levels;
  const form = {
    legalName: "Quiet Harbor House",
    entityType: "nonprofit",
    sector: "62",
    employees: 4,
    contactName: "Nora",
    contactPhone: "601-555-0100",
    contactEmail: "nora@quiet.example",
    locations: [
      {
        street: "9 Hidden Lane",
        city: "Smallville",
        region: "AL",
        postalCode: "35004",
        countyFips: counties[0]?.fips,
        published: true,
      },
    ],
    level: level?.id,
    commitments: level?.commitments.map(({ id }) => id),
    campaignOn: "2026-10-15",
    listed: true,
    publicRecordRead: true,
    signature: "Nora",
  };
  const { application, secret } = await startApplication(tenant.context(), { form });
  await submitApplication(tenant.context(), { secret });
  await approveApplication(tenant.context(), { applicationId: application.id });
  return form.contactEmail;
}

/** What a person reads before joining, on the page on which the box is ticked, then on the desk, then in the directory. */
async function readPages(tenant: Harness, prefix: string) {
  const visitor = tenant.visitor();
  await visitor.open(`${prefix}/join`);
  const start = visitor.text;
  await visitor.submit(`${prefix}/join`);
  await visitor.open(`${prefix}/join/locations`);
  const join = visitor.text;
  await visitor.signIn("nora@quiet.example", `${prefix}/member`);
  const desk = visitor.text;
  await visitor.open("/members");
  return { start, join, desk, directory: visitor.text };
}

test("whoever ticks the box is told that the street is shown, where it is", async () => {
  await listedMember(withStreets);
  const { join, desk, directory } = await readPages(withStreets, "");
  expect(directory).toContain("9 Hidden Lane");
  expect(join).toContain("Show the street address, city and county of this location");
  expect(desk).toContain("Locations whose street address, city and county may be shown");
  const spanish = await readPages(withStreets, "/es");
  expect(spanish.join).toContain("Mostrar la calle y el número, la ciudad y el condado");
  expect(spanish.desk).toContain("Ubicaciones cuya calle y número, ciudad y condado");
});

test("where only city and county are shown, the box says only that, and the street stays absent", async () => {
  await listedMember(without);
  const { join, desk, directory } = await readPages(without, "");
  expect(directory).toContain("Smallville");
  expect(directory).not.toContain("9 Hidden Lane");
  expect(join).toContain("Show the city and county of this location");
  expect(`${join} ${desk}`).not.toMatch(/street address, city and county/);
});

test("the decal is told of before joining and on the desk, where the program gives one", async () => {
  const given = await readPages(withStreets, "");
  expect(given.start).toContain("Every member gets the program’s decal");
  expect(given.desk).toContain("The program’s decal comes with the membership.");
  expect((await readPages(withStreets, "/es")).desk).toContain("La calcomanía del programa viene con");
  const unknown = await readPages(without, "");
  expect(unknown.start + unknown.desk).not.toMatch(/decal/i);
});
