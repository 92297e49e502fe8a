import { writeNumber } from "@concord/runtime";
import { type Profile, textIn } from "@concord/tenant";
import { localHref } from "@concord/ui";
import { originOf } from "../instances/place.ts";
import { lobbyLocales } from "../lobby/site.ts";
import type { NetworkFile } from "../network-file.ts";
import type { Goal, Task } from "./task.ts";
import type { Tour } from "./tour-model.ts";

export interface CastNames {
  readonly host: string;
  readonly adopter: string;
  readonly county: string;
  readonly [other: string]: string;
}

interface Cast {
  readonly file: NetworkFile;
  /** Of the states that play. */
  readonly cast: readonly Profile[];
}

export function castNames({ file, cast }: Cast, locale: string): CastNames {
  const { host, adopter, county } = file.tour;
  const profileOf = (code: string) => cast.find((profile) => profile.code === code);
  return {
    host: nameOf({ file, cast }, host, locale),
    adopter: nameOf({ file, cast }, adopter, locale),
    county: profileOf(host)?.counties.find(({ fips }) => fips === county)?.name ?? "",
  };
}

function nameOf({ file, cast }: Cast, code: string, locale: string): string {
  const profile = cast.find((one) => one.code === code);
  return textIn(profile?.jurisdiction.name ?? file.region.name, locale);
}

/** Everything that the sentences of a task name. */
export function taskNames(
  parts: Cast,
  { goal, turns }: Task,
  tour: Tour,
  locale: string,
): Readonly<Record<string, string>> {
  const { offer, members } = tour;
  return {
    ...castNames(parts, locale),
    officer: goal.officer?.name ?? "",
    state: nameOf(parts, turns ?? goal.code, locale),
    title: offer ? (offer.title[locale] ?? Object.values(offer.title)[0] ?? "") : "",
    offered: String(offer !== undefined),
    members: members === undefined ? "" : writeNumber(members, locale),
    counted: String(members !== undefined),
  };
}

/** The goal's address in the reader's language, by way of signing in where that comes first. */
export function goalHref({ code, path, query = "", officer }: Goal, port: number, locale: string): string {
  const href = (target: string) => localHref({ locales: lobbyLocales, locale }, target);
  const signIn = officer && new URLSearchParams({ email: officer.email, to: href(path) });
  return originOf(code, port) + href(signIn ? `/sign-in?${signIn}` : path + query);
}
