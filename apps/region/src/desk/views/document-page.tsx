import { writeDayOf, writeMoment } from "@concord/runtime";
import { inGroups } from "@concord/stewardship";
import { Alert, ButtonLink, DescriptionList, localHref, PageHeading, type Site } from "@concord/ui";
import { RegionPage } from "../../portal/region-page.tsx";
import { messages } from "../messages.ts";
import type { Proposal } from "../model.ts";
import type { ProposalView } from "../read-desk.ts";
import type { DeskDocument } from "../read-document.ts";
import { ChangeList } from "./changes.tsx";
import { History } from "./history.tsx";
import { SignHere, SignSection } from "./sign-section.tsx";
import { Keeper, moreNeeded, openKeys } from "./signers.tsx";

/** What a wish would change, before anybody signed it. */
export function DraftPage(props: { site: Site; document: DeskDocument; download: string }) {
  const { site, document } = props;
  const t = messages.in(site.locale);
  return (
    <RegionPage site={site} title={t("draft.title")} signs>
      <PageHeading title={t("draft.title")} lead={t("draft.lead")} />
      <DocumentFacts site={site} document={document} />
      <SignSection {...props} />
      <p>{t("begin.broken-off")}</p>
      <BackToDesk site={site} />
    </RegionPage>
  );
}

/** A document that keepers signed: what it says, how it stands, and, while it waits, how to sign it. */
export function ProposalPage({ site, view }: { site: Site; view: ProposalView }) {
  const t = messages.in(site.locale);
  const { proposal, document, acts } = view;
  const title = t(`proposal.title.${proposal.document}`, { version: proposal.version });
  const path = `/network/desk/proposals/${proposal.id}/${proposal.document}.partial`;
  const open = proposal.standing === "open";
  return (
    <RegionPage site={site} title={title} signs={open}>
      <PageHeading title={title} />
      <StandingAlert site={site} proposal={proposal} document={document} />
      {(open || proposal.standing === "complete") && <DocumentFacts site={site} document={document} />}
      {open && <SignSection site={site} document={document} download={path} />}
      {open && (
        <p>
          <a href={localHref(site, `/network/desk/proposals/${proposal.id}/withdraw`)}>
            {t("withdraw.link")}
          </a>
        </p>
      )}
      <h2>{t("desk.history")}</h2>
      <History site={site} acts={acts} />
      <BackToDesk site={site} />
    </RegionPage>
  );
}

function StandingAlert({
  site,
  proposal,
  document,
}: {
  site: Site;
  proposal: Proposal;
  document: DeskDocument;
}) {
  const t = messages.in(site.locale);
  const { standing, openedAt, closedAt } = proposal;
  const at = writeMoment(closedAt ?? openedAt, site);
  const link = (path: string, key: "proposal.complete-next" | "proposal.finished-next") => (
    <ButtonLink href={localHref(site, path)}>{t(key)}</ButtonLink>
  );
  if (standing === "open")
    return (
      <Alert kind="warning" announce>
        {t("proposal.open", { at, more: moreNeeded(document) })}
      </Alert>
    );
  if (standing === "finished")
    return (
      <>
        <Alert kind="success" announce>
          {t("proposal.finished", { at })}
        </Alert>
        <p>{link("/network", "proposal.finished-next")}</p>
      </>
    );
  if (standing === "complete")
    return (
      <>
        <Alert kind="info" announce>
          {t("proposal.complete")}
        </Alert>
        {proposal.document === "root" && <p>{link("/network/desk/begin/renew", "proposal.complete-next")}</p>}
      </>
    );
  return (
    <Alert kind="info" announce>
      {t(`proposal.${standing}`, { at })} {t("proposal.begin-again")}
    </Alert>
  );
}

function DocumentFacts({ site, document }: { site: Site; document: DeskDocument }) {
  const t = messages.in(site.locale);
  const keepers = (kids: readonly string[]) => (
    <ul class="usa-list usa-list--unstyled">
      {kids.map((kid) => (
        <li>
          <Keeper site={site} document={document} kid={kid} />
        </li>
      ))}
    </ul>
  );
  const { signers, version, exp, sha256 } = document;
  const missing = openKeys(document);
  return (
    <>
      <h2>{t("document.changes")}</h2>
      <ChangeList site={site} changes={document.changes} />
      <h2>{t("document.facts")}</h2>
      <DescriptionList
        items={[
          { term: t("document.version"), detail: t(`waiting.${document.document}`, { version }) },
          { term: t("document.until"), detail: writeDayOf(new Date(exp * 1000), site) },
          {
            term: t("document.mark"),
            detail: (
              <>
                <span class="region-code">{inGroups(sha256)}</span>
                <span class="region-note">{t("document.mark-note")}</span>
              </>
            ),
          },
          {
            term: t("document.signed"),
            detail: signers.length > 0 ? keepers(signers) : t("document.signed.none"),
          },
          ...(missing.length > 0 ? [{ term: t("document.missing"), detail: keepers(missing) }] : []),
        ]}
      />
    </>
  );
}

/** A keeper who signed may take the document back while it waits. */
export function WithdrawPage({ site, view, text }: { site: Site; view: ProposalView; text: string }) {
  const t = messages.in(site.locale);
  const { document, proposal } = view;
  const what = t(`act.what.${proposal.document}`, { version: proposal.version });
  return (
    <RegionPage site={site} title={t("withdraw.title")} signs>
      <PageHeading title={t("withdraw.title")} lead={t("withdraw.lead", { what })} />
      <SignHere
        {...{ site, text, typ: "concord-withdrawal+jws", maySign: document.keepers, signed: [] }}
        action="/network/desk/withdrawals"
        withoutScripts={t("withdraw.no-script")}
      />
      <BackToDesk site={site} />
    </RegionPage>
  );
}

/** Where the list of members says so already. */
export function AlreadyPage({ site }: { site: Site }) {
  const t = messages.in(site.locale);
  return (
    <RegionPage site={site} title={t("already.title")}>
      <PageHeading title={t("already.title")} lead={t("already.body")} />
      <BackToDesk site={site} />
    </RegionPage>
  );
}

export function BackToDesk({ site }: { site: Site }) {
  return (
    <p>
      <a href={localHref(site, "/network/desk")}>{messages.in(site.locale)("begin.cancel")}</a>
    </p>
  );
}
