import type { OwnFeed, PeerStatus } from "@concord/peer";
import { Alert, localHref, type Site } from "@concord/ui";
import { messages } from "../messages.ts";
import type { Expiry } from "../model.ts";
import { peerState } from "../peer-state.ts";
import type { LateHere, Owed } from "../read-problems.ts";
import { expiryText, soonExpired } from "./expiry-notices.tsx";
import { type Times, titleOf } from "./network-page.tsx";

interface UrgentProps {
  readonly site: Site;
  readonly peers: readonly PeerStatus[];
  /** Those that have not answered for more than a day. */
  readonly silent: readonly PeerStatus[];
  readonly owed: readonly Owed[];
  readonly delayed: readonly LateHere[];
  readonly own: OwnFeed;
  readonly expiries: readonly Expiry[];
  readonly times: Times;
  /** Items that wait for this office's decision. */
  readonly waiting: number;
}

/** All that needs somebody in this office, most urgent first, each with the way to it; else that nothing does. */
export function Urgent(props: UrgentProps) {
  const { site, waiting } = props;
  const t = messages.in(site.locale);
  const wrong = wrongOf(props);
  const lines = [
    ...wrong,
    ...(waiting > 0
      ? [{ href: "/office/network/incoming", text: t("network.waiting", { count: waiting }) }]
      : []),
  ];
  if (lines.length === 0) return <Alert kind="success">{t("network.nothing-needed")}</Alert>;
  return (
    <Alert kind={wrong.length > 0 ? "warning" : "info"} heading={t("network.needs")}>
      <ul class="usa-list">
        {lines.map(({ href, text }) => (
          <li>
            <a href={localHref(site, href)}>{text}</a>
          </li>
        ))}
      </ul>
    </Alert>
  );
}

interface Line {
  readonly href: string;
  readonly text: string;
}

function wrongOf({ site, peers, silent, owed, delayed, own, expiries, times }: UrgentProps): readonly Line[] {
  const t = messages.in(site.locale);
  const problems = "/office/network/problems";
  const names = new Intl.ListFormat(site.locale);
  const unconfirmed = owed.flatMap(({ title, op, by }): Line[] => {
    const holding = by.filter(({ holds }) => holds).map(({ name }) => name);
    if (holding.length === 0) return [];
    const words = { names: names.format(holding), title: titleOf(site, title) };
    return [{ href: `${problems}#owed`, text: t(`network.owed-${opWord(op)}`, words) }];
  });
  return [
    ...(own.halted ? [{ href: problems, text: t("problems.halted") }] : []),
    ...(delayed.length > 0 ? [{ href: problems, text: t("problems.delayed") }] : []),
    ...unconfirmed,
    ...peers
      .filter((peer) => peerState(peer) === "quarantined")
      .map(({ code, name }) => ({ href: `${problems}#${code}`, text: t("network.set-aside", { name }) })),
    ...silent.map(({ code, name, lastHeardAt }) => ({
      href: `/office/network#${code}`,
      text: t("network.silent", { name, date: lastHeardAt ? times.moment(lastHeardAt) : "" }),
    })),
    ...soonExpired(expiries).map((one) => ({
      href: "/office/network/members",
      text: expiryText(site, one),
    })),
  ];
}

/** What must not wait is a recall, an erasure, or else a revision that mends something unsafe. */
export function opWord(op: Owed["op"]): "recall" | "erase" | "safety" {
  return op === "recall" || op === "erase" ? op : "safety";
}
