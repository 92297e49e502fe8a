import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { foundTrialNetwork, type TrialMember } from "@concord/peer";
import { systemClock } from "@concord/runtime";
import { loadKeys, loadProfile } from "@concord/tenant";
import type { TrialPlace } from "./trial-place.ts";

/**
 * Founds one network of trial places, and of `others`, before any of them starts, with the keys that each makes in
 * its own folder. Gives the folder that each is told of as NETWORK_DIR.
 */
export async function foundAmong(
  places: readonly TrialPlace[],
  others: readonly TrialMember[] = [],
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "concord-founding-"));
  const members = await Promise.all(places.map(memberAt));
  await foundTrialNetwork(folder, [...members, ...others], systemClock);
  return folder;
}

async function memberAt({ code, env, folder }: TrialPlace): Promise<TrialMember> {
  const { feed } = await loadKeys(join(folder, "keys"));
  const { program } = loadProfile(env.PROFILE ?? "");
  const [name, baseUrl] = [program.name.en, env.ORIGIN ?? ""];
  return { code: `us-${code}`, name, baseUrl, roles: ["tenant"], key: feed.publicJwk };
}
