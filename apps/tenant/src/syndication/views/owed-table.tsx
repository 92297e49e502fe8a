import type { PeerStatus } from "@concord/peer";
import { localHref, type Site, StatusTag, Table } from "@concord/ui";
import { messages } from "../messages.ts";
import { peerState } from "../peer-state.ts";
import type { Owed } from "../read-problems.ts";
import { kindWord, type Times, titleOf } from "./network-page.tsx";
import { opWord } from "./urgent.tsx";

interface OwedProps {
  readonly site: Site;
  readonly owed: readonly Owed[];
  readonly peers: readonly PeerStatus[];
  readonly times: Times;
}

/** A member that holds what must go or be mended, with all that it has not confirmed, and whether to telephone it. */
interface Debtor {
  readonly name: string;
  readonly peer: PeerStatus | undefined;
  readonly owes: readonly Owed[];
  readonly late: boolean;
}

export function OwedTable(props: OwedProps) {
  const { site, times } = props;
  const t = messages.in(site.locale);
  const debtors = debtorsOf(props);
  const others = neverHeld(props.owed);
  return (
    <>
      <h2 id="owed">{t("problems.owed")}</h2>
      <p>{t("problems.owed-why")}</p>
      {debtors.length > 0 && (
        <Table
          caption={t("problems.owed")}
          captionHidden
          columns={[
            { header: t("peer.member"), cell: ({ name }) => name },
            { header: t("problems.by"), cell: (row) => <Owes {...props} owed={row.owes} /> },
            {
              header: t("peer.heard"),
              cell: ({ peer }) => (peer?.lastHeardAt ? times.moment(peer.lastHeardAt) : t("peer.never")),
            },
            { header: t("problems.next"), cell: (row) => <Next site={site} debtor={row} /> },
          ]}
          rows={debtors}
        />
      )}
      {others.length > 0 && (
        <p class="usa-hint">
          {t("problems.never-held", { names: new Intl.ListFormat(site.locale).format(others) })}
        </p>
      )}
    </>
  );
}

function Owes({ site, owed, times }: OwedProps) {
  const t = messages.in(site.locale);
  return (
    <ul class="usa-list">
      {owed.map(({ item, title, kind, op, since }) => (
        <li>
          <a href={localHref(site, `/office/network/published/${item}`)}>
            {t(`op.${opWord(op)}`, {
              title: titleOf(site, title),
              kind: kindWord(site, kind).toLocaleLowerCase(site.locale),
              date: times.moment(since),
            })}
          </a>
        </li>
      ))}
    </ul>
  );
}

function Next({ site, debtor: { name, peer, late } }: { site: Site; debtor: Debtor }) {
  const t = messages.in(site.locale);
  const away = peer !== undefined && peerState(peer) === "unreachable";
  return (
    <div class="cc-stack">
      <StatusTag status={late ? "attention" : "waiting"}>
        {t(late ? "problems.late" : "problems.in-time")}
      </StatusTag>
      {away && <p>{t("problems.away")}</p>}
      {late && peer && (
        <p>
          <a href={peer.baseUrl}>{t("problems.website", { name })}</a>
        </p>
      )}
    </div>
  );
}

/** The late stand first. */
function debtorsOf({ owed, peers }: OwedProps): readonly Debtor[] {
  const debts = owed.flatMap((owes) => owes.by.filter(({ holds }) => holds).map((by) => ({ ...by, owes })));
  return [...Map.groupBy(debts, ({ code }) => code)]
    .map(([code, all]) => ({
      name: all[0]?.name ?? code,
      peer: peers.find((peer) => peer.code === code),
      owes: all.map(({ owes }) => owes),
      late: all.some(({ owes }) => owes.late),
    }))
    .toSorted((one, other) => Number(other.late) - Number(one.late));
}

/** Who never had any of it has nothing to hide or delete. */
function neverHeld(owed: readonly Owed[]): readonly string[] {
  const all = owed.flatMap(({ by }) => by);
  const holding = new Set(all.filter(({ holds }) => holds).map(({ code }) => code));
  return [...new Set(all.filter(({ code }) => !holding.has(code)).map(({ name }) => name))];
}
