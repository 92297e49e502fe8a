import {
  Alert,
  ExitPageExplainer,
  HotlineList,
  Page,
  PageHeading,
  type Site,
  UnrecordedChecks,
} from "@concord/ui";
import { Hono } from "hono";
import type { PortalEnv } from "./environment.ts";
import { messages } from "./messages.ts";

/** Opens from anywhere without a cookie, a referrer or a line in the access log. */
export function helpPortal(): Hono<PortalEnv> {
  const app = new Hono<PortalEnv>();
  app.get("/help", (c) => {
    c.header("Referrer-Policy", "no-referrer");
    c.header("Cache-Control", "no-store");
    return c.html(<HelpPage site={c.get("site")} />);
  });
  return app;
}

function HelpPage({ site }: { site: Site }) {
  const t = messages.in(site.locale);
  return (
    <Page site={site} title={t("help.title")} discreet>
      <PageHeading title={t("help.title")} lead={t("help.lead")} />
      <Alert kind="warning" heading={t("help.danger")} level={2}>
        <p>{t("help.danger-body")}</p>
      </Alert>
      <section class="cc-section">
        <h2>{t("help.lines")}</h2>
        <HotlineList />
        <UnrecordedChecks />
        <p>{t("help.not-here")}</p>
      </section>
      <ExitPageExplainer />
    </Page>
  );
}
