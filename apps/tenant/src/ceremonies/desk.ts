import type { RegistryMember, Trust } from "@concord/federation";
import { type Bootstrap, verifyBootstrap } from "@concord/peer";
import { DomainError } from "@concord/runtime";

/** Verified again whenever it is read: what is kept in a file is not believed for being there. */
export async function trustOf(bootstrap: Bootstrap): Promise<Trust> {
  const verdict = await verifyBootstrap(bootstrap);
  if (verdict.verified) return verdict.trust;
  throw new DomainError("federation.untrusted", "unavailable", { reason: verdict.reason });
}

/** The region, where requests are taken; undefined in a network that has none. */
export async function deskOf(bootstrap: Bootstrap): Promise<RegistryMember | undefined> {
  return deskIn(await trustOf(bootstrap));
}

export function deskIn({ registry }: Pick<Trust, "registry">): RegistryMember | undefined {
  return registry.members.find(({ roles, status }) => roles.includes("region") && status === "active");
}
