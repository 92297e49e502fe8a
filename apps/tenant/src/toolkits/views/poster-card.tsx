import type { RenderOptions, ToolkitItem } from "@concord/content";
import { Actions, Alert, ButtonLink, localHref, type Site } from "@concord/ui";
import { messages } from "../messages.ts";
import type { Toolkit } from "../model.ts";
import { languageText, Said } from "./words.tsx";

/** What a poster says, and the files to print: marked as not being a sign that law prescribes. */
export function PosterCard(props: {
  site: Site;
  toolkit: Toolkit;
  poster: Extract<ToolkitItem, { type: "poster" }>;
  options: RenderOptions;
}) {
  const { site, poster, options } = props;
  const t = messages.in(site.locale);
  return (
    <>
      <Alert kind="warning" heading={t("posters.awareness")}>
        <p>
          {t("posters.awareness-body")}{" "}
          <a href={localHref(site, "/toolkits/posters")}>{t("posters.title")}</a>
        </p>
      </Alert>
      <h2>
        <Said value={poster.headline} options={options} />
      </h2>
      <ul class="usa-list">
        {poster.lines.map(({ text }) => (
          <li>
            <Said value={text} options={options} />
          </li>
        ))}
      </ul>
      <PosterDownloads {...props} />
    </>
  );
}

export function PosterDownloads(props: {
  site: Site;
  toolkit: Toolkit;
  poster: Extract<ToolkitItem, { type: "poster" }>;
}) {
  const { site, toolkit, poster } = props;
  const t = messages.in(site.locale);
  return (
    <Actions>
      {toolkit.languages.map((language) => (
        <ButtonLink
          look="outline"
          href={localHref(site, `/toolkits/${toolkit.id}/posters/${poster.id}.pdf?lang=${language}`)}
        >
          {t("item.download", { language: languageText(language, site.locale) })}
        </ButtonLink>
      ))}
    </Actions>
  );
}
