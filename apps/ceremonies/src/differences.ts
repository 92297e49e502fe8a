import type { FeedEpoch, Registry, Root } from "@concord/federation";
import { compareRegistries, compareRoots, type Difference, fingerprint } from "@concord/stewardship";

type Said = Pick<Registry, "version" | "groups" | "members">;

/** What a registry changes, for a holder to compare with what was agreed before signing. */
export function registryChanges(held: Said | undefined, next: Said): string[] {
  const lines = compareRegistries(held, next).flatMap(linesOf);
  const nothing = lines.length === 0 ? ["  no member changes; it lasts longer"] : [];
  return [`Registry version ${next.version} would change:`, ...lines, ...nothing];
}

type Roles = Pick<Root, "version" | "root" | "registry">;

/** What a root changes. */
export function rootChanges(held: Roles | undefined, next: Roles): string[] {
  return [
    `Root version ${next.version} would say:`,
    ...compareRoots(held, next).flatMap(({ role, threshold, keys, takenOut }) => [
      `  ${role}: ${threshold} of ${keys.length} keys must sign`,
      ...keys.map(({ kid, isNew }) => `    ${fingerprint(kid)}${isNew ? " (new)" : ""}`),
      ...takenOut.map((kid) => `    ${fingerprint(kid)} (taken out)`),
    ]),
  ];
}

function linesOf(difference: Difference): string[] {
  const { what } = difference;
  if (what === "joins") {
    const { code, name, baseUrl, roles, epochs } = difference.member;
    const joins = `  ${code} joins: ${name}, ${baseUrl}, ${roles.join(", ")}`;
    return [joins, ...epochs.flatMap((epoch) => describeEpoch(code, epoch))];
  }
  const { code } = difference;
  if (what === "epoch") return describeEpoch(code, difference.epoch);
  if (what === "group") {
    const { name, joins, leaves } = difference;
    const moves = [...joins.map((one) => `${one} joins`), ...leaves.map((one) => `${one} leaves`)];
    return [`  group ${code} (${name}): ${moves.join(", ") || "another name"}`];
  }
  if (what === "taken-out") return [`  ${code} is taken out`];
  if (what === "group-taken-out") return [`  group ${code} is taken out`];
  if (what === "epoch-taken-out") return [`  ${code}: epoch ${difference.number} is taken out`];
  if (what === "certificate-keys") return [`  ${code} has other certificate keys`];
  if (what === "status") return [`  ${code} is ${difference.is} (was ${difference.was})`];
  return [`  ${code} has the ${what} ${difference.is} (was ${difference.was})`];
}

export function describeEpoch(code: string, { epoch, keys, close }: FeedEpoch): string[] {
  const lines = keys.map(({ jwk, from, to }) => {
    const range = to === undefined ? `from ${from} on` : `${from} to ${to}`;
    return `  ${code}, epoch ${epoch}: key ${fingerprint(jwk.kid)} signs ${range}`;
  });
  return close ? [...lines, `  ${code}, epoch ${epoch} ends at ${close.seq} (${close.cause})`] : lines;
}
