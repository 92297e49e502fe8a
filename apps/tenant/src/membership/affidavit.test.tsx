import { afterAll, beforeAll, expect, test } from "vitest";
import { tenantHarness } from "../../test/harness.ts";
import { readPdfText } from "../../test/pdf-text.ts";

let sworn: Awaited<ReturnType<typeof tenantHarness>>;

beforeAll(async () => {
  sworn = await tenantHarness({ profile: "tx" });
});
afterAll(() => sworn.close());

test("the affidavit for the notary holds what the draft says and the oath, in either language", async () => {
  for (const [prefix, title, oath, language] of [
    ["", "Affidavit of Lone Star Lodging LLC", "I swear before a notary", "en"],
    ["/es", "Declaración jurada de Lone Star Lodging LLC", "Juro ante notario", "es"],
  ] as const) {
    const visitor = sworn.visitor();
    await visitor.open(`${prefix}/join`);
    await visitor.submit(`${prefix}/join`);
    await visitor.submit(`${prefix}/join/organization`, {
      legalName: "Lone Star Lodging LLC",
      entityType: "for-profit",
      sector: "72",
      employees: "40",
    });
    await visitor.open(`${prefix}/join/locations`);
    await visitor.submit(`${prefix}/join/locations`, { "locations.0.street": "7 Hidden Lane", go: "later" });
    await visitor.open(`${prefix}/join/commitments`);
    await visitor.submit(`${prefix}/join/commitments`, { level: "partner", commitments: ["zero-tolerance"] });
    await visitor.open(`${prefix}/join/commitments`);
    expect(visitor.seen.html).toContain(`href="${prefix}/join/affidavit.pdf"`);
    await visitor.open(`${prefix}/join/affidavit.pdf`);
    expect(visitor.seen.headers.get("content-disposition")).toContain("bluebonnet-learning");
    const printed = await readPdfText(visitor.seen.bytes);
    expect(printed.language).toBe(language);
    for (const words of [title, oath]) expect(printed.text).toContain(words);
    expect(printed.text).not.toContain("Hidden Lane");
  }
});

test("whoever has no open application is sent to the start", async () => {
  const visitor = sworn.visitor();
  await visitor.open("/join/affidavit.pdf");
  expect(visitor.seen.path).toBe("/join");
});

test("the page of commitments says what the level's own rule asks of a campaign", async () => {
  const visitor = sworn.visitor();
  await visitor.open("/join");
  await visitor.submit("/join");
  await visitor.open("/join/commitments");
  const saved = async (level: string) => {
    await visitor.submit("/join/commitments", { level, go: "later" });
    await visitor.open("/join/commitments");
    return visitor.text;
  };
  expect(await saved("partner")).toContain("asks for a campaign in the last 12 months before you apply");
  const later = await saved("associate");
  expect(later).toContain("If not, leave this empty");
  expect(later).not.toContain("before you apply");
});

test("whoever wants to join learns which files each level asks for, before anything is typed", async () => {
  const visitor = sworn.visitor();
  await visitor.open("/join");
  expect(visitor.text).toContain(
    "For the level “Partner”, a file (PDF, Word or picture) that shows that you did this: “Keep a zero-tolerance policy on human trafficking.”",
  );
  expect(visitor.text).toContain(
    "For the level “Associate”, a file (PDF, Word or picture) that shows that you did this: “Put a policy",
  );
  expect(visitor.text).toContain("The affidavit, signed before a notary");
  await visitor.open("/es/join");
  expect(visitor.text).toContain(
    "Para el nivel «Socio», un archivo (PDF, Word o imagen) que muestre que hizo esto: «Mantener una política",
  );
});

test("a file is marked as required where the level that was chosen asks for it, until it is there", async () => {
  const visitor = sworn.visitor();
  const isMarked = (purpose: string) =>
    new RegExp(`<input(?=[^>]*name="files\\.${purpose}")(?=[^>]*\\srequired)`).test(visitor.seen.html);
  await visitor.open("/join");
  await visitor.submit("/join");
  await visitor.open("/join/commitments");
  expect([isMarked("affidavit"), isMarked("zero-tolerance")]).toEqual([true, false]);
  expect(visitor.text).toContain("Needed before you can hand in, if you choose Partner.");
  const affidavit = new File(["%PDF-1.7 sworn"], "sworn.pdf", { type: "application/pdf" });
  await visitor.submit("/join/commitments", { level: "partner", "files.affidavit": affidavit, go: "later" });
  await visitor.open("/join/commitments");
  expect([isMarked("affidavit"), isMarked("zero-tolerance")]).toEqual([false, true]);
});

test("with made-up answers the visitor still signs", async () => {
  const visitor = sworn.visitor();
  await visitor.open("/join");
  await visitor.submit("/join/made-up");
  await visitor.submit("/join/review", { listed: "true", publicRecordRead: "true" });
  expect(visitor.seen.status).toBe(422);
  await visitor.submit("/join/review", { listed: "true", publicRecordRead: "true", signature: "Sam" });
  expect(visitor.text).toContain("With the office");
});
