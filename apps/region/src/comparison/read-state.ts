import type { Region } from "../context.ts";
import { type Release, releasesOf } from "../releases/index.ts";
import { readStandings } from "./compare.ts";
import type { Standing } from "./model.ts";

/** One state, with every month that it published, newest first. */
export interface State {
  readonly standing: Standing;
  readonly releases: readonly Release[];
}

/** Undefined where the registry names no such state. */
export async function readState(region: Region, member: string): Promise<State | undefined> {
  const standing = (await readStandings(region)).find((one) => one.member === member);
  return standing && { standing, releases: await releasesOf(region.database.db, member) };
}
