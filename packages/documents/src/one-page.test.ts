import { expect, test } from "vitest";
import { readPdf } from "../test/read-pdf.ts";
import { sampleLetterhead } from "../test/sample-letterhead.ts";
import { onePagePdf } from "./index.ts";

const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 4"><rect width="9" height="3"/></svg>`;
const sheet = {
  ...sampleLetterhead,
  title: "The year in figures",
  asOf: "2026-06-30",
  sentences: ["By June 30, 312 businesses in 61 of 82 counties had joined."],
  chart: { title: "Members by quarter", svg, alt: "201, 240, 281 and 312 members" },
  table: {
    title: "Members by sector",
    columns: ["Sector", "Members"],
    rows: [
      ["Lodging", "121"],
      ["Health", "64"],
    ],
  },
  footnotes: ["Employees are as members stated them."],
};

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
  await expect(onePagePdf({ ...sheet, chart: { ...sheet.chart, svg: "<svg" } })).rejects.toThrow(/one-page/);
  expect((await readPdf(await onePagePdf(sheet))).title).toBe("The year in figures");
});
