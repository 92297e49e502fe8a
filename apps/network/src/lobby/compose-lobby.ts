import { randomBytes } from "node:crypto";
import { join } from "node:path";
import type { Site } from "@concord/http";
import { loopbackFetch } from "@concord/peer";
import { loadProfile, type Profile } from "@concord/tenant";
import type { Network, NetworkDeps } from "../network.ts";
import { createTour } from "../tour/tour.ts";
import { createLobby } from "./lobby.tsx";
import { networkWatcher } from "./look-at-network.ts";
import { instanceReader } from "./read-instance.ts";

/** The lobby with its eyes: it sees the instances over HTTP only, so that they may be other processes. */
export function composeLobby(parts: NetworkDeps, network: Network): Site {
  const { config, file, clock } = parts;
  const read = instanceReader(config.port, loopbackFetch());
  const { host, adopter } = file.tour;
  const codes = network.tenants.map(({ code }) => code);
  const plays = codes.includes(host) && codes.includes(adopter);
  const path = join(config.dataDir, "tour.json");
  return createLobby({
    ...parts,
    network,
    profiles: startedProfiles(network),
    cast: [host, adopter].map((code) => loadProfile(code)),
    watch: networkWatcher({ clock, read }),
    ...(plays ? { tour: createTour({ path, clock, cast: { host, adopter }, read }) } : {}),
    secret: randomBytes(32),
  });
}

export function startedProfiles({ tenants }: Network): readonly Profile[] {
  return tenants.map(({ code }) => loadProfile(code));
}
