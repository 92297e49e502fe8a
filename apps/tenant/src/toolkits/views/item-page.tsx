import {
  type AnyToolkitItem,
  fillPolicy,
  isKnownItem,
  type RenderOptions,
  renderBlocks,
  type ToolkitItem,
  wordsIn,
} from "@concord/content";
import { Actions, Alert, ButtonLink, localHref, Page, PageHeading, type Site } from "@concord/ui";
import { messages } from "../messages.ts";
import { languageFor, type Toolkit } from "../model.ts";
import { PolicyText } from "./policy-text.tsx";
import { PosterCard } from "./poster-card.tsx";
import { Said } from "./words.tsx";

interface Shown<Item> {
  readonly site: Site;
  readonly toolkit: Toolkit;
  readonly item: Item;
  readonly options: RenderOptions;
}

/** One part of a toolkit, readable by anybody. */
export function ItemPage(props: Shown<AnyToolkitItem>) {
  const { site, toolkit, item, options } = props;
  const t = messages.in(site.locale);
  const known = isKnownItem(item) ? item : undefined;
  const title = known ? wordsIn(known.title, options) : t("toolkit.holds");
  const crumbs = [
    { label: t("list.title"), href: localHref(site, "/toolkits") },
    { label: wordsIn(toolkit.title, options), href: localHref(site, `/toolkits/${toolkit.id}`) },
    { label: title, href: "" },
  ];
  return (
    <Page site={site} title={title} breadcrumb={crumbs}>
      <PageHeading
        title={title}
        {...(known && {
          over: t(`type.${known.type}`),
          lead: <Said value={known.summary} options={options} />,
        })}
      />
      {known ? (
        <Part {...props} item={known} />
      ) : (
        <Alert>
          <p>{t("item.unsupported")}</p>
        </Alert>
      )}
    </Page>
  );
}

function Part({ item, ...shown }: Shown<ToolkitItem>) {
  const { site, toolkit, options } = shown;
  const t = messages.in(site.locale);
  switch (item.type) {
    case "guide":
      return (
        <>
          {/* The blocks' own titles begin a level below. */}
          <h2 class="usa-sr-only">{t("type.guide")}</h2>
          {renderBlocks(item.blocks, options)}
        </>
      );
    case "checklist":
      return (
        <ul class="usa-list concord-checklist">
          {item.items.map(({ text }) => (
            <li>
              <Said value={text} options={options} />
            </li>
          ))}
        </ul>
      );
    case "poster":
      return <PosterCard site={site} toolkit={toolkit} poster={item} options={options} />;
    case "policy-template":
      return <Template {...shown} item={item} />;
    case "self-assessment":
      return (
        <>
          <p>
            {t("item.answers", {
              answers: item.assessment.scale.map(({ text }) => wordsIn(text, options)).join(", "),
            })}
          </p>
          <ol class="usa-list">
            {item.assessment.questions.map(({ text }) => (
              <li>
                <Said value={text} options={options} />
              </li>
            ))}
          </ol>
          <Alert>
            <p>{t("assess.private")}</p>
          </Alert>
          <Actions>
            <ButtonLink href={localHref(site, "/member/toolkit")}>{t("item.assess")}</ButtonLink>
          </Actions>
        </>
      );
  }
}

function Template({ site, item, options }: Shown<Extract<ToolkitItem, { type: "policy-template" }>>) {
  const t = messages.in(site.locale);
  const language = languageFor(item.template.languages, options.locale);
  const document = fillPolicy(item.template, {}, language, { ...options, draft: true });
  return (
    <>
      <Alert>
        <p>{t("item.template-note")}</p>
      </Alert>
      <Actions>
        <ButtonLink href={localHref(site, "/member/toolkit")}>{t("item.fill")}</ButtonLink>
      </Actions>
      <PolicyText document={document} locale={site.locale} level={2} />
    </>
  );
}
