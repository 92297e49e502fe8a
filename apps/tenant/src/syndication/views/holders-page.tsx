import type { Holder } from "@concord/peer";
import { EmptyState, localHref, type Site, StatusTag, Table } from "@concord/ui";
import { messages } from "../messages.ts";
import type { SharedItem } from "../model.ts";
import { kindWord, NetworkPage, type Times, titleOf } from "./network-page.tsx";

interface HoldersProps {
  readonly site: Site;
  readonly shared: SharedItem;
  readonly holders: readonly Holder[];
  readonly times: Times;
}

/** One item of ours: which revision each other member says that it holds. */
export function HoldersPage({ site, shared, holders, times }: HoldersProps) {
  const t = messages.in(site.locale);
  const revision = shared.revision;
  return (
    <NetworkPage
      site={site}
      title={titleOf(site, shared.title)}
      over={kindWord(site, shared.kind)}
      lead={t("holders.lead", { revision, status: t(`shared.${shared.status}`) })}
    >
      <Table
        caption={t("holders.title")}
        columns={[
          { header: t("peer.member"), cell: (row) => row.name },
          {
            header: t("holders.holds"),
            cell: (row) => {
              const state = holdingOf(shared, row);
              const words = t(`holders.${state}`, { revision: row.revision ?? 0 });
              return <StatusTag status={looks[state]}>{words}</StatusTag>;
            },
          },
          {
            header: t("holders.heard"),
            cell: (row) => (row.heardAt ? times.moment(row.heardAt) : t("peer.never")),
          },
        ]}
        rows={inOrder(shared, holders)}
        empty={<EmptyState title={t("network.alone")}>{t("network.alone-why")}</EmptyState>}
      />
      <p>{t("holders.why")}</p>
      <p>
        <a href={localHref(site, "/office/network/published")}>{t("holders.back")}</a>
      </p>
    </NetworkPage>
  );
}

const looks = {
  unended: "attention",
  older: "waiting",
  ended: "good",
  newest: "good",
  none: "neutral",
} as const;

/** Who still has to do something stands first. */
function inOrder(shared: SharedItem, holders: readonly Holder[]): readonly Holder[] {
  const order = Object.keys(looks);
  const rank = (holder: Holder) => order.indexOf(holdingOf(shared, holder));
  return holders.toSorted((one, other) => rank(one) - rank(other));
}

/** What a member's last receipt says of the item. */
function holdingOf({ status, revision }: SharedItem, holder: Holder): keyof typeof looks {
  if (holder.revision === undefined) return "none";
  if (status !== "live") return endings[status] === holder.ended ? "ended" : "unended";
  return holder.revision === revision ? "newest" : "older";
}

const endings = { withdrawn: "withdraw", recalled: "recall", erased: "erase" } as const;
