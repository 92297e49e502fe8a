import type { FeedEpoch, Registry, RegistryMember } from "@concord/federation";

type Said = Pick<Registry, "groups" | "members">;
type Member = RegistryMember;

/** One thing that a registry says otherwise than the one before it. */
export type Difference =
  | { readonly what: "joins"; readonly member: Member }
  | { readonly what: "taken-out"; readonly code: string }
  | {
      readonly what: "status";
      readonly code: string;
      readonly is: Member["status"];
      readonly was: Member["status"];
    }
  | { readonly what: Detail; readonly code: string; readonly is: string; readonly was: string }
  | { readonly what: "certificate-keys"; readonly code: string }
  | { readonly what: "epoch"; readonly code: string; readonly epoch: FeedEpoch }
  | { readonly what: "epoch-taken-out"; readonly code: string; readonly number: number }
  | {
      readonly what: "group";
      readonly code: string;
      readonly name: string;
      readonly joins: readonly string[];
      readonly leaves: readonly string[];
    }
  | { readonly what: "group-taken-out"; readonly code: string };

type Detail = "name" | "address" | "roles";

/** Everything that changes for a member or a group, for a keeper to compare with what was agreed before signing. */
export function compareRegistries(held: Said | undefined, next: Said): Difference[] {
  const before = held ?? { groups: [], members: [] };
  return [
    ...next.members.flatMap((member) => {
      const same = before.members.find(({ code }) => code === member.code);
      return same ? compareMember(same, member) : [{ what: "joins", member } as const];
    }),
    ...missing(before.members, next.members).map(({ code }) => ({ what: "taken-out", code }) as const),
    ...next.groups.flatMap((group) =>
      compareGroup(
        before.groups.find(({ code }) => code === group.code),
        group,
      ),
    ),
    ...missing(before.groups, next.groups).map(({ code }) => ({ what: "group-taken-out", code }) as const),
  ];
}

function compareMember(before: Member, next: Member): Difference[] {
  const { code } = next;
  const details: readonly [Detail, string, string][] = [
    ["name", next.name, before.name],
    ["address", next.baseUrl, before.baseUrl],
    ["roles", next.roles.join(", "), before.roles.join(", ")],
  ];
  const sameKeys = JSON.stringify(before.credentialKeys) === JSON.stringify(next.credentialKeys);
  return [
    ...(before.status === next.status
      ? []
      : [{ what: "status", code, is: next.status, was: before.status } as const]),
    ...details.flatMap(([what, is, was]) => (is === was ? [] : [{ what, code, is, was }])),
    ...(sameKeys ? [] : [{ what: "certificate-keys", code } as const]),
    ...compareEpochs(before, next),
  ];
}

function compareEpochs(before: Member, next: Member): Difference[] {
  const { code } = next;
  const numbers = next.epochs.map(({ epoch }) => epoch);
  return [
    ...next.epochs.flatMap((epoch) => {
      const same = before.epochs.find((one) => one.epoch === epoch.epoch);
      return JSON.stringify(same) === JSON.stringify(epoch) ? [] : [{ what: "epoch", code, epoch } as const];
    }),
    ...before.epochs.flatMap(({ epoch: number }) =>
      numbers.includes(number) ? [] : [{ what: "epoch-taken-out", code, number } as const],
    ),
  ];
}

type Group = Said["groups"][number];

function compareGroup(before: Group | undefined, { code, name, members }: Group): Difference[] {
  const held = before?.members ?? [];
  const joins = members.filter((member) => !held.includes(member));
  const leaves = held.filter((member) => !members.includes(member));
  const same = before?.name === name && joins.length === 0 && leaves.length === 0;
  return same ? [] : [{ what: "group", code, name, joins, leaves }];
}

function missing<T extends { readonly code: string }>(held: readonly T[], next: readonly T[]): T[] {
  return held.filter(({ code }) => !next.some((one) => one.code === code));
}
