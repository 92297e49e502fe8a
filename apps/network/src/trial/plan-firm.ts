import { addDays, type Day } from "@concord/runtime";
import type { Profile } from "@concord/tenant";
import { emailOf, firmName, personName, streetAddress } from "./firm-names.ts";
import type { Places } from "./places.ts";
import type { Chance } from "./random.ts";

/** How common each NAICS sector is among members: programs recruit lodging, food, health and transport first. */
const sectorWeights: readonly (readonly [string, number])[] = [
  ["72", 26],
  ["62", 18],
  ["48-49", 10],
  ["44-45", 9],
  ["81", 8],
  ["23", 6],
  ["54", 5],
  ["56", 4],
  ["61", 3],
  ["31-33", 3],
  ["52", 2],
  ["53", 2],
  ["11", 2],
  ["42", 2],
  ["71", 2],
  ["51", 1],
  ["22", 1],
];

/** Where those work who are not for profit. */
const otherSectors: Readonly<Record<string, readonly (readonly [string, number])[]>> = {
  nonprofit: [
    ["62", 5],
    ["81", 4],
    ["61", 2],
    ["71", 1],
  ],
  association: [["81", 1]],
  "public-body": [["92", 1]],
};

const entityWeights: Readonly<Record<string, number>> = {
  "for-profit": 74,
  nonprofit: 15,
  association: 5,
  "public-body": 6,
};

/** What the plans of one state share: no two firms have one name. */
export interface Firms {
  readonly profile: Profile;
  readonly places: Places;
  readonly taken: Set<string>;
}

/** The application form of one made-up organization. */
export function planFirm(chance: Chance, firms: Firms, appliedOn: Day): Record<string, unknown> {
  const { eligibility, levels } = firms.profile.membership;
  const offered = new Set(firms.profile.sectors.map(({ code }) => code));
  const entityType = chance.weighted(
    eligibility.entityTypes.map((type) => [type, entityWeights[type] ?? 5] as const),
  );
  const weights = (otherSectors[entityType] ?? sectorWeights).filter(([code]) => offered.has(code));
  const sector = chance.weighted(weights);
  const legalName = freshName(chance, firms, sector, entityType);
  const contactName = personName(chance);
  const level = chance.pick(levels);
  const sensitive = sector === "62" && chance.happens(0.1);
  return {
    legalName,
    entityType,
    sector,
    employees: Math.round(Math.exp(1 + chance.next() * 5)),
    contactName,
    contactPhone: firms.places.phone(chance),
    contactEmail: emailOf(contactName, legalName),
    locations: locationsOf(chance, firms.places, sensitive),
    level: level.id,
    commitments: level.commitments.map(({ id }) => id),
    campaignOn: addDays(appliedOn, -chance.between(5, 200)),
    listed: !sensitive && chance.happens(0.9),
    publicRecordRead: true,
    signature: contactName,
  };
}

function freshName(chance: Chance, { taken }: Firms, sector: string, entityType: string): string {
  for (;;) {
    const name = firmName(chance, sector, entityType);
    if (taken.has(name)) continue;
    taken.add(name);
    return name;
  }
}

function locationsOf(chance: Chance, places: Places, sensitive: boolean) {
  return Array.from({ length: chance.happens(0.12) ? chance.between(2, 4) : 1 }, () => ({
    street: streetAddress(chance),
    ...places.pick(chance),
    postalCode: places.zip(chance),
    published: !sensitive && chance.happens(0.85),
  }));
}
