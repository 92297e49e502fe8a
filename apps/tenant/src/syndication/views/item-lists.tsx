import type { FeedItem } from "@concord/peer";
import { Alert, ButtonLink, EmptyState, localHref, Pagination, type Site, Table } from "@concord/ui";
import { messages } from "../messages.ts";
import { type IncomingItem, type IncomingStatus, incomingStatuses } from "../model.ts";
import { ItemStatus, kindWord, languagesOf, NetworkPage, type Times, titleOf } from "./network-page.tsx";

interface IncomingProps {
  readonly site: Site;
  readonly items: readonly IncomingItem[];
  /** What nobody decided on yet; absent where one status, or a later page, is shown. */
  readonly waiting?: readonly IncomingItem[] | undefined;
  readonly counts: ReadonlyMap<IncomingStatus, number>;
  readonly coming: readonly FeedItem[];
  readonly feedNames: ReadonlyMap<string, string>;
  readonly status: IncomingStatus | undefined;
  readonly nextHref?: string | undefined;
  readonly times: Times;
}

export function IncomingPage(props: IncomingProps) {
  const { site, items, waiting, counts, coming, status, nextHref } = props;
  const t = messages.in(site.locale);
  const nothing = items.length === 0 && (waiting ?? []).length === 0;
  return (
    <NetworkPage site={site} title={t("incoming.title")} lead={t("incoming.lead")}>
      {coming.length > 0 && <Alert>{t("incoming.coming", { count: coming.length })}</Alert>}
      <StatusLinks site={site} counts={counts} status={status} />
      {nothing && <EmptyState title={t("incoming.none")}>{t("incoming.none-why")}</EmptyState>}
      {!nothing && waiting && (
        <>
          <h2>{t("incoming.waiting", { count: waiting.length })}</h2>
          {waiting.length === 0 && <p>{t("network.nothing-waiting")}</p>}
          <Items {...props} caption={t("incoming.waiting", { count: waiting.length })} items={waiting} />
          {items.length > 0 && <h2>{t("incoming.decided")}</h2>}
        </>
      )}
      <Items {...props} caption={t(waiting ? "incoming.decided" : "incoming.title")} items={items} />
      {nextHref && <Pagination nextHref={nextHref} />}
    </NetworkPage>
  );
}

function Items(props: Pick<IncomingProps, "site" | "items" | "feedNames" | "times"> & { caption: string }) {
  const { site, items, feedNames, times, caption } = props;
  const t = messages.in(site.locale);
  if (items.length === 0) return null;
  return (
    <Table
      caption={caption}
      captionHidden
      columns={[
        { header: t("incoming.item"), cell: (row) => <ItemLink site={site} row={row} /> },
        { header: t("incoming.from"), cell: (row) => feedNames.get(row.feed) ?? row.feed },
        { header: t("incoming.languages"), cell: (row) => languagesOf(site, row.languages) },
        { header: t("incoming.seen"), cell: (row) => times.day(row.seenAt) },
        { header: t("incoming.status"), cell: (row) => <ItemStatus site={site} status={row.status} /> },
      ]}
      rows={items}
    />
  );
}

function StatusLinks({ site, counts, status }: Pick<IncomingProps, "site" | "counts" | "status">) {
  const t = messages.in(site.locale);
  const all = localHref(site, "/office/network/incoming");
  const shown = incomingStatuses.filter((one) => one === status || counts.has(one));
  return (
    <nav class="cc-actions" aria-label={t("incoming.filter")}>
      <a href={all} aria-current={status === undefined ? "page" : undefined}>
        {t("incoming.all")}
      </a>
      {shown.map((one) => (
        <a href={`${all}?status=${one}`} aria-current={one === status ? "page" : undefined}>
          {t(`status.${one}`)} ({counts.get(one) ?? 0})
        </a>
      ))}
    </nav>
  );
}

function ItemLink({ site, row }: { site: Site; row: IncomingItem }) {
  return (
    <>
      <a href={localHref(site, `/office/network/incoming/${row.item}`)}>{titleOf(site, row.title)}</a>{" "}
      <span class="cc-under">{kindWord(site, row.kind)}</span>
    </>
  );
}

export function AdoptedPage(props: Pick<IncomingProps, "site" | "items" | "feedNames" | "nextHref">) {
  const { site, items, feedNames, nextHref } = props;
  const t = messages.in(site.locale);
  return (
    <NetworkPage site={site} title={t("adopted.title")} lead={t("adopted.lead")}>
      <Table
        caption={t("adopted.title")}
        captionHidden
        columns={[
          { header: t("incoming.item"), cell: (row) => <ItemLink site={site} row={row} /> },
          { header: t("incoming.from"), cell: (row) => feedNames.get(row.feed) ?? row.feed },
          { header: t("adopted.pinned"), numeric: true, cell: (row) => row.pinnedRevision ?? "" },
          { header: t("adopted.newest"), numeric: true, cell: (row) => row.revision },
          { header: t("incoming.status"), cell: (row) => <ItemStatus site={site} status={row.status} /> },
          {
            header: t("adopted.act"),
            cell: (row) => (
              <a
                href={localHref(site, `/office/network/incoming/${row.item}`)}
                aria-label={`${t(row.status === "update-available" ? "adopted.review" : "adopted.open")}: ${titleOf(site, row.title)}`}
              >
                {t(row.status === "update-available" ? "adopted.review" : "adopted.open")}
              </a>
            ),
          },
        ]}
        rows={items}
        empty={
          <EmptyState
            title={t("adopted.none")}
            action={
              <ButtonLink href={localHref(site, "/office/network/incoming")}>
                {t("adopted.to-incoming")}
              </ButtonLink>
            }
          >
            {t("adopted.none-why")}
          </EmptyState>
        }
      />
      {nextHref && <Pagination nextHref={nextHref} />}
    </NetworkPage>
  );
}
