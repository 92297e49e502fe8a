import type { PeerStatus, SyncSummary } from "@concord/peer";
import { EmptyState, localHref, type Site, type Status, StatusTag, Table } from "@concord/ui";
import { messages } from "../messages.ts";
import { mostUrgentFirst, type PeerState, peerState } from "../peer-state.ts";
import type { Times } from "./network-page.tsx";
import { reasonText } from "./reason-text.ts";

interface PeersProps {
  readonly site: Site;
  readonly peers: readonly PeerStatus[];
  /** Those among them that have not answered for more than a day. */
  readonly silent: readonly PeerStatus[];
  readonly times: Times;
}

const looks: Readonly<Record<PeerState, Status>> = {
  current: "good",
  behind: "waiting",
  never: "waiting",
  stale: "attention",
  unreachable: "attention",
  quarantined: "attention",
  suspended: "stopped",
  left: "stopped",
};

/** How each other office stands, what follows from it, and what to do; who needs somebody stands first. */
export function PeersTable(props: PeersProps) {
  const { site, peers, times } = props;
  const t = messages.in(site.locale);
  return (
    <Table
      caption={t("network.peers")}
      columns={[
        { header: t("peer.member"), cell: (peer) => peer.name },
        {
          header: t("peer.state"),
          cell: (peer) => <Standing {...props} peer={peer} />,
        },
        {
          header: t("peer.heard"),
          cell: (peer) => (peer.lastHeardAt ? times.moment(peer.lastHeardAt) : t("peer.never")),
        },
        { header: t("peer.lag"), cell: (peer) => lagText(site, peer) },
      ]}
      rows={mostUrgentFirst(peers)}
      empty={<EmptyState title={t("network.alone")}>{t("network.alone-why")}</EmptyState>}
    />
  );
}

function Standing(props: PeersProps & { peer: PeerStatus }) {
  const { site, peer, times } = props;
  const t = messages.in(site.locale);
  const state = peerState(peer);
  const since = sinceOf(state, peer);
  return (
    <div class="cc-stack" id={peer.code}>
      <p>
        <StatusTag status={looks[state]}>{t(`peer.state.${state}`)}</StatusTag>{" "}
        {since && t("peer.since", { date: times.moment(since) })}
      </p>
      <p>{t(doWord(props))}</p>
      {props.silent.includes(peer) && (
        <p>
          <a href={peer.baseUrl}>{t("problems.website", { name: peer.name })}</a>
        </p>
      )}
      {state === "quarantined" && (
        <p>
          <a href={localHref(site, `/office/network/problems#${peer.code}`)}>
            {t("peer.see-why", { name: peer.name })}
          </a>
        </p>
      )}
      {peer.clockAhead !== undefined && <p>{clockText(site, peer.clockAhead)}</p>}
      <details>
        <summary aria-label={t("peer.last-check-of", { name: peer.name })}>{t("peer.last-check")}</summary>
        <LastCheck {...props} />
      </details>
    </div>
  );
}

/** What to do depends on how long it lasts, and whether it ever answered. */
function doWord({ silent, peer }: PeersProps & { peer: PeerStatus }) {
  const state = peerState(peer);
  if (silent.includes(peer)) return "peer.do.silent";
  return state === "unreachable" && !peer.lastHeardAt ? "peer.do.unheard" : (`peer.do.${state}` as const);
}

function sinceOf(state: PeerState, { quarantine, lastHeardAt }: PeerStatus): Date | undefined {
  if (state === "quarantined") return quarantine?.since;
  return state === "unreachable" ? lastHeardAt : undefined;
}

function clockText(site: Site, secondsAhead: number): string {
  const minutes = Math.max(1, Math.round(Math.abs(secondsAhead) / 60));
  const amount = minutes < 120 ? minutes : Math.round(minutes / 60);
  const unit = minutes < 120 ? "minute" : "hour";
  const format = new Intl.NumberFormat(site.locale, { style: "unit", unit, unitDisplay: "long" });
  const words = { time: format.format(amount) };
  return messages.in(site.locale)(secondsAhead > 0 ? "peer.clock-ahead" : "peer.clock-behind", words);
}

function lagText(site: Site, peer: PeerStatus): string {
  const t = messages.in(site.locale);
  const { lagEntries, missingBlobs } = peer;
  if (peerState(peer) === "quarantined") return t("peer.lag-held");
  if (!peer.lastHeardAt) return t("peer.lag-unknown");
  const parts = [
    ...(lagEntries > 0 ? [t("peer.lag-entries", { count: lagEntries })] : []),
    ...(missingBlobs > 0 ? [t("peer.lag-files", { count: missingBlobs })] : []),
  ];
  return parts.length > 0 ? new Intl.ListFormat(site.locale).format(parts) : t("peer.lag-none");
}

function LastCheck({ site, peers, peer, times }: PeersProps & { peer: PeerStatus }) {
  const t = messages.in(site.locale);
  const { lastAttemptAt, nextAttemptAt, lastSummary, lagMinutes } = peer;
  const through = lastSummary && peers.find(({ code }) => code === lastSummary.source);
  const reasons = [...new Set((lastSummary?.refused ?? []).map(({ reason }) => reason))];
  return (
    <ul class="usa-list">
      <li>
        {lastAttemptAt && `${times.moment(lastAttemptAt)}: `}
        {summaryText(site, lastSummary)}
        {through && through !== peer && ` (${t("peer.summary.mirror", { source: through.name })})`}
      </li>
      {reasons.map((reason) => (
        <li>{reasonText(site, reason)}</li>
      ))}
      {lagMinutes !== undefined && <li>{signedAgo(site, lagMinutes)}</li>}
      {nextAttemptAt && <li>{t("peer.next-check", { date: times.moment(nextAttemptAt) })}</li>}
    </ul>
  );
}

const counted = ["published", "revised", "withdrawn", "recalled", "erased", "ignored"] as const;

function summaryText(site: Site, summary: SyncSummary | undefined): string {
  const t = messages.in(site.locale);
  if (!summary) return t("peer.summary.none");
  const { outcome } = summary;
  const some = counted.filter((what) => summary[what] > 0);
  const parts = some.map((what) => t(`peer.summary.${what}`, { count: summary[what] }));
  if (parts.length > 0) return new Intl.ListFormat(site.locale).format(parts);
  return t(`peer.summary.${outcome === "synced" ? "current" : outcome}`);
}

function signedAgo(site: Site, minutes: number): string {
  const t = messages.in(site.locale);
  if (minutes < 120) return t("peer.signed", { minutes });
  const hours = Math.round(minutes / 60);
  if (hours < 48) return t("peer.signed-hours", { hours });
  return t("peer.signed-days", { days: Math.round(hours / 24) });
}
