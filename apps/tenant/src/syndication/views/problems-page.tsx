import type { Text } from "@concord/content";
import type { OwnFeed, PeerStatus, Quarantine, RefusedEntry } from "@concord/peer";
import { Alert, localHref, type Site, Table } from "@concord/ui";
import { messages } from "../messages.ts";
import type { Expiry } from "../model.ts";
import type { LateHere, Owed } from "../read-problems.ts";
import { DelayedAlert } from "./delayed-alert.tsx";
import { Evidence } from "./evidence.tsx";
import { ExpiryNotices, soonExpired } from "./expiry-notices.tsx";
import { NetworkPage, type Times, titleOf } from "./network-page.tsx";
import { OwedTable } from "./owed-table.tsx";
import { QuarantineCard } from "./quarantine-card.tsx";
import { reasonText } from "./reason-text.ts";

interface ProblemsProps {
  readonly site: Site;
  readonly owed: readonly Owed[];
  readonly delayed: readonly LateHere[];
  readonly quarantines: readonly Quarantine[];
  readonly refused: readonly RefusedEntry[];
  /** Of what was refused, where it is known. */
  readonly titles: ReadonlyMap<string, Text>;
  readonly peers: readonly PeerStatus[];
  readonly own: OwnFeed;
  readonly expiries: readonly Expiry[];
  readonly times: Times;
  /** The member that was just let out of quarantine. */
  readonly released: string | undefined;
}

/** What is wrong, what it means, and what to do about it: most urgent first. */
export function ProblemsPage(props: ProblemsProps) {
  const { site, owed, delayed, peers, expiries, refused, own, times, released } = props;
  const t = messages.in(site.locale);
  const [open, ended] = [
    props.quarantines.filter((one) => !one.ended),
    props.quarantines.filter((one) => one.ended),
  ];
  const wrong = owed.length + delayed.length + open.length + refused.length + soonExpired(expiries).length;
  const card = (one: Quarantine) => (
    <QuarantineCard site={site} one={one} times={times} peer={peers.find(({ code }) => code === one.feed)} />
  );
  return (
    <NetworkPage site={site} title={t("problems.title")} lead={t("problems.lead")}>
      {released !== undefined && (
        <Alert kind="success" announce>
          {t("problems.released", { name: nameIn(props, released) })}
        </Alert>
      )}
      {wrong === 0 && !own.halted && <Alert kind="success">{t("problems.none")}</Alert>}
      {own.halted && (
        <Alert kind="error" heading={t("problems.halted")}>
          <p>{t("problems.halted-why", { since: times.moment(own.halted.since) })}</p>
          <a href={localHref(site, "/office/network/key")}>{t("problems.halted-go")}</a>
        </Alert>
      )}
      {delayed.map((one) => (
        <DelayedAlert site={site} peers={peers} one={one} times={times} />
      ))}
      {owed.length > 0 && <OwedTable site={site} owed={owed} peers={peers} times={times} />}
      {open.length > 0 && <h2>{t("problems.quarantines")}</h2>}
      {open.map(card)}
      <ExpiryNotices site={site} expiries={expiries} times={times} />
      {refused.length > 0 && <RefusedTable {...props} />}
      {ended.length > 0 && (
        <details class="cc-stack">
          <summary>{t("problems.ended", { count: ended.length })}</summary>
          {ended.map(card)}
        </details>
      )}
    </NetworkPage>
  );
}

function RefusedTable(props: ProblemsProps) {
  const { site, refused, titles, times } = props;
  const t = messages.in(site.locale);
  const about = ({ item }: RefusedEntry) => {
    const title = titles.get(item ?? "");
    return title ? titleOf(site, title) : t("problems.about-unknown");
  };
  return (
    <>
      <h2>{t("problems.refused")}</h2>
      <p>{t("problems.refused-why")}</p>
      <Table
        caption={t("problems.refused")}
        captionHidden
        columns={[
          { header: t("peer.member"), cell: (row) => nameIn(props, row.feed) },
          { header: t("problems.about"), cell: about },
          { header: t("problems.came"), cell: (row) => times.moment(row.at) },
          {
            header: t("problems.why"),
            cell: (row) => (
              <div class="cc-stack">
                <p>{reasonText(site, row.reason)}</p>
                <Evidence
                  site={site}
                  signed={[row.evidence]}
                  about={`${nameIn(props, row.feed)}, ${row.seq}`}
                />
              </div>
            ),
          },
        ]}
        rows={refused}
      />
    </>
  );
}

function nameIn({ peers }: Pick<ProblemsProps, "peers">, code: string): string {
  return peers.find((peer) => peer.code === code)?.name ?? code;
}
