import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { parseDocument } from "yaml";
import {
  demonstrationNotice,
  fillLetter,
  homeState,
  loadProfile,
  ProfileError,
  profileCodes,
  profilesFolder,
} from "./index.ts";

const made: string[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true });
});

/** A copy of Mississippi's folder under another code, changed path by path. */
function profileFolder(
  code: string,
  changes: Record<string, unknown>,
  files: Record<string, string> = {},
): string {
  const parent = mkdtempSync(join(tmpdir(), "profile-"));
  made.push(parent);
  const folder = join(parent, code);
  cpSync(join(profilesFolder, "ms"), folder, { recursive: true });
  const document = parseDocument(readFileSync(join(folder, "profile.yaml"), "utf8"));
  for (const [path, value] of Object.entries({ code, ...changes })) {
    const keys = path.split("/").map((key) => (/^\d+$/.test(key) ? Number(key) : key));
    if (value === undefined) document.deleteIn(keys);
    else document.setIn(keys, document.createNode(value));
  }
  writeFileSync(join(folder, "profile.yaml"), String(document));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

function faultsOf(folder: string) {
  try {
    loadProfile(folder);
  } catch (error) {
    if (error instanceof ProfileError) return error.faults;
    throw error;
  }
  return [];
}

describe("the product's own profiles", () => {
  test.each([
    ["al", 67],
    ["ga", 159],
    ["ky", 120],
    ["ms", 82],
    ["tn", 95],
    ["tx", 254],
    ["wv", 55],
  ])("%s loads with its %i counties and is a demonstration", (code, counties) => {
    const profile = loadProfile(join(profilesFolder, code));
    expect(profile.counties).toHaveLength(counties);
    expect(profile.official).toBe(false);
    expect(profile.office.demonstration).toBe(true);
    expect(profile.office.email).toMatch(/\.example$/);
    expect(demonstrationNotice(profile, "en")).toContain(`State of ${profile.jurisdiction.name.en}`);
    expect(profile.sectors.map((sector) => sector.code)).toContain("48-49");
    expect(profile.hotlines.find((line) => line.id === "national")?.phone).toBe("1-888-373-7888");
    expect(profile.discreetName).not.toMatch(/traffick|trata|BAT\b/i);
  });

  test("are the seven that are tested here", () => {
    expect(profileCodes()).toEqual(["al", "ga", "ky", "ms", "tn", "tx", "wv"]);
  });

  test("Texas has its two levels, notary and renewal rules", () => {
    const { membership } = loadProfile(join(profilesFolder, "tx"));
    expect(membership.eligibility.entityTypes).toEqual(["for-profit"]);
    expect(membership.levels.map(({ id, term }) => [id, term.months])).toEqual([
      ["partner", 36],
      ["associate", 36],
    ]);
    expect(membership.oath.method).toBe("notary");
    expect(membership.renewal).toMatchObject({
      openDaysBefore: 90,
      early: "reject",
      late: "new-application",
    });
    expect(membership.fee?.dollars).toBe(0);
  });

  test("find their own state among those that addresses name", () => {
    for (const code of profileCodes()) {
      const profile = loadProfile(code);
      expect(homeState(profile)).toMatchObject({
        code: code.toUpperCase(),
        name: profile.jurisdiction.name,
      });
      for (const key of ["code", "fips"] as const)
        expect(new Set(profile.states.map((state) => state[key])).size).toBe(56);
    }
  });

  test("leave unset what nobody confirmed", () => {
    const mississippi = loadProfile(join(profilesFolder, "ms"));
    expect(mississippi.posting).toBeUndefined();
    expect(mississippi.membership.fee).toBeUndefined();
    expect(mississippi.office.phone).toBeUndefined();
    expect(mississippi.membership.levels[0]?.term.basis).toMatchObject({ assumed: true });
  });

  test("tell each other apart without color", () => {
    const brands = profileCodes().map((code) => loadProfile(join(profilesFolder, code)).brand);
    const looks = brands.map(({ typeface, layout }) => JSON.stringify([typeface, layout]));
    expect(new Set(looks).size).toBe(brands.length);
  });
});

test("an odd profile loads: one level, Spanish first, seven months, its own letters", () => {
  const folder = profileFolder("zz", {
    "jurisdiction/name": { en: "Zephyria", es: "Zefiria" },
    "jurisdiction/fips": "99",
    "locales/default": "es",
    "membership/levels/0/term/months": 7,
    sectors: ["72", "31-33"],
  });
  writeFileSync(join(folder, "counties.csv"), "fips,name\n99003,Norte\n99001,Sur\n");
  const profile = loadProfile(folder);
  expect(profile.locales.default).toBe("es");
  expect(profile.membership.levels.map(({ term }) => term.months)).toEqual([7]);
  expect(profile.counties.map(({ name }) => name)).toEqual(["Norte", "Sur"]);
  expect(profile.sectors.map(({ code }) => code)).toEqual(["31-33", "72"]);
  expect(demonstrationNotice(profile, "es")).toContain("Zefiria");
});

test("a further language is asked for everywhere and then served", () => {
  const faults = faultsOf(profileFolder("ms", { "locales/available": ["en", "es", "vi"] }));
  const missing = faults.map(({ file, path }) => `${file}${path}`);
  expect(missing).toContain("profile.yaml/program/name/vi");
  expect(missing).toContain("letters/denial.vi.md");
});

test("a bad profile reports every fault at once, with file, path and mend", () => {
  const folder = profileFolder(
    "ms",
    {
      offical: true,
      code: "mississippi",
      "office/email": "nobody",
      "program/acronym": undefined,
      "membership/levels/0/term/months": "twelve",
      "membership/oath/method": "handshake",
      "locales/default": "fr",
      "jurisdiction/timeZones/default": "America/Jackson",
      "brand/colors/primary": "#9fd8c4",
      sectors: ["72", "99"],
      "boards/1/id": "nursing",
    },
    {
      "emblem.svg":
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><script>alert(1)</script></svg>',
      "counties.csv": "fips,name\n01001,Autauga\n28001,Adams\n28001,Adams\n",
      "letters/denial.en.md": "Subject: No\n\nDear {{contact}}: no.\n",
      "messages.txt": "",
    },
  );
  const faults = faultsOf(folder);
  const found = Object.fromEntries(faults.map((fault) => [`${fault.file}${fault.path}`, fault.mend]));
  expect(found).toMatchObject({
    "profile.yaml/offical": "write `official`",
    "profile.yaml/code": "give both the same name",
    "profile.yaml/office/email": expect.stringContaining("program@office.example"),
    "profile.yaml/program/acronym": "add `acronym` (string)",
    "profile.yaml/membership/levels/0/term/months": "give a number",
    "profile.yaml/membership/oath/method": "use one of `e-signature`, `notary`",
    "profile.yaml/locales/default": "add it to /locales/available",
    "profile.yaml/jurisdiction/timeZones/default": "use a name such as America/Chicago",
    "profile.yaml/brand/colors": expect.stringContaining("darker"),
    "profile.yaml/sectors/1": expect.stringContaining("81"),
    "profile.yaml/boards/1/id": "give each an id of its own",
    "emblem.svg/script": expect.stringContaining("remove it"),
    "counties.csv/2": "remove the row",
    "counties.csv/4": "remove one of the rows",
    "letters/denial.en.md": expect.stringContaining("{{signature}}"),
  });
  expect(faults.find(({ path }) => path === "/office/email")?.line).toBeGreaterThan(1);
  expect(faults.every(({ problem, mend }) => problem !== "" && mend !== "")).toBe(true);
});

test("no letter's subject names the program, by its name, its acronym or a placeholder", () => {
  const letter = (subject: string) =>
    `Subject: ${subject}\n\n{{organization}} {{membershipNumber}} {{validUntil}} {{verifyLink}} {{verificationCode}} {{signature}}\n`;
  const told = ["Welcome to MBAT", "Welcome to {{acronym}}", "{{programName}}: approved"];
  for (const subject of [...told, "Mississippi Businesses Against Trafficking: approved"]) {
    const faults = faultsOf(profileFolder("ms", {}, { "letters/approval.en.md": letter(subject) }));
    expect(faults.map(({ problem }) => problem)).toEqual(["names the program in its subject"]);
  }
  const discreet = { "letters/approval.en.md": letter("{{discreetName}}: approved") };
  expect(loadProfile(profileFolder("ms", {}, discreet)).letters.approval.en?.subject).toContain("approved");
});

test("an empty folder and broken YAML are faults too, not crashes", () => {
  const folder = profileFolder("ms", {});
  rmSync(join(folder, "emblem.svg"));
  rmSync(join(folder, "counties.csv"));
  writeFileSync(join(folder, "profile.yaml"), "code: ms\ncode: al\n  oops: [\n");
  expect(new Set(faultsOf(folder).map(({ file }) => file))).toEqual(
    new Set(["profile.yaml", "emblem.svg", "counties.csv"]),
  );
});

test("an official profile cannot have demonstration contacts", () => {
  const paths = faultsOf(profileFolder("ms", { official: true })).map(({ path }) => path);
  expect(paths).toContain("/office/demonstration");
});

test("a letter is filled, and a missing value is refused", () => {
  const letter = { subject: "For {{organization}}", body: "{{organization}}: {{reasons}}" };
  expect(fillLetter(letter, { organization: "Gulf Inn", reasons: "None" }).body).toBe("Gulf Inn: None");
  expect(() => fillLetter(letter, { organization: "Gulf Inn" })).toThrow("reasons");
});
