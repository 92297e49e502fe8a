import { textIn } from "@concord/content";
import { ratePerThousand } from "../denominators/index.ts";
import type { Standing } from "./model.ts";

/** Members of all states in one NAICS sector. */
export interface Sector {
  readonly code: string;
  readonly title: string;
  readonly members: number;
  readonly states: number;
  /** Establishments of the states counted, where known for this sector. */
  readonly establishments: number | undefined;
  readonly rate: number | undefined;
}

/** Largest first. */
export function sectorsOf(standings: readonly Standing[], locale: string): Sector[] {
  const published = standings.filter(({ release }) => release);
  const bySector = new Map<string, { title: string; members: number; states: Set<string> }>();
  for (const { member, release } of published) {
    for (const row of release?.body.membership.bySector ?? []) {
      const held = bySector.get(row.sector) ?? {
        title: textIn(row.title, locale),
        members: 0,
        states: new Set<string>(),
      };
      held.members += row.members;
      if (row.members > 0) held.states.add(member);
      bySector.set(row.sector, held);
    }
  }
  return [...bySector]
    .map(([code, { title, members, states }]) => {
      const establishments = establishmentsIn(published, code);
      const rate = establishments === undefined ? undefined : ratePerThousand(members, establishments);
      return { code, title, members, states: states.size, establishments, rate };
    })
    .sort((a, b) => b.members - a.members || a.code.localeCompare(b.code));
}

/** Of all states that published: a state without a member in the sector still has establishments in it. */
function establishmentsIn(standings: readonly Standing[], sector: string): number | undefined {
  const known = standings.map(({ denominator }) => denominator?.sectorEstablishments[sector]);
  return known.length > 0 && known.every((value) => value !== undefined)
    ? known.reduce((sum, value) => sum + value, 0)
    : undefined;
}
