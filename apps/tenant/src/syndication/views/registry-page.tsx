import { Alert, DescriptionList, type Site, StatusTag, Table } from "@concord/ui";
import { messages } from "../messages.ts";
import { warnDays } from "../model.ts";
import type { readRegistry } from "../read-problems.ts";
import { NetworkPage, type Times } from "./network-page.tsx";

type RegistryProps = Awaited<ReturnType<typeof readRegistry>> & {
  readonly site: Site;
  readonly times: Times;
};
type Member = RegistryProps["registry"]["members"][number];

/** The network as this office knows it. */
export function RegistryPage({ site, times, root, registry, expiries }: RegistryProps) {
  const t = messages.in(site.locale);
  return (
    <NetworkPage site={site} title={t("registry.title")} lead={t("registry.lead")}>
      {expiries.map(({ what, at, days }) =>
        days >= warnDays[0] ? null : (
          <Alert
            kind={days < 7 ? "error" : "warning"}
            heading={t(`registry.${what}-ends`, { days: Math.max(days, 0) })}
          >
            {t(days < 0 ? "registry.ended-do" : "registry.ends-do", { date: times.day(at) })}
          </Alert>
        ),
      )}
      <DescriptionList
        items={[
          ...expiries.map(({ what, version, at }) => ({
            term: t(`registry.${what}`),
            detail: t("registry.version", { version, date: times.day(at) }),
          })),
          { term: t("registry.network"), detail: <Fingerprint text={root.net} /> },
          { term: t("registry.print"), detail: <Fingerprint text={registry.sha256} /> },
        ]}
      />
      <p>{t("registry.compare")}</p>
      <Table
        caption={t("registry.members")}
        columns={[
          {
            header: t("peer.member"),
            cell: (row) => (
              <>
                {row.name} <code lang="en">{row.code}</code>
              </>
            ),
          },
          { header: t("registry.address"), cell: (row) => row.baseUrl },
          {
            header: t("peer.state"),
            cell: (row) => (
              <StatusTag status={row.status === "active" ? "good" : "stopped"}>
                {t(`registry.${row.status}`)}
              </StatusTag>
            ),
          },
          { header: t("registry.key"), cell: (row) => <Keys site={site} member={row} /> },
        ]}
        rows={registry.members}
      />
    </NetworkPage>
  );
}

/** The keys that it may sign with now, by their fingerprints. */
function Keys({ site, member }: { site: Site; member: Member }) {
  const current = member.epochs.filter(({ close }) => !close).flatMap(({ keys }) => keys);
  const open = current.filter(({ to }) => to === undefined);
  if (open.length === 0) return <>{messages.in(site.locale)("registry.no-key")}</>;
  return (
    <>
      {open.map(({ jwk }) => (
        <Fingerprint text={jwk.kid} />
      ))}
    </>
  );
}

function Fingerprint({ text }: { text: string }) {
  return <code>{text}</code>;
}
