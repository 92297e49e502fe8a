import fc from "fast-check";
import { expect, test } from "vitest";
import { loadProfile, profileCodes } from "../profile/index.ts";
import { judgeApplication } from "./judge-application.ts";
import { applicationForm } from "./model.ts";

const profiles = profileCodes().map((code) => loadProfile(code));

/** An application that keeps every rule of a profile. */
function faultless(profile: (typeof profiles)[number], levelAt: number) {
  const { membership, counties, sectors, states } = profile;
  const level = membership.levels[levelAt % membership.levels.length] ?? membership.levels[0];
  const commitments = level?.commitments ?? [];
  const form = applicationForm.parse({
    legalName: "A Business",
    entityType: membership.eligibility.entityTypes[0],
    sector: sectors[0]?.code,
    employees: 5,
    contactName: "B",
    contactPhone: "601-555-0100",
    contactEmail: "b@example.com",
    locations: [
      { street: "1 C St", city: "D", region: "MS", postalCode: "39201", countyFips: counties[0]?.fips },
    ],
    level: level?.id,
    commitments: commitments.map(({ id }) => id),
    campaignOn: "2026-10-15",
    publicRecordRead: true,
    signature: "B",
  });
  const uploads = commitments.filter(({ evidence }) => evidence === "upload").map(({ id }) => id);
  const against = {
    rules: membership,
    countyFips: new Set(counties.map(({ fips }) => fips)),
    sectors: new Set(sectors.map(({ code }) => code)),
    states: new Set(states.map(({ code }) => code)),
    today: "2026-11-02",
    files: new Set([...uploads, "affidavit"]),
  };
  return { form, against, uploads };
}

const anyProfile = fc.constantFrom(...profiles);

test("an application that keeps every rule of its profile is accepted, whatever the profile", () => {
  fc.assert(
    fc.property(anyProfile, fc.nat(5), (profile, level) => {
      const { form, against } = faultless(profile, level);
      expect(judgeApplication(form, against)).toEqual([]);
    }),
  );
});

test("leaving any commitment or any asked-for file out is a fault, and names it", () => {
  fc.assert(
    fc.property(anyProfile, fc.nat(5), fc.nat(20), (profile, level, at) => {
      const { form, against, uploads } = faultless(profile, level);
      const left = form.commitments[at % form.commitments.length];
      const fewer = { ...form, commitments: form.commitments.filter((id) => id !== left) };
      expect(judgeApplication(fewer, against)).toContainEqual(
        expect.objectContaining({ code: "membership.commitment-missing", params: { commitment: left } }),
      );
      const missing = uploads[at % Math.max(1, uploads.length)];
      if (missing === undefined) return;
      const files = new Set([...against.files].filter((id) => id !== missing));
      expect(judgeApplication(form, { ...against, files })).toContainEqual({
        pointer: `/files/${missing}`,
        code: "membership.evidence-missing",
      });
    }),
  );
});

test("a campaign that is still to come is no evidence, whatever the level asks of it", () => {
  for (const profile of profiles) {
    for (const [at, level] of profile.membership.levels.entries()) {
      if (!level.commitments.some(({ evidence }) => evidence === "campaign-date")) continue;
      const { form, against } = faultless(profile, at);
      const judged = (campaignOn: string) => judgeApplication({ ...form, campaignOn }, against);
      expect(judged(against.today)).toEqual([]);
      expect(judged("2026-11-03")).toEqual([{ pointer: "/campaignOn", code: "membership.done-in-future" }]);
    }
  }
});

test("a county or a sector of another state, or an organization that is not eligible, is refused", () => {
  for (const profile of profiles) {
    const { form, against } = faultless(profile, 0);
    const [place] = form.locations;
    if (!place) throw new Error("the form has a location");
    const abroad = { ...form, locations: [{ ...place, countyFips: "99999" }], sector: "00" };
    const codes = judgeApplication({ ...abroad, entityType: "guild" }, against).map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(["membership.county", "membership.not-eligible"]));
  }
});

test("two letters that are no state are a fault of that place", () => {
  for (const profile of profiles) {
    const { form, against } = faultless(profile, 0);
    const locations = form.locations.flatMap((place) => [place, { ...place, region: "XX" }]);
    expect(judgeApplication({ ...form, locations }, against)).toEqual([
      { pointer: "/locations/1/region", code: "membership.region" },
    ]);
  }
});
