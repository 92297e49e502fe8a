import { randomBytes } from "node:crypto";
import { join } from "node:path";
import type { Site } from "@concord/http";
import { loopbackFetch } from "@concord/peer";
import { loadProfile, type Profile } from "@concord/tenant";
import type { Network, NetworkDeps } from "../network.ts";
import { createPageBar, type PageBar } from "../tour/page-bar.tsx";
import { createTour } from "../tour/tour.ts";
import { createLobby } from "./lobby.tsx";
import { networkWatcher } from "./look-at-network.ts";
import { instanceReader } from "./read-instance.ts";

interface Composed {
  readonly lobby: Site;
  /** Absent where a state that plays in the tour was not started. */
  readonly bar?: PageBar;
}

/** The lobby with its eyes: it sees the instances over HTTP only, so that they may be other processes. */
export function composeLobby(parts: NetworkDeps, network: Network): Composed {
  const { config, file, clock } = parts;
  const read = instanceReader(config.port, loopbackFetch());
  const { host, adopter } = file.tour;
  const codes = network.tenants.map(({ code }) => code);
  const plays = codes.includes(host) && codes.includes(adopter);
  const path = join(config.dataDir, "tour.json");
  const tour = plays
    ? createTour({ path, clock, cast: { host, adopter }, region: file.region.code, read })
    : undefined;
  const deps = { ...parts, network, cast: [host, adopter].map((code) => loadProfile(code)) };
  const lobby = createLobby({
    ...deps,
    profiles: startedProfiles(network),
    watch: networkWatcher({ clock, read }),
    ...(tour ? { tour } : {}),
    secret: randomBytes(32),
  });
  return { lobby, ...(tour ? { bar: createPageBar({ ...deps, tour }) } : {}) };
}

export function startedProfiles({ tenants }: Network): readonly Profile[] {
  return tenants.map(({ code }) => loadProfile(code));
}
