import type { RenderOptions } from "@concord/content";
import { ButtonLink, Card, CardList, EmptyState, localHref, Page, PageHeading, type Site } from "@concord/ui";
import { messages } from "../messages.ts";
import type { Toolkit } from "../model.ts";
import { languagesText, Said } from "./words.tsx";

/** What the office offers to its members, for anybody to read. */
export function ToolkitListPage(props: { site: Site; toolkits: readonly Toolkit[]; options: RenderOptions }) {
  const { site, toolkits, options } = props;
  const t = messages.in(site.locale);
  return (
    <Page site={site} title={t("list.title")}>
      <PageHeading title={t("list.title")} lead={t("list.lead")} />
      {toolkits.length === 0 && <EmptyState title={t("list.empty")}>{t("list.empty-body")}</EmptyState>}
      <CardList>
        {toolkits.map((toolkit) => (
          <Card
            level={2}
            title={<Said value={toolkit.title} options={options} />}
            href={localHref(site, `/toolkits/${toolkit.id}`)}
            meta={`${t("list.steps", { count: toolkit.stepIds.length })} · ${languagesText(toolkit.languages, site.locale)}`}
          >
            <p>
              <Said value={toolkit.summary} options={options} />
            </p>
          </Card>
        ))}
      </CardList>
      <h2>{t("list.posters")}</h2>
      <p>{t("list.posters-body")}</p>
      <ButtonLink href={localHref(site, "/toolkits/posters")} look="outline">
        {t("list.posters-open")}
      </ButtonLink>
      <h2>{t("list.use")}</h2>
      <p>{t("list.use-body")}</p>
      <ButtonLink href={localHref(site, "/member/toolkit")}>{t("list.use")}</ButtonLink>
    </Page>
  );
}
