import { Actions, Alert, ButtonLink, localHref, PageHeading, type Site } from "@concord/ui";
import { RegionPage } from "../../portal/region-page.tsx";
import { messages } from "../messages.ts";

/** Why something handed in was not taken, and where to go on. */
export function RefusedPage({ site, why, open }: { site: Site; why: string; open?: string }) {
  const t = messages.in(site.locale);
  return (
    <RegionPage site={site} title={t("refused.title")} failed>
      <PageHeading title={t("refused.title")} />
      <Alert kind="error" announce>
        {why} {t("refused.nothing")}
      </Alert>
      <Actions>
        {open && (
          <ButtonLink href={localHref(site, `/network/desk/proposals/${open}`)}>
            {t("waiting.look")}
          </ButtonLink>
        )}
        <ButtonLink href={localHref(site, "/network/desk")} look="outline">
          {t("refused.back")}
        </ButtonLink>
      </Actions>
    </RegionPage>
  );
}
