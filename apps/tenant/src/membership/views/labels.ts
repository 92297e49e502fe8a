import { type Profile, textIn } from "../../profile/index.ts";
import { messages } from "../messages.ts";

export function entityLabel(type: string, locale: string): string {
  return messages.find(locale, `entity.${type}`) ?? type;
}

export function sectorLabel(profile: Profile, code: string, locale: string): string {
  const sector = profile.sectors.find((one) => one.code === code);
  return sector ? textIn(sector.name, locale) : code;
}

export function countyName(profile: Profile, fips: string): string {
  return profile.counties.find((county) => county.fips === fips)?.name ?? fips;
}

export function levelTitle(profile: Profile, id: string, locale: string): string {
  const level = profile.membership.levels.find((one) => one.id === id);
  return level ? textIn(level.title, locale) : id;
}
