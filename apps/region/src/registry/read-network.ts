import type { FeedEvent, PeerStatus } from "@concord/peer";
import type { Region } from "../context.ts";
import { type NetworkTrust, readRegistry } from "./read-registry.ts";

type Member = NetworkTrust["registry"]["members"][number];

/** A member as the registry names it, and as it was last seen from here. */
export interface NetworkMember {
  readonly code: string;
  readonly name: string;
  readonly baseUrl: string;
  readonly roles: Member["roles"];
  readonly status: Member["status"];
  readonly groups: readonly string[];
  /** RFC 7638 thumbprints of the keys that may sign now. */
  readonly currentKeys: readonly string[];
  readonly pastKeys: number;
  /** Absent for the region itself. */
  readonly seen?: PeerStatus;
}

export interface NetworkView {
  readonly net: string;
  readonly root: NetworkTrust["root"];
  readonly registry: NetworkTrust["registry"];
  readonly members: readonly NetworkMember[];
  readonly openSeats: number;
  readonly events: readonly FeedEvent[];
}

const eventsShown = 12;

/** The registry's public face: what it says, and what was verified here. */
export async function readNetwork(region: Region): Promise<NetworkView> {
  const [{ root, registry }, status, events] = await Promise.all([
    readRegistry(region),
    region.peer.status(),
    region.peer.events(eventsShown),
  ]);
  const members = registry.members.map((member): NetworkMember => {
    const seen = status.find(({ code }) => code === member.code);
    return {
      ...{ code: member.code, name: member.name, baseUrl: member.baseUrl },
      ...{ roles: member.roles, status: member.status, ...keysOf(member) },
      groups: registry.groups.flatMap((group) => (group.members.includes(member.code) ? [group.name] : [])),
      ...(seen ? { seen } : {}),
    };
  });
  const taken = members.filter(({ roles, status }) => roles.includes("tenant") && status !== "left").length;
  const openSeats = Math.max(0, region.seats - taken);
  return { net: root.net, root, registry, members, openSeats, events };
}

function keysOf({ epochs }: Member): Pick<NetworkMember, "currentKeys" | "pastKeys"> {
  const current = epochs
    .filter(({ close }) => close === undefined)
    .flatMap(({ keys }) => keys.filter(({ to }) => to === undefined));
  const all = epochs.flatMap(({ keys }) => keys);
  return { currentKeys: current.map(({ jwk }) => jwk.kid), pastKeys: all.length - current.length };
}
