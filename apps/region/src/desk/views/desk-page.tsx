import { writeDayOf } from "@concord/runtime";
import {
  Alert,
  ButtonLink,
  Card,
  CardList,
  EmptyState,
  localHref,
  PageHeading,
  ProcessList,
  type Site,
  StatusTag,
  Table,
} from "@concord/ui";
import { RegionPage } from "../../portal/region-page.tsx";
import { messages } from "../messages.ts";
import { type Ceremony, ceremonies } from "../model.ts";
import type { AskedRequest, DeskView, WaitingDocument } from "../read-desk.ts";
import { History } from "./history.tsx";
import { moreNeeded } from "./signers.tsx";

interface Props {
  readonly site: Site;
  readonly desk: DeskView;
  /** A trial has made-up keepers. */
  readonly trial: boolean;
}

/** What keepers do here, what waits for them, and what was done. */
export function DeskPage(props: Props) {
  const { site, desk, trial } = props;
  const t = messages.in(site.locale);
  return (
    <RegionPage site={site} title={t("desk.title")} width="wide">
      <PageHeading title={t("desk.title")} lead={t("desk.lead")} />
      {trial && (
        <Alert kind="info">
          {t("desk.trial")}{" "}
          <a href={localHref(site, "/network/desk/trial-keepers")}>{t("desk.trial.link")}</a>
        </Alert>
      )}
      <h2>{t("desk.waiting")}</h2>
      <Waiting {...props} />
      <h2>{t("desk.requests")}</h2>
      <Requests {...props} />
      <h2>{t("desk.begin")}</h2>
      <CardList columns={2}>
        {begun.map((ceremony) => (
          <Card title={t(`ceremony.${ceremony}`)} href={localHref(site, `/network/desk/begin/${ceremony}`)}>
            <p>{t(`about.${ceremony}`, { until: dayOf(desk.trust.registry.exp, site) })}</p>
          </Card>
        ))}
      </CardList>
      <h2>{t("desk.how")}</h2>
      <How {...props} />
      <h2>{t("desk.history")}</h2>
      <History site={site} acts={desk.acts} />
    </RegionPage>
  );
}

/** Those that no request begins. */
const begun = ceremonies.filter((one): one is Ceremony => one !== "add" && one !== "rotate");

function How({ site, desk }: Props) {
  const t = messages.in(site.locale);
  const { threshold, keys } = desk.trust.signing.registry;
  const say = (heading: string, text: string) => ({ heading, content: <p>{text}</p> });
  return (
    <>
      <ProcessList
        items={[
          say(t("desk.how.start"), t("desk.how.start-body")),
          say(t("desk.how.sign"), t("desk.how.sign-body", { threshold, keys: keys.length })),
          say(t("desk.how.force"), t("desk.how.force-body")),
        ]}
      />
      <p>{t("desk.no-account")}</p>
    </>
  );
}

function Waiting({ site, desk }: Props) {
  const t = messages.in(site.locale);
  if (desk.documents.length === 0) {
    return (
      <EmptyState title={t("desk.waiting.none")} level={3}>
        <p>{t("desk.waiting.none-body")}</p>
      </EmptyState>
    );
  }
  return (
    <CardList columns={2}>
      {desk.documents.map((one) => (
        <WaitingCard site={site} waiting={one} />
      ))}
    </CardList>
  );
}

function WaitingCard({ site, waiting: { proposal, document } }: { site: Site; waiting: WaitingDocument }) {
  const t = messages.in(site.locale);
  const open = proposal.standing === "open";
  return (
    <Card
      title={t(`waiting.${proposal.document}`, { version: proposal.version })}
      aside={
        <StatusTag status="waiting">
          {open ? t("waiting.open", { more: moreNeeded(document) }) : t("waiting.complete")}
        </StatusTag>
      }
    >
      {open && <p>{t("waiting.until", { day: writeDayOf(proposal.expiresAt, site) })}</p>}
      <ButtonLink href={localHref(site, `/network/desk/proposals/${proposal.id}`)}>
        {t("waiting.look")}
      </ButtonLink>
    </Card>
  );
}

function Requests({ site, desk }: Props) {
  const t = messages.in(site.locale);
  const ask = (
    <ButtonLink href={localHref(site, "/network/requests")} look="outline">
      {t("desk.requests.ask")}
    </ButtonLink>
  );
  const none = (
    <EmptyState title={t("desk.requests.none")} level={3} action={ask}>
      <p>{t("desk.requests.none-body")}</p>
    </EmptyState>
  );
  return (
    <Table<AskedRequest>
      caption={t("desk.requests")}
      captionHidden
      rows={desk.requests}
      empty={none}
      columns={[
        { header: t("desk.requests.name"), cell: ({ request }) => request.name },
        {
          header: t("desk.requests.code"),
          cell: ({ request }) => <span class="region-code">{request.code}</span>,
        },
        { header: t("desk.requests.address"), cell: ({ request }) => request.baseUrl },
        { header: t("desk.requests.until"), cell: ({ waiting }) => writeDayOf(waiting.expiresAt, site) },
        { header: t("desk.requests.next"), cell: (asked) => <RequestLink site={site} asked={asked} /> },
      ]}
    />
  );
}

function RequestLink({ site, asked: { waiting, isMember } }: { site: Site; asked: AskedRequest }) {
  const t = messages.in(site.locale);
  const ceremony = isMember ? "rotate" : "add";
  const href = localHref(site, `/network/desk/begin/${ceremony}?request=${waiting.id}`);
  return <a href={href}>{t(`desk.requests.${ceremony}`)}</a>;
}

const dayOf = (seconds: number, site: Site) => writeDayOf(new Date(seconds * 1000), site);
