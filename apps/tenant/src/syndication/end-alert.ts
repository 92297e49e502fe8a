import type { PeerStatus } from "@concord/peer";
import { isLate } from "./model.ts";
import type { AlertKind, Watched } from "./watch-network.ts";

/** An alert that officers were told of. */
export interface ToldAlert {
  readonly key: string;
  readonly kind: AlertKind;
  readonly stage: string | null;
  readonly member: string | null;
  readonly item: string | null;
}

/**
 * What has become of an alert that is not found any more. `over`: it is mended, which is said. `gone`: nobody need hear
 * of it. `unsure`: nobody answers who could tell, so it is neither over nor said again.
 */
export function endOf(told: ToldAlert, { peers, now, unapplied }: Watched): "over" | "gone" | "unsure" {
  const active = peers.filter(({ memberStatus }) => memberStatus === "active");
  const member = active.find(({ code }) => code === told.member);
  const isHeard = ({ lastHeardAt }: PeerStatus) => lastHeardAt !== undefined && !isLate(lastHeardAt, now);
  switch (told.kind) {
    case "silent":
      if (!member) return "gone";
      return isHeard(member) ? "over" : "unsure";
    case "cut-off":
      return active.some(isHeard) ? "over" : "unsure";
    case "clock":
      return active.some((one) => isHeard(one) && takesUs(one)) ? "over" : "unsure";
    case "quarantined":
      return member ? "over" : "gone";
    case "owed": {
      const seq = Number(told.stage);
      const owing = unapplied.filter((one) => one.item === told.item && one.seq === seq && one.holds);
      // Said once, when the last of them has confirmed it.
      if (active.some(({ code }) => owing.some((one) => one.code === code))) return "gone";
      return (member?.appliedOurs?.through ?? 0) >= seq ? "over" : "gone";
    }
    default:
      return "over";
  }
}

function takesUs({ clockAhead, lastReason }: PeerStatus): boolean {
  return clockAhead === undefined && lastReason !== "unreachable";
}
