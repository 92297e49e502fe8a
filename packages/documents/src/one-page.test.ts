import { expect, test } from "vitest";
import { readPdf } from "../test/read-pdf.ts";
import { sampleSheet as sheet } from "../test/sample-documents.ts";
import { onePagePdf } from "./index.ts";

test("sentences, a chart with its text, a table with headers, notes and the date", async () => {
  const pdf = await readPdf(await onePagePdf(sheet));
  for (const part of [
    "312 businesses",
    "Lodging",
    "121",
    "As of June 30, 2026",
    "Employees are as members stated them.",
  ])
    expect(pdf.text).toContain(part);
  const roles = pdf.pages[0]?.roles ?? [];
  expect(roles.filter(({ role }) => role === "TH")).toHaveLength(2);
  expect(roles.filter(({ role }) => role === "TD")).toHaveLength(4);
  expect(roles.find(({ alt }) => alt === "201, 240, 281 and 312 members")?.role).toBe("Figure");
});

test("a chart that is no SVG is refused with the template's name, and the next document is set", async () => {
  await expect(
    onePagePdf({ ...sheet, chart: { title: "Members", svg: "<svg", alt: "none" } }),
  ).rejects.toThrow(/one-page/);
  expect((await readPdf(await onePagePdf(sheet))).title).toBe("The year in figures");
});
