import { writeMoment } from "@concord/runtime";
import { Button, EmptyState, Form, localHref, PageHeading, type Site, SummaryBox, Table } from "@concord/ui";
import { OfficePage } from "../../portal/frames.tsx";
import { messages } from "../messages.ts";
import { pathOf, type Restrictable, type Restriction } from "../model.ts";

/** The records that are restricted now, by nothing but their kind and day. */
export function RestrictedListPage({ site, rows }: { site: Site; rows: readonly Restriction[] }) {
  const t = messages.in(site.locale);
  return (
    <OfficePage site={site} title={t("records.title")}>
      <PageHeading title={t("records.title")} lead={t("records.lead")} />
      <Table
        caption={t("records.title")}
        captionHidden
        columns={[
          {
            header: t("records.record"),
            cell: ({ subjectKind, subjectId }) => (
              <a href={localHref(site, `/office/restricted/${subjectKind}/${subjectId}`)}>
                {t(`records.${subjectKind}`)} …{subjectId.slice(-6)}
              </a>
            ),
          },
          { header: t("records.since"), cell: ({ restrictedAt }) => writeMoment(restrictedAt, site) },
        ]}
        rows={rows}
        empty={<EmptyState title={t("records.empty")}>{t("records.empty-body")}</EmptyState>}
      />
    </OfficePage>
  );
}

interface RestrictedPageProps {
  readonly site: Site;
  readonly restriction: Restriction;
  /** Whether the officer who looks has opened it. */
  readonly open: boolean;
}

/** What to do now, and the ways on; nothing of what the record says. */
export function RestrictedPage({ site, restriction, open }: RestrictedPageProps) {
  const t = messages.in(site.locale);
  const about = { kind: restriction.subjectKind, id: restriction.subjectId } as Restrictable;
  const here = localHref(site, `/office/restricted/${about.kind}/${about.id}`);
  const phone = site.hotlines[0]?.phone ?? "";
  return (
    <OfficePage site={site} title={t("records.title")}>
      <PageHeading
        title={t(`records.${about.kind}`)}
        over={t("records.title")}
        lead={t("records.restricted")}
      />
      <SummaryBox heading={t("records.script")}>
        <ol class="usa-list">
          <li>{t("records.script1")}</li>
          <li>{t("records.script2", { phone })}</li>
          <li>{t("records.script3")}</li>
          <li>{t("records.script4")}</li>
          <li>{t("records.script5")}</li>
        </ol>
      </SummaryBox>
      <p>{t("records.readers", { count: restriction.readers.length })}</p>
      {open ? (
        <p>
          <a href={localHref(site, pathOf(about))}>{t("records.go")}</a>
        </p>
      ) : (
        <Form action={`${here}/open`} id="open" plain>
          <p>{t("records.open-body")}</p>
          <Button look="outline">{t("records.open")}</Button>
        </Form>
      )}
      <h2>{t("records.lift")}</h2>
      <Form action={`${here}/lift`} id="lift" plain>
        <p>{t("records.lift-body")}</p>
        <Button look="outline">{t("records.lift")}</Button>
      </Form>
      <p>
        <a href={localHref(site, `/office/audit?about=${about.kind}/${about.id}`)}>{t("records.audit")}</a>
      </p>
    </OfficePage>
  );
}
