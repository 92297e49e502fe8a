import { expect, test } from "vitest";
import { readPdf } from "../test/read-pdf.ts";
import { sampleCompletion } from "../test/sample-documents.ts";
import { completionCertificatePdf } from "./index.ts";

test("with a board's approval it prints what a board asks for", async () => {
  const pdf = await readPdf(await completionCertificatePdf(sampleCompletion));
  for (const fact of [
    "María Fernández-Ladner, RN",
    "Recognizing Human Trafficking in Emergency Care",
    "on March 4, 2026",
    "RN-884012",
    "Marlowe Board of Nursing",
    "MBN-2026-0117",
    "Self-paced online",
    "Marlowe Code 12-3.4",
    "Ethics: 0.5",
    "50-1234",
    "9 Quay Road",
    "Keep this certificate for at least 4 years",
    "7KQ4-M2XD-9HTC",
    "adopted by Marlowe",
    "Demonstration.",
  ])
    expect(pdf.text).toContain(fact);
  expect(pdf.text).toMatch(/Contact hours\s*1\.5.*Hours claimed\s*1\.25/);
  expect(pdf.pages).toHaveLength(1);
});

test("without one it says that it gives no credit, and every day attended is named", async () => {
  const { credit, ...plain } = sampleCompletion;
  const days = ["2026-03-04", "2026-03-11"] as const;
  const pdf = await readPdf(await completionCertificatePdf({ ...plain, days: [...days], locale: "es" }));
  expect(credit).toBeDefined();
  expect(pdf.text).toContain("no otorga crédito de educación continua");
  expect(pdf.text).toContain("4 de marzo de 2026 y 11 de marzo de 2026");
  expect(pdf.text).not.toContain("RN-884012");
});
