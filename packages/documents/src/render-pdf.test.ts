import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { samplePoster } from "../test/sample-documents.ts";
import { posterPdf } from "./index.ts";

test("the same request gives the same bytes", async () => {
  const [first, second] = await Promise.all([posterPdf(samplePoster), posterPdf(samplePoster)]);
  expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
});

test("setting documents leaves the event loop free", async () => {
  let turns = 0;
  const ticking = setInterval(() => turns++, 1);
  await Promise.all(
    Array.from({ length: 20 }, (_, index) => posterPdf({ ...samplePoster, headline: `Poster ${index}` })),
  );
  clearInterval(ticking);
  expect(turns).toBeGreaterThan(20);
}, 60_000);

test("the printing thread does not keep a finished process alive", async () => {
  const script = join(import.meta.dirname, "../test/print-and-finish.ts");
  const { stdout } = await promisify(execFile)(process.execPath, [script], { timeout: 60_000 });
  expect(stdout.trim()).toMatch(/^%PDF-1\.7 \d+$/);
}, 90_000);
