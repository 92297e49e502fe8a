import { type Text, textIn } from "@concord/content";
import type { FeedEvent, PeerStatus, SyncSummary } from "@concord/peer";
import {
  Alert,
  Button,
  EmptyState,
  Form,
  localHref,
  type Site,
  type Status,
  StatusTag,
  Table,
  Timeline,
} from "@concord/ui";
import { messages } from "../messages.ts";
import { type PeerState, peerState } from "../peer-state.ts";
import type { Recovered } from "../read-network.ts";
import { kindWord, NetworkPage, type Times } from "./network-page.tsx";
import { reasonText } from "./problems-page.tsx";
import { RestoredNotice } from "./restored-notice.tsx";

interface OverviewProps {
  readonly site: Site;
  readonly peers: readonly PeerStatus[];
  readonly events: readonly FeedEvent[];
  readonly titles: ReadonlyMap<string, Text>;
  readonly waiting: number;
  readonly asked: boolean;
  readonly recovered: Recovered | undefined;
  readonly ownCode: string;
  readonly times: Times;
}

export function OverviewPage(props: OverviewProps) {
  const { site, peers, waiting, asked, recovered } = props;
  const t = messages.in(site.locale);
  const incoming = localHref(site, "/office/network/incoming");
  return (
    <NetworkPage
      site={site}
      title={t("network.title")}
      lead={t("network.lead")}
      actions={
        <Form action={localHref(site, "/office/network/sync")} plain>
          <Button>{t("network.ask")}</Button>
        </Form>
      }
    >
      {asked && (
        <Alert kind="success" announce>
          {t("network.asked")}
        </Alert>
      )}
      {recovered && <RestoredNotice site={site} recovered={recovered} times={props.times} link />}
      <p>
        {waiting > 0 ? (
          <a href={incoming}>{t("network.waiting", { count: waiting })}</a>
        ) : (
          t("network.nothing-waiting")
        )}
      </p>
      <Peers site={site} peers={peers} times={props.times} />
      {props.events.length > 0 && <Events {...props} />}
    </NetworkPage>
  );
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

function Peers({ site, peers, times }: Pick<OverviewProps, "site" | "peers" | "times">) {
  const t = messages.in(site.locale);
  return (
    <Table
      caption={t("network.peers")}
      columns={[
        { header: t("peer.member"), cell: (peer) => peer.name },
        {
          header: t("peer.state"),
          cell: (peer) => {
            const state = peerState(peer);
            return (
              <>
                <StatusTag status={looks[state]}>{t(`peer.state.${state}`)}</StatusTag>
                <p class="usa-hint">{t(`peer.do.${state}`)}</p>
                {state === "quarantined" && (
                  <a href={localHref(site, "/office/network/problems")}>
                    {t("peer.see-why", { name: peer.name })}
                  </a>
                )}
              </>
            );
          },
        },
        {
          header: t("peer.heard"),
          cell: (peer) => (peer.lastHeardAt ? times.moment(peer.lastHeardAt) : t("peer.never")),
        },
        { header: t("peer.lag"), cell: (peer) => lagText(site, peer) },
        { header: t("peer.last-sync"), cell: (peer) => <Summary site={site} summary={peer.lastSummary} /> },
      ]}
      rows={peers}
      empty={<EmptyState title={t("network.alone")}>{t("network.alone-why")}</EmptyState>}
    />
  );
}

function lagText(site: Site, { lagEntries, missingBlobs, lagMinutes }: PeerStatus): string {
  const t = messages.in(site.locale);
  const parts = [
    ...(lagEntries > 0 ? [t("peer.lag-entries", { count: lagEntries })] : []),
    ...(missingBlobs > 0 ? [t("peer.lag-files", { count: missingBlobs })] : []),
  ];
  const behind = parts.length > 0 ? parts.join(", ") : t("peer.lag-none");
  return lagMinutes === undefined ? behind : `${behind} (${signedAgo(site, lagMinutes)})`;
}

function signedAgo(site: Site, minutes: number): string {
  const t = messages.in(site.locale);
  if (minutes < 120) return t("peer.signed", { minutes });
  const hours = Math.round(minutes / 60);
  if (hours < 48) return t("peer.signed-hours", { hours });
  return t("peer.signed-days", { days: Math.round(hours / 24) });
}

function Summary({ site, summary }: { site: Site; summary: SyncSummary | undefined }) {
  const t = messages.in(site.locale);
  if (!summary) return <>{t("peer.summary.none")}</>;
  const { outcome, source, code, refused, published, revised, withdrawn, recalled, erased, ignored } =
    summary;
  const words =
    outcome === "synced"
      ? t("peer.summary.synced", { published, revised, withdrawn, recalled, erased, ignored })
      : t(`peer.summary.${outcome}`);
  const reasons = [...new Set(refused.map(({ reason }) => reason))];
  return (
    <>
      {words}
      {source && source !== code && <> ({t("peer.summary.mirror", { source })})</>}
      {reasons.map((reason) => (
        <p class="usa-hint">{reasonText(site, reason)}</p>
      ))}
    </>
  );
}

function Events({ site, events, titles, ownCode }: OverviewProps) {
  const t = messages.in(site.locale);
  return (
    <>
      <h2>{t("events.title")}</h2>
      <Timeline
        time
        items={events.map(({ op, feed, feedName, item, kind, revision, at }) => ({
          at,
          heading: t(`events.${op}`, {
            who: feed === ownCode ? t("events.us") : feedName,
            kind: kindWord(site, kind).toLocaleLowerCase(site.locale),
            item: nameOf(site, item, titles),
            revision,
          }),
        }))}
      />
    </>
  );
}

/** An item's title in quotes, the month of figures, or else what its feed calls it. */
function nameOf(site: Site, item: string, titles: ReadonlyMap<string, Text>): string {
  const title = titles.get(item);
  if (title && Object.keys(title).length > 0) return `“${textIn(title, site.locale)}”`;
  const [, month] = /\.figures-(\d{4}-\d{2})$/.exec(item) ?? [];
  if (!month) return item;
  const format = new Intl.DateTimeFormat(site.locale, { month: "long", year: "numeric", timeZone: "UTC" });
  return messages.in(site.locale)("kind.figures-of", {
    month: format.format(new Date(`${month}-15T12:00:00Z`)),
  });
}
