import type { KeyRole, PublicJwk } from "@concord/federation";

/** How long a root lasts unless told. */
export const usualRootDays = 730;

/** A majority must sign, unless another threshold was given. */
export function roleFrom(keys: readonly PublicJwk[], threshold: number | undefined) {
  return { keys: [...keys], threshold: threshold ?? Math.floor(keys.length / 2) + 1 };
}

interface Roles {
  readonly root: KeyRole;
  readonly registry: KeyRole;
}

/** The same keys and thresholds, in whatever order the keys were named. */
export function sameRoles(one: Roles, other: Roles): boolean {
  return factsOf(one) === factsOf(other);
}

function factsOf({ root, registry }: Roles): string {
  const role = ({ keys, threshold }: KeyRole) => [keys.map(({ kid }) => kid).toSorted(), threshold];
  return JSON.stringify([role(root), role(registry)]);
}
