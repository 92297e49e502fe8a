import { expect, test } from "vitest";
import { readPdf } from "../test/read-pdf.ts";
import { samplePoster } from "../test/sample-documents.ts";
import { posterPdf } from "./index.ts";

test("the first number is the largest thing on the page, and it is not called the sign of the law", async () => {
  const pdf = await readPdf(await posterPdf(samplePoster));
  const runs = pdf.pages[0]?.runs ?? [];
  const [largest] = runs
    .filter(({ text }) => text.trim() !== "")
    .toSorted((one, other) => other.size - one.size);
  expect(largest?.text).toBe("1-888-373-7888");
  expect(largest?.size).toBeGreaterThan(50);
  expect(pdf.text).toContain("For awareness. This is not the sign that law prescribes.");
  expect(pdf.text).toContain("September 22, 2025");
  expect(pdf.pages).toHaveLength(1);
  expect([pdf.pages[0]?.width, pdf.pages[0]?.height]).toEqual([8.5, 11]);
});

test("in Spanish it is tagged and worded so", async () => {
  const pdf = await readPdf(await posterPdf({ ...samplePoster, locale: "es-MX" }));
  expect(pdf.language).toBe("es");
  expect(pdf.text).toContain("No es el letrero que exige la ley");
});
