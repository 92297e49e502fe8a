import { writeMoment } from "@concord/runtime";
import { Alert, ButtonLink, EmptyState, localHref, PageHeading, type Site, Table } from "@concord/ui";
import { OfficePage } from "../../portal/frames.tsx";
import type { AuditLine } from "../list.ts";
import { messages } from "../messages.ts";
import type { ChainVerdict } from "../verify-chain.ts";

interface AuditPageProps {
  readonly site: Site;
  readonly lines: readonly AuditLine[];
  readonly more: boolean;
  readonly about?: { readonly kind: string; readonly id: string };
  readonly verdict?: ChainVerdict;
}

export function AuditPage({ site, lines, more, about, verdict }: AuditPageProps) {
  const t = messages.in(site.locale);
  const audit = localHref(site, "/office/audit");
  const query = about ? `about=${about.kind}/${about.id}&` : "";
  return (
    <OfficePage site={site} title={t("audit.title")}>
      <PageHeading
        title={t("audit.title")}
        lead={t("audit.lead")}
        actions={
          <ButtonLink href={`${audit}?check=chain`} look="outline">
            {t("audit.verify")}
          </ButtonLink>
        }
      />
      {verdict && <Verdict site={site} verdict={verdict} />}
      {about && (
        <p>
          {t("audit.filter", { id: about.id })}. <a href={audit}>{t("audit.all")}</a>
        </p>
      )}
      <Table
        caption={t("audit.title")}
        captionHidden
        compact
        columns={[
          { header: t("audit.action"), cell: (line) => <code>{line.action}</code> },
          { header: t("audit.time"), cell: (line) => writeMoment(line.at, site, "seconds") },
          { header: t("audit.actor"), cell: (line) => <code>{shortId(line.actorId)}</code> },
          {
            header: t("audit.subject"),
            cell: (line) => (
              <a href={`${audit}?about=${line.subjectKind}/${line.subjectId}`}>
                <code>{shortId(line.subjectId)}</code>
              </a>
            ),
          },
          { header: t("audit.details"), cell: (line) => <Details site={site} line={line} /> },
        ]}
        rows={lines}
        empty={<EmptyState title={t("audit.empty")}>{t("audit.empty-body")}</EmptyState>}
      />
      {more && (
        <p>
          <a href={`${audit}?${query}before=${lines.at(-1)?.seq}`}>{t("audit.older")}</a>
        </p>
      )}
    </OfficePage>
  );
}

/** An id by its kind and its end, which is random; the whole of it stands in the link. */
function shortId(id: string): string {
  return id.replace(/^(\w{3}_)[0-9a-f]{24,}([0-9a-f]{6})$/, "$1…$2");
}

function Verdict({ site, verdict }: { site: Site; verdict: ChainVerdict }) {
  const t = messages.in(site.locale);
  if (verdict.verified) {
    return (
      <Alert kind="success" announce>
        {t("audit.verified", { count: verdict.entries })}
      </Alert>
    );
  }
  return (
    <Alert kind="error" announce>
      {t(verdict.reason === "cut" ? "audit.cut" : "audit.broken", { seq: verdict.seq })}
    </Alert>
  );
}

function Details({ site, line }: { site: Site; line: AuditLine }) {
  const t = messages.in(site.locale);
  if (line.closed) {
    const handled = localHref(site, `/office/restricted/${line.subjectKind}/${line.subjectId}`);
    return <a href={handled}>{t("audit.closed")}</a>;
  }
  if (!line.values) return null;
  return (
    <details>
      <summary>{t("audit.show")}</summary>
      <pre class="cc-json">{JSON.stringify(line.values, null, 2)}</pre>
    </details>
  );
}
