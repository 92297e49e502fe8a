import { join } from "node:path";
import { foundTrialNetwork, type TrialMember } from "@concord/peer";
import { loadRegionKeys } from "@concord/region";
import type { Clock } from "@concord/runtime";
import { loadKeys, loadProfile } from "@concord/tenant";
import { memberCode, type Place } from "./place.ts";

/** Founds the trial network on the first start, with the keys that each member made in its own folder. */
export async function foundNetwork(
  tenants: readonly Place[],
  region: Place & { name: string },
  clock: Clock,
): Promise<void> {
  const members = await Promise.all(tenants.map(tenantMember));
  const { feed } = await loadRegionKeys(join(region.folder, "keys"));
  const { code, name, origin } = region;
  await foundTrialNetwork(
    region.networkFolder,
    [...members, { code, name, baseUrl: origin, roles: ["region"], key: feed.publicJwk }],
    clock,
  );
}

async function tenantMember(place: Place): Promise<TrialMember> {
  const { feed } = await loadKeys(join(place.folder, "keys"));
  const { program } = loadProfile(place.code);
  return {
    code: memberCode(place.code),
    name: program.name.en,
    baseUrl: place.origin,
    roles: ["tenant"],
    key: feed.publicJwk,
  };
}
