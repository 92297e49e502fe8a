import { afterAll, beforeAll, expect, test } from "vitest";
import { tenantHarness } from "../../test/harness.ts";
import { readPdfText } from "../../test/pdf-text.ts";
import { loadProfile, profileCodes } from "../profile/index.ts";
import { readOwnApplication, saveDraft, startApplication } from "./apply.ts";
import { fillMadeUp } from "./fill-made-up.ts";
import { submitApplication } from "./submit.ts";

let tenant: Awaited<ReturnType<typeof tenantHarness>>;

beforeAll(async () => {
  tenant = await tenantHarness();
});
afterAll(() => tenant.close());

test("in every state made-up answers, a tick and a signature are an application that is handed in", async () => {
  for (const code of profileCodes()) {
    const asked = tenant.public();
    const context = { ...asked, tenant: { ...asked.tenant, code, profile: loadProfile(code) } };
    const { secret } = await startApplication(context, { form: {} });
    await fillMadeUp(context, { secret });
    await saveDraft(context, { secret, form: { publicRecordRead: true, signature: "Sam Sample" } });
    expect([code, (await submitApplication(context, { secret })).status]).toEqual([code, "submitted"]);
  }
});

test("one button leads from the start to the page that is signed, and the visitor hands in", async () => {
  for (const [prefix, firm, done] of [
    ["", /\w+ Motel \d{4} \(made up\)/, "With the office"],
    ["/es", /Motel \w[\w ]+ \d{4} \(inventado\)/, "En la oficina"],
  ] as const) {
    const visitor = tenant.visitor();
    await visitor.open(`${prefix}/join?county=28047`);
    await visitor.submit("/join/made-up");
    expect(visitor.seen.path).toBe(`${prefix}/join/review?filled=made-up`);
    expect(visitor.text).toMatch(firm);
    expect(visitor.text).toContain("Harrison");
    expect(visitor.seen.html).not.toMatch(/name="publicRecordRead"[^>]*checked/);
    const signature = /value="([^"]+)"[^>]*name="signature"/.exec(visitor.seen.html)?.[1] ?? "";
    await visitor.submit("/join/review", { listed: "true", publicRecordRead: "true", signature });
    expect(visitor.text).toContain(done);
    await visitor.open(`${prefix}/join`);
    await visitor.submit("/join/made-up");
    expect(visitor.seen.path).toBe(`${prefix}/join/review?filled=made-up`);
  }
});

test("on a later page the button keeps what was typed there, and makes up the rest", async () => {
  const visitor = tenant.visitor();
  await visitor.open("/join");
  await visitor.submit("/join");
  for (const step of ["locations", "contact", "commitments", "review"]) {
    await visitor.open(`/join/${step}`);
    expect(visitor.text).toContain("This is a trial");
  }
  await visitor.open("/join/organization");
  await visitor.submit("/join/organization", { legalName: "Typed & Kept LLC", go: "made-up" });
  expect(visitor.seen.path).toBe("/join/review?filled=made-up");
  expect(visitor.text).toContain("Typed & Kept LLC");
  expect(visitor.text).not.toContain("Motel");
  await visitor.submit("/join/review", { publicRecordRead: "true", signature: "T" });
  expect(visitor.text).toContain("With the office");
});

test("a made-up file says that it is one, and none replaces a file that was handed in", async () => {
  const context = tenant.public();
  const { secret } = await startApplication(context, { form: {} });
  await fillMadeUp(context, { secret });
  await fillMadeUp(context, { secret });
  const { files } = await readOwnApplication(context, { secret });
  expect(files.map(({ purpose }) => purpose)).toEqual(["adopt-policy"]);
  const bytes = await tenant.tenant.blobs.read(files[0]?.sha256 ?? "");
  const printed = await readPdfText(new Uint8Array(bytes ?? []));
  expect(printed.text).toContain("This page is a made-up example");
  expect(printed.text).toContain("Put the toolkit into our policies");
});
