import type { Registry } from "@concord/federation";

/** How long a registry lasts unless told: it is renewed twice a year. */
export const usualRegistryDays = 180;

type Facts = Pick<Registry, "version" | "prev" | "groups" | "members">;

/** Whether two registries are the same change, whoever wrote them and when. */
export function sameFacts(one: Facts, other: Facts): boolean {
  return factsOf(one) === factsOf(other);
}

/** Whether a registry would say of members and groups just what another says. */
export function changesNothing(held: Pick<Registry, "groups" | "members">, next: typeof held): boolean {
  return JSON.stringify([held.groups, held.members]) === JSON.stringify([next.groups, next.members]);
}

function factsOf({ version, prev, groups, members }: Facts): string {
  return JSON.stringify([version, prev, groups, members]);
}
