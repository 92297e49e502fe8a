import { Alert, localHref, Page, PageHeading, type Site, Timeline } from "@concord/ui";
import { messages } from "../messages.ts";
import type { Application } from "../model.ts";

/** Where an application stands, for whoever handed it in. */
export function ApplicationStatusPage({ site, application }: { site: Site; application: Application }) {
  const t = messages.in(site.locale);
  const { status, submittedAt, decidedAt } = application;
  return (
    <Page site={site} title={t("status.title")}>
      <PageHeading
        title={t(`status.${status}`)}
        over={t("join.reference", { reference: application.reference })}
        lead={t(`status.${status}.lead`)}
      />
      {application.officeNote && (
        <Alert kind="warning" heading={t("join.office-asks")}>
          <p>{application.officeNote}</p>
        </Alert>
      )}
      <Timeline
        items={[
          { at: application.createdAt, heading: t("status.started") },
          ...(submittedAt ? [{ at: submittedAt, heading: t("status.handed-in") }] : []),
          ...(decidedAt ? [{ at: decidedAt, heading: t(`status.${status}`) }] : []),
        ]}
      />
      {status === "approved" && (
        <p>
          <a href={localHref(site, `/sign-in?to=${localHref(site, "/member")}`)}>{t("status.desk")}</a>
        </p>
      )}
      {status === "submitted" && <p>{t("status.next")}</p>}
    </Page>
  );
}
