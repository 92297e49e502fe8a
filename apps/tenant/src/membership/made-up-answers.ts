import { addDays, type Day } from "@concord/runtime";
import { homeState, type Level, type Profile } from "../profile/index.ts";
import { isBlankPlace } from "./join-form.ts";
import { messages } from "./messages.ts";
import type { ApplicationDraft } from "./model.ts";

export interface MadeUpFrom {
  readonly profile: Profile;
  /** What the visitor typed; it stays. */
  readonly typed: ApplicationDraft;
  readonly locale: string;
  readonly today: Day;
  /** FIPS code of the county that the place is to be in; the first one where the profile has no such county. */
  readonly county?: string | undefined;
  /** A whole number from 0 up to but not including `below`. */
  readonly random: (below: number) => number;
}

const motels = [
  "Blue Heron",
  "Cedar Bend",
  "Dogwood",
  "Lantern Hill",
  "Live Oak",
  "Marsh Wren",
  "Old Ferry",
  "Red Clover",
  "Sandpiper",
  "Sea Oats",
];
const people = ["Alex", "Ariel", "Cruz", "Dana", "Jordan", "Marion", "Noel", "Robin", "Sam", "Valentine"];

/** Accommodation and food services, of NAICS 2022. */
const lodging = "72";

/** Recent enough for a level that looks back over the shortest time, one month. */
const campaignDaysAgo = 14;

/** A draft without a blank that the profile asks for: a motel that nobody takes for a real one. */
export function madeUpAnswers(from: MadeUpFrom): ApplicationDraft {
  const { profile, typed } = from;
  const made = { ...madeUpMotel(from), ...madeUpLevel(from), listed: true };
  const form = fillBlanks(typed, made);
  // An oath before a notary is signed by hand.
  const signed = profile.membership.oath.method === "e-signature";
  return {
    ...(signed ? fillBlanks(form, { signature: form.contactName }) : form),
    locations: madeUpPlaces(from),
    commitments: allCommitments(profile, form),
  };
}

function madeUpMotel({ profile, locale, random }: MadeUpFrom): ApplicationDraft {
  const t = messages.in(locale);
  const { entityTypes } = profile.membership.eligibility;
  const motel = pick(motels, random);
  const person = pick(people, random);
  const number = String(1000 + random(9000));
  return {
    legalName: t("made-up.firm", { name: motel, number }),
    entityType: entityTypes.find((type) => type === "for-profit") ?? entityTypes[0],
    sector: (profile.sectors.find(({ code }) => code === lodging) ?? profile.sectors[0])?.code,
    employees: String(8 + random(60)),
    contactName: t("made-up.contact", { name: person }),
    // The range that is set aside for fiction.
    contactPhone: `555-01${String(random(100)).padStart(2, "0")}`,
    contactEmail: `${hostPart(person)}@${hostPart(motel)}-${number}.example`,
  };
}

/** The files that the chosen level asks for, and the affidavit where it is sworn. */
export function filesAsked(profile: Profile, form: ApplicationDraft): string[] {
  const asked = levelOf(profile, form)?.commitments ?? [];
  const proofs = asked.filter(({ evidence }) => evidence === "upload").map(({ id }) => id);
  return [...proofs, ...(profile.membership.oath.method === "notary" ? ["affidavit"] : [])];
}

function madeUpLevel({ profile, typed, today }: MadeUpFrom): ApplicationDraft {
  const level = levelOf(profile, typed) ?? profile.membership.levels[0];
  if (!level) return {};
  return {
    level: level.id,
    ...(asksForCampaign(level) ? { campaignOn: addDays(today, -campaignDaysAgo) } : {}),
  };
}

/** What was ticked, and whatever else the level asks for. */
function allCommitments(profile: Profile, form: ApplicationDraft): unknown[] {
  const ticked: unknown[] = Array.isArray(form.commitments) ? form.commitments : [];
  const asked = levelOf(profile, form)?.commitments ?? [];
  return [...new Set([...ticked, ...asked.map(({ id }) => id)])];
}

function levelOf({ membership }: Profile, { level }: ApplicationDraft): Level | undefined {
  return membership.levels.find(({ id }) => id === level);
}

function asksForCampaign({ commitments }: Level): boolean {
  return commitments.some(
    ({ evidence, priorMonths }) => evidence === "campaign-date" && priorMonths !== undefined,
  );
}

/** Every place that was begun, completed; or one. Only an address that is made up throughout may be published. */
function madeUpPlaces(from: MadeUpFrom): Record<string, unknown>[] {
  const places: Record<string, unknown>[] = Array.isArray(from.typed.locations) ? from.typed.locations : [];
  const made = madeUpPlace(from);
  return (places.length > 0 ? places : [{}]).map((typed) => ({
    ...fillBlanks(typed, made),
    published: typed.published === true || isBlankPlace(typed),
  }));
}

function madeUpPlace({ profile, locale, county, random }: MadeUpFrom) {
  const t = messages.in(locale);
  const { counties, states } = profile;
  return {
    street: t("made-up.street", { number: String(1 + random(999)) }),
    city: t("made-up.city"),
    region: (homeState(profile) ?? states[0])?.code,
    // No post office has it.
    postalCode: "00000",
    countyFips: (counties.find(({ fips }) => fips === county) ?? counties[0])?.fips,
  };
}

/** What was typed, and beside it what was not. */
function fillBlanks<Typed extends object>(typed: Typed, made: Readonly<Record<string, unknown>>): Typed {
  const known = new Map<string, unknown>(Object.entries(typed));
  const blank = Object.entries(made).filter(([key]) => isBlank(known.get(key)));
  return { ...typed, ...Object.fromEntries(blank) };
}

function isBlank(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === "string" && value.trim() === "");
}

function pick(list: readonly string[], random: MadeUpFrom["random"]): string {
  return list[random(list.length)] ?? "";
}

function hostPart(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z]+/g, "-");
}
