import type { Root } from "@concord/federation";

type Roles = Pick<Root, "root" | "registry">;

/** What a root says of one role: how many of its keys must sign, which are new, and which are gone. */
export interface RoleDifference {
  readonly role: "root" | "registry";
  readonly threshold: number;
  readonly keys: readonly { readonly kid: string; readonly isNew: boolean }[];
  readonly takenOut: readonly string[];
}

/** Both roles as the next root has them, beside the one before it. */
export function compareRoots(held: Roles | undefined, next: Roles): RoleDifference[] {
  return (["root", "registry"] as const).map((role) => {
    const known = held?.[role].keys.map(({ kid }) => kid) ?? [];
    const now = next[role].keys.map(({ kid }) => kid);
    return {
      ...{ role, threshold: next[role].threshold },
      keys: now.map((kid) => ({ kid, isNew: !known.includes(kid) })),
      takenOut: known.filter((kid) => !now.includes(kid)),
    };
  });
}
