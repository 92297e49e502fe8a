import { effectOf, type Reason } from "@concord/federation";
import type { OwnFeed, PeerStatus, Quarantine, RefusedEntry } from "@concord/peer";
import { Alert, Button, Form, localHref, type Site, StatusTag, Table } from "@concord/ui";
import { messages } from "../messages.ts";
import type { LateHere, Owed } from "../read-problems.ts";
import { NetworkPage, type Times, titleOf } from "./network-page.tsx";

interface ProblemsProps {
  readonly site: Site;
  readonly owed: readonly Owed[];
  readonly delayed: readonly LateHere[];
  readonly quarantines: readonly Quarantine[];
  readonly refused: readonly RefusedEntry[];
  readonly peers: readonly PeerStatus[];
  readonly own: OwnFeed;
  readonly times: Times;
  /** The member that was just let out of quarantine. */
  readonly released: string | undefined;
}

/** What is wrong, what it means, and what to do about it. */
export function ProblemsPage(props: ProblemsProps) {
  const { site, owed, delayed, quarantines, refused, own, times, released } = props;
  const t = messages.in(site.locale);
  const none = owed.length + delayed.length + quarantines.length + refused.length === 0 && !own.halted;
  return (
    <NetworkPage site={site} title={t("problems.title")} lead={t("problems.lead")}>
      {released !== undefined && (
        <Alert kind="success" announce>
          {t("problems.released", { name: nameIn(props, released) })}
        </Alert>
      )}
      {none && <p>{t("problems.none")}</p>}
      {own.halted && (
        <Alert kind="error" heading={t("problems.halted")}>
          {t("problems.halted-why", { since: times.moment(own.halted.since) })}
        </Alert>
      )}
      {delayed.map((one) => (
        <DelayedAlert {...props} one={one} />
      ))}
      {owed.length > 0 && <OwedTable {...props} />}
      {quarantines.length > 0 && (
        <>
          <h2>{t("problems.quarantines")}</h2>
          {quarantines.map((one) => (
            <QuarantineCard {...props} one={one} />
          ))}
        </>
      )}
      {refused.length > 0 && <RefusedTable {...props} />}
    </NetworkPage>
  );
}

/** A recall or erasure that has not had all its effect here, in the words in which officers are told of it. */
function DelayedAlert(props: ProblemsProps & { one: LateHere }) {
  const { site, times, one } = props;
  const t = messages.in(site.locale);
  const about = {
    // What is not another member's is our own.
    name: props.peers.find(({ code }) => code === one.feed)?.name ?? site.title,
    title: titleOf(site, one.title),
    since: times.moment(one.since),
  };
  return (
    <Alert kind="warning" heading={t("problems.delayed")}>
      {one.why === "held" ? (
        <>
          {t("alert.delayed.held", { ...about, op: one.op })} {t("alert.delayed.held-do", about)}
        </>
      ) : (
        <>
          {t("alert.delayed.files", about)} {t("alert.delayed.files-do")}
        </>
      )}
    </Alert>
  );
}

function OwedTable({ site, owed, times }: ProblemsProps) {
  const t = messages.in(site.locale);
  return (
    <>
      <h2>{t("problems.owed")}</h2>
      <p>{t("problems.owed-why")}</p>
      <Table
        caption={t("problems.owed")}
        captionHidden
        columns={[
          { header: t("incoming.item"), cell: (row) => titleOf(site, row.title) },
          {
            header: t("problems.what"),
            cell: (row) => t(row.op === "erase" || row.op === "recall" ? `op.${row.op}` : "op.safety"),
          },
          { header: t("problems.since"), cell: (row) => times.moment(row.since) },
          { header: t("problems.by"), cell: (row) => <Owing site={site} row={row} /> },
          {
            header: t("peer.state"),
            cell: (row) => (
              <StatusTag status={row.late ? "attention" : "waiting"}>
                {t(row.late ? "problems.late" : "problems.in-time")}
              </StatusTag>
            ),
          },
        ]}
        rows={owed}
      />
    </>
  );
}

/** Who never had it has nothing to hide or delete, and is named last. */
function Owing({ site, row }: { site: Site; row: Owed }) {
  const t = messages.in(site.locale);
  const format = new Intl.ListFormat(site.locale);
  const names = (holds: boolean) => row.by.filter((one) => one.holds === holds).map(({ name }) => name);
  const [holding, others] = [names(true), names(false)];
  return (
    <>
      {holding.length > 0 && <strong>{format.format(holding)}</strong>}
      {holding.length > 0 && others.length > 0 && "; "}
      {others.length > 0 && t("problems.never-held", { names: format.format(others) })}
    </>
  );
}

function QuarantineCard(props: ProblemsProps & { one: Quarantine }) {
  const { site, times, one } = props;
  const t = messages.in(site.locale);
  const name = nameIn(props, one.feed);
  return (
    <section class="cc-card">
      <h3>{name}</h3>
      <p>
        <StatusTag status={one.ended ? "neutral" : "attention"}>
          {one.ended
            ? t(`problems.ended-${one.ended.by}`, { date: times.moment(one.ended.at) })
            : t("problems.set-aside", { date: times.moment(one.since) })}
        </StatusTag>
      </p>
      <p>{t(`reason.${one.reason}`)}</p>
      {!one.ended && <p>{t("problems.quarantine-do", { name })}</p>}
      <Evidence site={site} signed={one.evidence} about={name} />
      {!one.ended && (
        <Form id={one.feed} action={localHref(site, `/office/network/problems/${one.feed}/release`)} plain>
          <p>{t("problems.release-why")}</p>
          <Button look="outline" label={t("problems.release-of", { name })}>
            {t("problems.release")}
          </Button>
        </Form>
      )}
    </section>
  );
}

function RefusedTable(props: ProblemsProps) {
  const { site, refused, times } = props;
  const t = messages.in(site.locale);
  return (
    <>
      <h2>{t("problems.refused")}</h2>
      <p>{t("problems.refused-why")}</p>
      <Table
        caption={t("problems.refused")}
        captionHidden
        columns={[
          { header: t("peer.member"), cell: (row) => nameIn(props, row.feed) },
          { header: t("problems.came"), cell: (row) => times.moment(row.at) },
          { header: t("problems.why"), cell: (row) => reasonText(site, row.reason) },
          {
            header: t("problems.evidence"),
            cell: (row) => (
              <Evidence
                site={site}
                signed={[row.evidence]}
                about={`${nameIn(props, row.feed)}, ${row.seq}`}
              />
            ),
          },
        ]}
        rows={refused}
      />
    </>
  );
}

/** What a refusal means, and what follows from it. */
export function reasonText(site: Site, reason: Reason): string {
  const t = messages.in(site.locale);
  return `${t(`reason.${reason}`)} ${t(`effect.${effectOf(reason)}`)}`;
}

/** For whoever looks into it: the statements byte for byte as they were signed. */
function Evidence({ site, signed, about }: { site: Site; signed: readonly string[]; about: string }) {
  const t = messages.in(site.locale);
  return (
    <details>
      <summary aria-label={t("problems.evidence-of", { about })}>{t("problems.evidence-show")}</summary>
      {signed.map((text) => (
        <p>
          <code>{text}</code>
        </p>
      ))}
    </details>
  );
}

function nameIn({ peers }: Pick<ProblemsProps, "peers">, code: string): string {
  return peers.find((peer) => peer.code === code)?.name ?? code;
}
