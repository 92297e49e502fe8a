import { expect, test } from "vitest";
import { loadProfile, profileCodes } from "../profile/index.ts";
import { judgeApplication } from "./judge-application.ts";
import { filesAsked, madeUpAnswers } from "./made-up-answers.ts";
import { type ApplicationDraft, applicationForm } from "./model.ts";

const profiles = profileCodes().map((code) => loadProfile(code));
const [profile] = profiles;
if (!profile) throw new Error("no profile");
const today = "2026-03-01";
const lowest = () => 0;
const highest = (below: number) => below - 1;

const made = (typed: ApplicationDraft, more: Partial<Parameters<typeof madeUpAnswers>[0]> = {}) =>
  madeUpAnswers({ profile, typed, locale: "en", today, random: lowest, ...more });

test("with the tick and a signature they keep every rule of every profile and level, in both languages", () => {
  for (const one of profiles) {
    for (const level of [undefined, ...one.membership.levels.map(({ id }) => id)]) {
      for (const locale of ["en", "es"]) {
        const typed = level === undefined ? {} : { level };
        const form = made(typed, { profile: one, locale, random: highest });
        expect(form.publicRecordRead).toBeUndefined();
        const parsed = applicationForm.parse({ signature: "Alex", ...form, publicRecordRead: true });
        const faults = judgeApplication(parsed, {
          rules: one.membership,
          countyFips: new Set(one.counties.map(({ fips }) => fips)),
          sectors: new Set(one.sectors.map(({ code }) => code)),
          states: new Set(one.states.map(({ code }) => code)),
          today,
          files: new Set(filesAsked(one, form)),
        });
        expect([one.code, level, faults]).toEqual([one.code, level, []]);
        expect(parsed).toMatchObject({ sector: "72", listed: true, locations: [{ published: true }] });
      }
    }
  }
});

test("they can be told from real ones, and two visitors get different ones", () => {
  const { legalName, contactEmail, contactPhone } = made({});
  expect(legalName).toMatch(/ Motel \d{4} \(made up\)$/);
  expect(contactEmail).toMatch(/\.example$/);
  expect(contactPhone).toMatch(/^555-01\d\d$/);
  const other = made({}, { random: highest });
  expect([other.legalName, other.contactEmail]).not.toContain(legalName);
  expect(other.contactEmail).not.toBe(contactEmail);
});

test("the place is in the county that was asked for, if the profile has it", () => {
  const fips = profile.counties.at(-1)?.fips;
  expect(made({}, { county: fips }).locations).toMatchObject([{ countyFips: fips }]);
  const first = { countyFips: profile.counties[0]?.fips };
  expect(made({}, { county: "99999" }).locations).toMatchObject([first]);
});

test("what was typed stays, and an address that somebody typed is not published", () => {
  const typed = {
    legalName: "Typed Ltd",
    employees: "many",
    contactName: "Tess Typed",
    commitments: [profile.membership.levels[0]?.commitments.at(-1)?.id],
    listed: false,
    locations: [
      { street: "1 Typed Lane", city: " ", region: "TN", published: false },
      { street: "", city: "", region: "TN", published: false },
    ],
  };
  const form = made(typed);
  expect(form).toMatchObject({
    ...{ legalName: "Typed Ltd", employees: "many", signature: "Tess Typed", listed: false },
    locations: [
      { street: "1 Typed Lane", city: "Sample City", region: "TN", published: false },
      { street: "1 Made-Up Street", region: "TN", published: true },
    ],
  });
  const ids = profile.membership.levels[0]?.commitments.map(({ id }) => id) ?? [];
  expect(form.commitments).toEqual([ids.at(-1), ...ids.slice(0, -1)]);
});
