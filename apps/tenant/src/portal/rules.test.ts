import { afterAll, beforeAll, expect, test } from "vitest";
import { tenantHarness } from "../../test/harness.ts";
import { loadProfile, profileCodes } from "../profile/index.ts";
import { programRules } from "./program-rules.ts";

let tenant: Awaited<ReturnType<typeof tenantHarness>>;

beforeAll(async () => {
  tenant = await tenantHarness({ profile: "tx" });
});
afterAll(() => tenant.close());

test.each(profileCodes())(
  "every rule of %s is told with its source, its citation or its assumption",
  (code) => {
    const profile = loadProfile(code);
    for (const locale of profile.locales.available) {
      const rules = programRules(profile, locale);
      expect(rules.length).toBeGreaterThan(4);
      for (const { term, says } of rules) expect(`${term}${says}`).not.toMatch(/[{}]|undefined/);
      for (const { basis } of rules) if (basis?.assumed) expect(basis.note?.[locale] ?? "").not.toBe("");
    }
    const assumed = programRules(profile, "en").filter(({ basis }) => basis?.assumed);
    const { renewal, levels } = profile.membership;
    const expected = [renewal.basis, ...levels.map(({ term }) => term.basis)].filter((one) => one.assumed);
    expect(assumed.length).toBeGreaterThanOrEqual(expected.length);
  },
);

test("the page names law, levels, renewal and trainings that law asks for, and is found from every page", async () => {
  const visitor = tenant.visitor();
  await visitor.open("/");
  expect(visitor.seen.html).toContain('href="/rules"');
  await visitor.open("/rules");
  for (const said of [
    "1 TAC chapter 90",
    "Sworn before a notary",
    "From 90 days before",
    "For 36 months",
    "26 TAC 370.1",
  ]) {
    expect(visitor.text).toContain(said);
  }
  await visitor.open("/es/rules");
  expect(visitor.text).toContain("Bajo juramento ante notario");
});

test("the page of help says who answers for each number, and that it is told in English", async () => {
  const visitor = tenant.visitor();
  await visitor.open("/es/help");
  for (const { source } of tenant.tenant.profile.hotlines) {
    expect(visitor.seen.html).toContain(
      `Fuente: <span lang="en">${source.replaceAll("&", "&amp;").replaceAll("'", "&#39;")}</span>.`,
    );
  }
});
