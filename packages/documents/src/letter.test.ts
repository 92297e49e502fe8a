import fc from "fast-check";
import { expect, test } from "vitest";
import { readPdf } from "../test/read-pdf.ts";
import { sampleLetter } from "../test/sample-documents.ts";
import { letterPdf } from "./index.ts";

test("the address stands where it shows in a #10 window however the sheet slides, and nothing else does", async () => {
  const pdf = await readPdf(await letterPdf(sampleLetter));
  const runs = pdf.pages[0]?.runs ?? [];
  const address = runs.filter(({ text }) => sampleLetter.recipient.includes(text));
  expect(address.map(({ text }) => text)).toEqual(sampleLetter.recipient);
  for (const line of address) {
    expect(line.y - line.size / 72).toBeGreaterThan(2.5 - 0.06);
    expect(line.y).toBeLessThan(3.17);
    expect(line.x).toBeGreaterThan(0.88);
  }
  const inWindow = runs.filter(({ x, y, text }) => y > 2.05 && y < 3.7 && x < 5.38 && text.trim() !== "");
  expect(inWindow.map(({ text }) => text)).toEqual(sampleLetter.recipient);
});

test("it carries reference, date, subject, closing and the demonstration notice", async () => {
  const pdf = await readPdf(await letterPdf(sampleLetter));
  for (const part of ["MB-4KQ7-22", "March 4, 2026", "Dear Ms. Ladner:", "Sincerely,", "Demonstration."])
    expect(pdf.text).toContain(part);
  expect(pdf.title).toBe("Pass Harbor Motel, LLC is now a member");
  expect(pdf.pages[0]?.roles.map(({ role }) => role)).toEqual(expect.arrayContaining(["H1", "P", "Figure"]));
});

test("lines that begin with a dash at the end of a paragraph are a list, and elsewhere are lines", async () => {
  const paragraphs = ["Due:\n- one thing\n- another", "- first\nthen more"];
  const pdf = await readPdf(await letterPdf({ ...sampleLetter, paragraphs }));
  expect(pdf.pages[0]?.roles.filter(({ role }) => role === "LBody")).toHaveLength(2);
  expect(pdf.text).toMatch(/Due:\s*•\s*one thing\s*•\s*another/);
  expect(pdf.text).toContain("- first");
});

test("a signature never stands alone on a further page, and a code is never broken at its hyphens", async () => {
  const end = ["Write to us if anything is wrong.", "Sincerely,", "The program office"];
  const printed = async (lines: number) =>
    readPdf(
      await letterPdf({
        ...sampleLetter,
        paragraphs: [...Array.from({ length: lines }, (_, at) => `Line ${at}.`), ...end],
        closing: undefined,
      }),
    );
  let lines = 16;
  let pdf = await printed(lines);
  while (pdf.pages.length === 1) pdf = await printed(++lines);
  const further = pdf.pages.at(-1)?.runs.map(({ text }) => text) ?? [];
  for (const words of end) expect(further).toContain(words);
  const code = "7KQ4-M2XD-9HTC";
  const texts = Array.from({ length: 8 }, (_, at) => `${"wide ".repeat(15 + at)}${code}`);
  const broken = await readPdf(await letterPdf({ ...sampleLetter, paragraphs: texts }));
  const whole = broken.pages.flatMap(({ runs }) => runs).filter(({ text }) => text.includes(code));
  expect(whole).toHaveLength(texts.length);
});

test("a long letter goes on to further pages that are numbered and keep the notice", async () => {
  const paragraphs = Array.from(
    { length: 40 },
    (_, index) => `Paragraph ${index}. ${"Words and more words. ".repeat(8)}`,
  );
  const pdf = await readPdf(await letterPdf({ ...sampleLetter, paragraphs }));
  const last =
    pdf.pages
      .at(-1)
      ?.runs.map(({ text }) => text)
      .join("") ?? "";
  expect(pdf.pages.length).toBeGreaterThan(2);
  expect(last).toContain(`Page ${pdf.pages.length} of ${pdf.pages.length}`);
  expect(last).toContain("Demonstration.");
});

const markup = [
  ..."#$*_`\"'\\/[]{}<>@=+-~&%^|:;,.!?()",
  "#let",
  "$x$",
  "*b*",
  "= h",
  "\\u{41}",
  "//",
  "/*",
  '#image("a")',
  "a",
  "Z",
  "é",
  "ñ",
];
const squeeze = (text: string) => text.replace(/\s/g, "");

test("whatever looks like typst's markup prints as it was typed", async () => {
  const texts = fc
    .array(fc.constantFrom(...markup), { minLength: 1, maxLength: 12 })
    .map((parts) => `x${parts.join("")}x`);
  await fc.assert(
    fc.asyncProperty(texts, async (text) => {
      const pdf = await readPdf(
        await letterPdf({ ...sampleLetter, recipient: [text], paragraphs: [text, `${text}\n${text}`] }),
      );
      const found = squeeze(pdf.text).split(squeeze(text)).length - 1;
      expect(found).toBe(4);
    }),
    { numRuns: 60 },
  );
}, 60_000);

test("emoji and right-to-left names print, and any string at all gives a document", async () => {
  const pdf = await readPdf(
    await letterPdf({ ...sampleLetter, recipient: ["Café 🙂 Motel", "שלום", "مرحبا"] }),
  );
  for (const letter of "Café🙂שלום") expect(pdf.text).toContain(letter);
  const anything = fc.oneof(
    fc.string({ unit: "binary", maxLength: 40 }),
    fc.string({ unit: "grapheme", maxLength: 40 }),
    fc
      .array(fc.constantFrom(..."a\n 1#\u0301\u05B0\u064B\u20E3\u200D\uFE0F\u200F🙂👨🇲א\u06DD中"), {
        maxLength: 8,
      })
      .map((parts) => parts.join("")),
  );
  await fc.assert(
    fc.asyncProperty(anything, async (text) => {
      const bytes = await letterPdf({
        ...sampleLetter,
        recipient: [text],
        subject: text,
        paragraphs: [text],
      });
      expect(bytes.length).toBeGreaterThan(1000);
    }),
    { numRuns: 100 },
  );
}, 60_000);
