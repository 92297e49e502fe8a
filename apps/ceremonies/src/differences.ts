import type { FeedEpoch, Registry, RegistryMember, Root } from "@concord/federation";
import { fingerprint } from "./fingerprint.ts";

type Said = Pick<Registry, "version" | "members">;

/** What a registry changes, for a holder to compare with what was agreed before signing. */
export function compareRegistries(held: Said | undefined, next: Said): string[] {
  const before = (code: string) => held?.members.find((member) => member.code === code);
  const gone = held?.members.filter(({ code }) => !next.members.some((member) => member.code === code)) ?? [];
  const lines = [
    ...next.members.flatMap((member) => compareMember(before(member.code), member)),
    ...gone.map(({ code }) => `  ${code} is taken out`),
  ];
  const nothing = lines.length === 0 ? ["  no member changes; it lasts longer"] : [];
  return [`Registry version ${next.version} would change:`, ...lines, ...nothing];
}

type Roles = Pick<Root, "version" | "root" | "registry">;

/** What a root changes. */
export function compareRoots(held: Roles | undefined, next: Roles): string[] {
  return [
    `Root version ${next.version} would say:`,
    ...(["root", "registry"] as const).flatMap((role) => {
      const known = held?.[role].keys.map(({ kid }) => kid) ?? [];
      const now = next[role].keys.map(({ kid }) => kid);
      return [
        `  ${role}: ${next[role].threshold} of ${now.length} keys must sign`,
        ...now.map((kid) => `    ${fingerprint(kid)}${known.includes(kid) ? "" : " (new)"}`),
        ...known.filter((kid) => !now.includes(kid)).map((kid) => `    ${fingerprint(kid)} (taken out)`),
      ];
    }),
  ];
}

function compareMember(before: RegistryMember | undefined, { epochs, ...member }: RegistryMember): string[] {
  const { code, name, status, baseUrl } = member;
  if (!before)
    return [`  ${code} joins: ${name}, ${baseUrl}`, ...epochs.flatMap((one) => describeEpoch(code, one))];
  const lines = epochs.flatMap((epoch) => {
    const known = before.epochs.find((one) => one.epoch === epoch.epoch);
    return JSON.stringify(known) === JSON.stringify(epoch) ? [] : describeEpoch(code, epoch);
  });
  if (before.status !== status) lines.unshift(`  ${code} is ${status} (was ${before.status})`);
  const rest = ({ name, baseUrl, roles, credentialKeys }: Omit<RegistryMember, "epochs">) =>
    JSON.stringify([name, baseUrl, roles, credentialKeys]);
  if (rest(before) !== rest(member))
    lines.push(`  ${code} has another name, address, role or certificate key`);
  return lines;
}

export function describeEpoch(code: string, { epoch, keys, close }: FeedEpoch): string[] {
  const lines = keys.map(({ jwk, from, to }) => {
    const range = to === undefined ? `from ${from} on` : `${from} to ${to}`;
    return `  ${code}, epoch ${epoch}: key ${fingerprint(jwk.kid)} signs ${range}`;
  });
  return close ? [...lines, `  ${code}, epoch ${epoch} ends at ${close.seq} (${close.cause})`] : lines;
}
