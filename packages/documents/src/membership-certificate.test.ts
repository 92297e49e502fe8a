import { expect, test } from "vitest";
import { readPdf } from "../test/read-pdf.ts";
import { sampleCertificate as certificate } from "../test/sample-documents.ts";
import { membershipCertificatePdf } from "./index.ts";

test("it prints every fact on one landscape letter page, tagged, titled and in English", async () => {
  const pdf = await readPdf(await membershipCertificatePdf(certificate));
  for (const fact of [
    "Pass Harbor Motel, LLC",
    "Partner",
    "March 4, 2026",
    "March 3, 2029",
    "MW-2026-00418",
    "7KQ4-M2XD-9H",
    "neither an inspection nor an endorsement",
    "Office of the Secretary of State",
    "401 Chandlery Street",
  ])
    expect(pdf.text).toContain(fact);
  expect(pdf.pages.map(({ width, height }) => [width, height])).toEqual([[11, 8.5]]);
  expect(pdf.title).toBe("Certificate of membership: Pass Harbor Motel, LLC");
  expect(pdf.language).toBe("en");
  expect(pdf.xmp).toMatch(/pdfuaid:part(>|=")1/);
  const roles = pdf.pages[0]?.roles ?? [];
  expect(roles.map(({ role }) => role)).toContain("H1");
  expect(roles.filter(({ role }) => role === "Figure").map(({ alt }) => alt)).toEqual([
    "Emblem of Marlowe Businesses Against Trafficking",
    "QR code that opens the verification page for code 7KQ4-M2XD-9H",
  ]);
});

test("a demonstration says so and names no officeholder; an official one is signed", async () => {
  const trial = await readPdf(await membershipCertificatePdf(certificate));
  expect(trial.text).toContain("Demonstration. Not a website of the State of Marlowe. Sample data.");
  expect(trial.text).not.toContain("Officeholder");
  const official = await readPdf(await membershipCertificatePdf({ ...certificate, official: true }));
  expect(official.text).not.toContain("Demonstration");
  expect(official.text).toContain("Alex Officeholder");
});

test("in Spanish, words, dates and the language tag are Spanish", async () => {
  const pdf = await readPdf(await membershipCertificatePdf({ ...certificate, locale: "es" }));
  expect(pdf.language).toBe("es");
  expect(pdf.text).toContain("Certificado de membresía");
  expect(pdf.text).toContain("4 de marzo de 2026");
  expect(pdf.text).not.toMatch(/Valid from|Certificate/);
});

test("a name of 200 characters still leaves one page", async () => {
  const member = "Association of Independent Travel Plaza Operators ".repeat(4).trim();
  const pdf = await readPdf(await membershipCertificatePdf({ ...certificate, member }));
  expect(pdf.pages).toHaveLength(1);
  expect(pdf.text).toContain("7KQ4-M2XD-9H");
});

test.each([8, 16, 24, 32, 40])(
  "the address of %i letters breaks before the code, never within it",
  async (length) => {
    const verificationCode = "MWD4-9QXW-7MWM";
    const verificationUrl = `https://${"m".repeat(length)}.gov/es/verify/${verificationCode}`;
    const pdf = await readPdf(
      await membershipCertificatePdf({ ...certificate, verificationCode, verificationUrl }),
    );
    expect(pdf.text.split(verificationCode)).toHaveLength(3);
  },
);

test("certificates asked for at once are each their own", async () => {
  const names = Array.from({ length: 8 }, (_, index) => `Firm number ${index} of eight`);
  const pdfs = await Promise.all(names.map((member) => membershipCertificatePdf({ ...certificate, member })));
  const texts = await Promise.all(pdfs.map(async (pdf) => (await readPdf(pdf)).text));
  texts.forEach((text, index) => {
    expect(text).toContain(names[index]);
  });
});
