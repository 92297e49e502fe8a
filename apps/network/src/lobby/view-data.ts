import { type Profile, textIn } from "@concord/tenant";
import type { Instance, InstanceStatus } from "../instances/instance.ts";
import type { Tour } from "../tour/tour-model.ts";
import type { LobbyDeps } from "./lobby.tsx";
import type { NetworkLook } from "./look-at-network.ts";

/** A state as the lobby shows it. */
export interface StateLine {
  readonly code: string;
  readonly profile: Profile;
  readonly name: string;
  readonly status: InstanceStatus;
}

/** What one view of the lobby is made from. */
export interface LobbyView {
  readonly deps: LobbyDeps;
  readonly states: readonly StateLine[];
  readonly region: Instance;
  readonly busy: boolean;
  readonly look: NetworkLook;
  readonly tour?: Tour;
  /** Whom the reader has just switched. */
  readonly switched?: string;
}

export async function viewOf(deps: LobbyDeps, locale: string, switched?: string): Promise<LobbyView> {
  const { tenants, region } = deps.network;
  const running = tenants.filter(({ status }) => status.phase === "ready").map(({ code }) => code);
  const [look, tour] = await Promise.all([deps.watch(running), deps.tour?.look()]);
  return {
    deps,
    look,
    region,
    states: statesOf(deps, locale),
    busy: [...tenants, region].some(isBusy),
    ...(tour ? { tour } : {}),
    ...(switched ? { switched } : {}),
  };
}

function statesOf({ network, profiles }: LobbyDeps, locale: string): StateLine[] {
  return network.tenants.flatMap(({ code, status }) => {
    const profile = profiles.find((one) => one.code === code);
    return profile ? [{ code, status, profile, name: textIn(profile.jurisdiction.name, locale) }] : [];
  });
}

/** The states that play in the tour, of those that were started. */
export function castOf({ deps, states }: LobbyView): StateLine[] {
  const { host, adopter } = deps.file.tour;
  return states.filter(({ code }) => code === host || code === adopter);
}

/** The tour begins, and begins again, where both that play can be asked where they stand. */
export function canBegin(view: LobbyView): boolean {
  return castOf(view).every(({ status }) => status.phase === "ready");
}

export function isBusy({ status }: Pick<Instance, "status">): boolean {
  return ["waiting", "starting", "filling"].includes(status.phase);
}
