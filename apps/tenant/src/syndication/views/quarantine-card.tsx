import type { PeerStatus, Quarantine } from "@concord/peer";
import { Button, Form, localHref, type Site, StatusTag } from "@concord/ui";
import { messages } from "../messages.ts";
import { Evidence } from "./evidence.tsx";
import type { Times } from "./network-page.tsx";

interface QuarantineProps {
  readonly site: Site;
  readonly one: Quarantine;
  /** The member it is about, where the list of members still names it. */
  readonly peer: PeerStatus | undefined;
  readonly times: Times;
}

/** Why a member was set aside, what to do, what goes on meanwhile; then the evidence and the way out. */
export function QuarantineCard(props: QuarantineProps) {
  const { site, one, peer, times } = props;
  const t = messages.in(site.locale);
  const name = peer?.name ?? one.feed;
  return (
    <section class="cc-card" id={one.ended ? undefined : one.feed}>
      <h3>{name}</h3>
      <div class="cc-stack">
        <p>
          <StatusTag status={one.ended ? "neutral" : "attention"}>{t("peer.state.quarantined")}</StatusTag>{" "}
          {t("peer.since", { date: times.moment(one.since) })}
          {one.ended && `. ${t(`problems.ended-${one.ended.by}`, { date: times.moment(one.ended.at) })}`}
        </p>
        <p>{t(`reason.${one.reason}`)}</p>
        {!one.ended && <WhatToDo {...props} name={name} />}
        <Evidence site={site} signed={one.evidence} about={name} />
        {!one.ended && <Release site={site} code={one.feed} name={name} />}
      </div>
    </section>
  );
}

function WhatToDo({ site, peer, name }: QuarantineProps & { name: string }) {
  const t = messages.in(site.locale);
  return (
    <>
      <h4>{t("problems.do")}</h4>
      <ol class="usa-list">
        <li>
          {t("problems.do-call", { name })}{" "}
          {peer && <a href={peer.baseUrl}>{t("problems.website", { name })}</a>}
        </li>
        <li>{t("problems.do-tell", { name })}</li>
        <li>{t("problems.do-wait")}</li>
      </ol>
      <h4>{t("problems.meanwhile")}</h4>
      <p>{t("problems.meanwhile-why", { name })}</p>
    </>
  );
}

function Release({ site, code, name }: { site: Site; code: string; name: string }) {
  const t = messages.in(site.locale);
  return (
    <details>
      <summary aria-label={t("problems.release-open-of", { name })}>{t("problems.release-open")}</summary>
      <Form id={`release-${code}`} action={localHref(site, `/office/network/problems/${code}/release`)} plain>
        <p>{t("problems.release-why")}</p>
        <Button look="outline" label={t("problems.release-of", { name })}>
          {t("problems.release")}
        </Button>
      </Form>
    </details>
  );
}
