import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { readPdf } from "../test/read-pdf.ts";
import { samplePolicy } from "../test/sample-documents.ts";
import { policyDocx, policyPdf } from "./index.ts";

const written = [
  "Pass Harbor Motel, LLC",
  "Why we have this policy",
  "Never confront anybody.",
  "Tell Ana Núñez.",
  "Dolores Ladner",
  "March 4, 2026",
  "Template version 3",
  "CC BY 4.0",
  "Demonstration.",
];

test("the PDF has its sections as headings and lists, and room to sign", async () => {
  const pdf = await readPdf(await policyPdf(samplePolicy));
  for (const part of written) expect(pdf.text).toContain(part);
  const roles = pdf.pages.flatMap((page) => page.roles.map(({ role }) => role));
  expect(roles.filter((role) => role === "H1")).toHaveLength(1);
  expect(roles.filter((role) => role === "H2")).toHaveLength(4);
  expect(roles.filter((role) => role === "LI")).toHaveLength(4);
  expect(pdf.title).toBe("Anti-Trafficking Policy: Pass Harbor Motel, LLC");
});

async function openDocx(policy = samplePolicy) {
  const files = unzipSync(await policyDocx(policy));
  const read = (name: string) => strFromU8(files[name] ?? new Uint8Array());
  return {
    document: read("word/document.xml"),
    styles: read("word/styles.xml"),
    core: read("docProps/core.xml"),
    footer: read("word/footer1.xml"),
  };
}

test("the DOCX says the same with real headings and lists, title and language", async () => {
  const { document, styles, core, footer } = await openDocx();
  for (const part of written) expect(document).toContain(part);
  expect(document.match(/<w:pStyle w:val="Heading1"\/>/g)).toHaveLength(1);
  expect(document.match(/<w:pStyle w:val="Heading2"\/>/g)).toHaveLength(4);
  expect(document.match(/<w:numPr>/g)).toHaveLength(4);
  expect(core).toContain("<dc:title>Anti-Trafficking Policy: Pass Harbor Motel, LLC</dc:title>");
  expect(styles).toContain('<w:lang w:val="en-US"/>');
  expect(footer).toContain("Demonstration.");
});

test("in Spanish both speak Spanish", async () => {
  const policy = { ...samplePolicy, locale: "es" };
  const { document, styles } = await openDocx(policy);
  const pdf = await readPdf(await policyPdf(policy));
  expect(styles).toContain('<w:lang w:val="es-US"/>');
  for (const text of [document, pdf.text]) expect(text).toContain("Fecha de adopción");
  expect(pdf.language).toBe("es");
});

test("what is typed into the DOCX stays text: markup is escaped and controls are dropped", async () => {
  const { document } = await openDocx({ ...samplePolicy, company: 'A & <b>B</b> "C"\u0001' });
  expect(document).toContain("A &amp; &lt;b&gt;B&lt;/b&gt; ");
  expect(document).not.toContain("\u0001");
});
