import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readPdf } from "../test/read-pdf.ts";
import {
  sampleCertificate,
  sampleCompletion,
  sampleLetter,
  samplePolicy,
  samplePoster,
  sampleSheet,
} from "../test/sample-documents.ts";
import {
  completionCertificatePdf,
  letterPdf,
  membershipCertificatePdf,
  onePagePdf,
  policyPdf,
  posterPdf,
} from "./index.ts";

/** Every document there is, by the name of its template. */
const documents: Readonly<Record<string, (locale: string) => Promise<Uint8Array>>> = {
  "completion-certificate": (locale) => completionCertificatePdf({ ...sampleCompletion, locale }),
  letter: (locale) => letterPdf({ ...sampleLetter, locale }),
  "membership-certificate": (locale) => membershipCertificatePdf({ ...sampleCertificate, locale }),
  "one-page": (locale) => onePagePdf({ ...sampleSheet, locale }),
  policy: (locale) => policyPdf({ ...samplePolicy, locale }),
  poster: (locale) => posterPdf({ ...samplePoster, locale }),
};
const parts = ["frame.typ", "kit.typ"];

test("the table names every template", () => {
  const templates = readdirSync(join(import.meta.dirname, "../templates")).filter(
    (name) => !parts.includes(name),
  );
  expect(templates.sort()).toEqual(Object.keys(documents).map((name) => `${name}.typ`));
});

const cases = Object.keys(documents).flatMap((name) => [
  { name, locale: "en" },
  { name, locale: "es" },
]);

test.each(cases)(
  "$name in $locale is PDF/UA-1: named so, titled, in its language, and tagged throughout",
  async ({ name, locale }) => {
    const pdf = await readPdf((await documents[name]?.(locale)) ?? new Uint8Array());
    expect(pdf.xmp).toMatch(/pdfuaid:part(>|=")1/);
    expect(pdf.title?.trim()).toBeTruthy();
    expect(pdf.xmp).toContain("dc:title");
    expect(pdf.titleShown).toBe(true);
    expect(pdf.language).toBe(locale);
    expect(pdf.tagged).toBe(true);
    expect(pdf.untagged).toEqual([]);
    const roles = pdf.pages.flatMap((page) => page.roles);
    expect(roles.length).toBeGreaterThan(3);
    for (const { role, alt } of roles) if (role === "Figure") expect(alt?.trim()).toBeTruthy();
    const headings = roles.flatMap(({ role }) => (/^H[1-6]$/.test(role) ? [Number(role[1])] : []));
    expect(headings[0]).toBe(1);
    for (const [at, level] of headings.entries()) expect(level - (headings[at - 1] ?? 0)).toBeLessThan(2);
    const counted = (wanted: string) => roles.filter(({ role }) => role === wanted).length;
    expect(counted("TH") > 0).toBe(counted("Table") > 0);
  },
  60_000,
);
