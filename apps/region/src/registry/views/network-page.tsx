import { writeDayOf, writeMoment } from "@concord/runtime";
import {
  Card,
  CardList,
  DescriptionList,
  localHref,
  PageHeading,
  type Site,
  StatusTag,
  Timeline,
} from "@concord/ui";
import { RegionPage } from "../../portal/region-page.tsx";
import { messages } from "../messages.ts";
import type { NetworkMember, NetworkView } from "../read-network.ts";

interface Props {
  readonly site: Site;
  readonly network: NetworkView;
}

/** Who is in the network, by what keys they speak, and which seat is still open. */
export function NetworkPage(props: Props) {
  const { site, network } = props;
  const t = messages.in(site.locale);
  const states = network.members.filter(({ roles }) => roles.includes("tenant"));
  const others = network.members.filter(({ roles }) => !roles.includes("tenant"));
  return (
    <RegionPage site={site} title={t("network.title")} width="wide">
      <PageHeading title={t("network.title")} lead={t("network.lead", { states: states.length })} />
      <h2>{t("network.states", { states: states.length })}</h2>
      <CardList columns={2}>
        {states.map((member) => (
          <MemberCard site={site} member={member} />
        ))}
        {Array.from({ length: network.openSeats }, () => (
          <OpenSeat site={site} />
        ))}
      </CardList>
      <h2>{t("network.region")}</h2>
      <CardList columns={2}>
        {others.map((member) => (
          <MemberCard site={site} member={member} />
        ))}
      </CardList>
      <Groups {...props} />
      <Trust {...props} />
      <Events {...props} />
    </RegionPage>
  );
}

/** The registry is one signed text for all, and names everybody in English. */
function RegistryName({ name }: { name: string }) {
  return <span lang="en">{name}</span>;
}

function MemberCard({ site, member }: { site: Site; member: NetworkMember }) {
  const t = messages.in(site.locale);
  const { seen } = member;
  const heard = seen?.lastHeardAt ? writeMoment(seen.lastHeardAt, site) : t("never");
  return (
    <Card
      title={<RegistryName name={member.name} />}
      href={member.baseUrl}
      meta={
        <>
          {[member.code, ...member.roles.map((role) => t(`role.${role}`))].join(" · ")}
          {member.groups.map((group) => (
            <>
              {" · "}
              <RegistryName name={group} />
            </>
          ))}
        </>
      }
      aside={<Status site={site} member={member} />}
    >
      <DescriptionList
        items={[
          ...(seen
            ? [
                { term: t("member.heard"), detail: heard },
                {
                  term: t("member.verified"),
                  detail: t("member.entries", { count: seen.verifiedThrough, of: seen.size }),
                },
              ]
            : []),
          {
            term: t("member.keys", { count: member.currentKeys.length }),
            detail: (
              <>
                {member.currentKeys.map((key) => (
                  <span class="region-code">{key} </span>
                ))}
                {member.pastKeys > 0 && <small>{t("member.past-keys", { count: member.pastKeys })}</small>}
              </>
            ),
          },
        ]}
      />
    </Card>
  );
}

function Status({ site, member: { status, seen } }: { site: Site; member: NetworkMember }) {
  const t = messages.in(site.locale);
  if (status !== "active") return <StatusTag status="stopped">{t(`status.${status}`)}</StatusTag>;
  if (!seen) return <StatusTag status="neutral">{t("status.here")}</StatusTag>;
  if (seen.quarantine) return <StatusTag status="stopped">{t("status.quarantined")}</StatusTag>;
  const silent = seen.lastSummary?.refused.some(({ source }) => source === seen.code);
  if (silent) return <StatusTag status="attention">{t("status.silent")}</StatusTag>;
  return seen.lastHeardAt ? (
    <StatusTag status="good">{t("status.verified")}</StatusTag>
  ) : (
    <StatusTag status="waiting">{t("status.waiting")}</StatusTag>
  );
}

function OpenSeat({ site }: { site: Site }) {
  const t = messages.in(site.locale);
  return (
    <Card title={t("seat.title")} aside={<StatusTag status="waiting">{t("seat.status")}</StatusTag>}>
      <p>{t("seat.body")}</p>
      <p>
        <a href={localHref(site, "/network/requests")}>{t("seat.ask")}</a>
      </p>
    </Card>
  );
}

function Groups({ site, network: { registry } }: Props) {
  const t = messages.in(site.locale);
  const nameOf = (code: string) => registry.members.find((member) => member.code === code)?.name ?? code;
  return (
    <>
      <h2>{t("groups.title")}</h2>
      <p>{t("groups.lead")}</p>
      <DescriptionList
        items={registry.groups.map(({ name, members }) => ({
          term: <RegistryName name={name} />,
          detail: <RegistryName name={members.map(nameOf).join("; ")} />,
        }))}
      />
    </>
  );
}

function Trust({ site, network: { net, root, registry } }: Props) {
  const t = messages.in(site.locale);
  const day = (seconds: number) => writeDayOf(new Date(seconds * 1000), site);
  const code = (text: string) => <span class="region-code">{text}</span>;
  return (
    <>
      <h2>{t("trust.title")}</h2>
      <p>{t("trust.lead", { threshold: root.registry.threshold, keys: root.registry.keys.length })}</p>
      <DescriptionList
        items={[
          { term: t("trust.net"), detail: code(net) },
          {
            term: t("trust.root"),
            detail: t("trust.root-is", {
              version: root.version,
              threshold: root.root.threshold,
              keys: root.root.keys.length,
              until: day(root.exp),
            }),
          },
          {
            term: t("trust.registry"),
            detail: t("trust.registry-is", {
              version: registry.version,
              from: day(registry.iat),
              until: day(registry.exp),
            }),
          },
          { term: t("trust.registry-hash"), detail: code(registry.sha256) },
          { term: t("trust.signers"), detail: root.registry.keys.map(({ kid }) => code(`${kid} `)) },
        ]}
      />
      <p>
        <a href="/federation/v1/registry">{t("trust.registry-file")}</a>,{" "}
        <a href={`/federation/v1/root/${root.version}`}>{t("trust.root-file")}</a>,{" "}
        <a href={`/api/v1/network?format=csv&lang=${site.locale}`}>{t("trust.csv")}</a>
      </p>
      <p>
        {t("trust.desk")} <a href={localHref(site, "/network/desk")}>{t("trust.desk-link")}</a>
      </p>
    </>
  );
}

function Events({ site, network: { events } }: Props) {
  const t = messages.in(site.locale);
  if (events.length === 0) return null;
  const kind = (name: string) => t("event.kind", { kind: name });
  return (
    <>
      <h2>{t("event.title")}</h2>
      <p>{t("event.lead")}</p>
      <Timeline
        time
        items={events.map((event) => ({
          at: event.at,
          heading: t(`event.${event.op}`, { who: event.feedName, what: kind(event.kind) }),
          content: (
            <p class="cc-chart__note">
              {t("event.entry", { seq: event.seq })}{" "}
              <span class="region-code">{event.entrySha256.slice(0, 16)}…</span>
            </p>
          ),
        }))}
      />
    </>
  );
}
