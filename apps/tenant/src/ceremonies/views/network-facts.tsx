import { writeDayOf } from "@concord/runtime";
import { fingerprint } from "@concord/stewardship";
import { DescriptionList, type Site, StatusTag, Table } from "@concord/ui";
import { messages } from "../messages.ts";
import { spoken } from "../model.ts";
import type { NetworkFacts, Ourselves } from "../read-join.ts";

/** Who we are, as the network will name us. */
export function OurselvesList({ site, ourselves }: { site: Site; ourselves: Ourselves }) {
  const t = messages.in(site.locale);
  return (
    <DescriptionList
      items={[
        { term: t("ourselves.name"), detail: <span lang="en">{ourselves.name}</span> },
        { term: t("ourselves.code"), detail: <code lang="en">{ourselves.code}</code> },
        { term: t("ourselves.address"), detail: ourselves.address },
        { term: t("ourselves.print"), detail: <code>{fingerprint(ourselves.kid)}</code> },
      ]}
    />
  );
}

/** A network's id, and how new and how long good its list of members is. */
export function NetworkList({ site, network }: { site: Site; network: NetworkFacts }) {
  const t = messages.in(site.locale);
  const { version, iat, exp } = network.registry;
  const day = (seconds: number) => writeDayOf(new Date(seconds * 1000), site);
  return (
    <DescriptionList
      items={[
        { term: t("network.id"), detail: <code>{spoken(network.net)}</code> },
        {
          term: t("network.list"),
          detail: t("network.version", { version, since: day(iat), until: day(exp) }),
        },
        {
          term: t("network.desk"),
          detail: network.desk ? `${network.desk.name}, ${network.desk.baseUrl}` : t("network.no-desk"),
        },
      ]}
    />
  );
}

/** Everybody who is in it. */
export function MembersTable({ site, network }: { site: Site; network: NetworkFacts }) {
  const t = messages.in(site.locale);
  const { members } = network.registry;
  return (
    <Table
      caption={t("network.members", { count: members.length })}
      columns={[
        {
          header: t("network.member"),
          cell: (row) => (
            <>
              <span lang="en">{row.name}</span> <code lang="en">{row.code}</code>
            </>
          ),
        },
        { header: t("network.address"), cell: (row) => row.baseUrl },
        {
          header: t("network.standing"),
          cell: (row) => (
            <StatusTag status={row.status === "active" ? "good" : "stopped"}>
              {t(`network.status.${row.status}`)}
            </StatusTag>
          ),
        },
      ]}
      rows={members}
    />
  );
}
