import { DescriptionList, localHref, type Site, StatusTag, Table } from "@concord/ui";
import { messages } from "../messages.ts";
import type { readRegistry } from "../read-problems.ts";
import { ExpiryNotices } from "./expiry-notices.tsx";
import { NetworkPage, type Times } from "./network-page.tsx";

type RegistryProps = Awaited<ReturnType<typeof readRegistry>> & {
  readonly site: Site;
  readonly times: Times;
};
type Member = RegistryProps["registry"]["members"][number];

/** The network as this office knows it. */
export function RegistryPage(props: RegistryProps) {
  const { site, times, registry, expiries } = props;
  const t = messages.in(site.locale);
  return (
    <NetworkPage site={site} title={t("registry.title")} lead={t("registry.lead")}>
      <ExpiryNotices site={site} expiries={expiries} times={times} />
      <Table
        caption={t("registry.members")}
        columns={[
          { header: t("peer.member"), cell: (row) => row.name },
          { header: t("registry.address"), cell: (row) => <a href={row.baseUrl}>{row.baseUrl}</a> },
          {
            header: t("peer.state"),
            cell: (row) => (
              <StatusTag status={row.status === "active" ? "good" : "stopped"}>
                {t(`registry.${row.status}`)}
              </StatusTag>
            ),
          },
        ]}
        rows={registry.members}
      />
      <h2>{t("registry.valid")}</h2>
      <DescriptionList
        items={expiries.map(({ what, version, at }) => ({
          term: t(`registry.${what}`),
          detail: t("registry.version", { version, date: times.day(at) }),
        }))}
      />
      <Fingerprints {...props} />
      <p>
        <a href={localHref(site, "/office/network/key")}>{t("registry.our-key")}</a>
      </p>
    </NetworkPage>
  );
}

/** To be read from office to office; nobody else needs them. */
function Fingerprints({ site, root, registry }: RegistryProps) {
  const t = messages.in(site.locale);
  return (
    <>
      <h2>{t("registry.prints")}</h2>
      <p>{t("registry.compare")}</p>
      <details class="cc-stack">
        <summary>{t("registry.prints-show")}</summary>
        <DescriptionList
          items={[
            { term: t("registry.network"), detail: <Fingerprint text={root.net} /> },
            { term: t("registry.print"), detail: <Fingerprint text={registry.sha256} /> },
          ]}
        />
        <Table
          caption={t("registry.keys")}
          columns={[
            { header: t("peer.member"), cell: (row) => row.name },
            { header: t("registry.code"), cell: (row) => <Fingerprint text={row.code} /> },
            { header: t("registry.key"), cell: (row) => <Keys site={site} member={row} /> },
          ]}
          rows={registry.members}
        />
      </details>
    </>
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
  return <code lang="en">{text}</code>;
}
