import { type RenderOptions, renderBlocks, type TrainingBody, textIn } from "@concord/content";
import { Alert, ButtonLink, DescriptionList, localHref, Page, PageHeading, type Site } from "@concord/ui";
import type { Child } from "hono/jsx";
import { messages } from "../messages.ts";
import type { OfferedBody, Training } from "../model.ts";
import { languagesText, minutesText, picturesOf, spoken } from "./words.ts";

interface OverviewProps {
  readonly site: Site;
  readonly training: Training;
  readonly body: OfferedBody;
  readonly options: RenderOptions;
  /** The start form, or the parts of a series. */
  readonly children?: Child;
  readonly head?: Child;
  readonly failed?: boolean;
}

/** What a training or series is, before anybody begins. */
export function TrainingPage(props: OverviewProps) {
  const { site, training, body, options, children, head, failed = false } = props;
  const t = messages.in(site.locale);
  const title = spoken(body.title, site.locale);
  const summary = spoken(body.summary, site.locale);
  return (
    <Page
      site={site}
      title={title.text}
      failed={failed}
      description={summary.text}
      breadcrumb={[
        { label: t("catalogue.title"), href: localHref(site, "/trainings") },
        { label: title.text, href: localHref(site, `/trainings/${training.id}`) },
      ]}
      head={head}
    >
      {training.status !== "published" && <Alert kind="warning">{t("training.preview")}</Alert>}
      {title.lang && (
        <Alert>{t("training.only", { languages: languagesText(training.languages, site.locale) })}</Alert>
      )}
      <div lang={title.lang}>
        <PageHeading title={title.text} lead={summary.text} />
      </div>
      <Facts site={site} training={training} body={body} />
      {training.kind === "training" && training.status === "published" && (
        <p>
          <ButtonLink href={localHref(site, `/trainings/${training.id}/credit`)} look="outline">
            {t("training.credit")}
          </ButtonLink>
        </p>
      )}
      {body.schema === "concord.training/1" &&
        renderBlocks(body.lessons.flatMap(picturesOf).slice(0, 1), options)}
      <Objectives site={site} body={body} />
      {body.schema === "concord.training/1" && <Lessons site={site} body={body} />}
      {children}
      {body.references.length > 0 && <References site={site} body={body} />}
    </Page>
  );
}

function Facts({ site, training, body }: { site: Site; training: Training; body: OfferedBody }) {
  const t = messages.in(site.locale);
  return (
    <DescriptionList
      items={[
        { term: t("training.audience"), detail: textIn(body.audience, site.locale) },
        ...(training.minutes > 0
          ? [{ term: t("training.time"), detail: minutesText(training.minutes, site.locale) }]
          : []),
        { term: t("training.in"), detail: languagesText(training.languages, site.locale) },
        ...(training.source === "adopted" && training.attribution
          ? [
              {
                term: t("training.origin"),
                detail: [
                  t("training.from", { attribution: training.attribution }),
                  ...(training.licence ? [t("training.licence", { licence: training.licence })] : []),
                ].join(". "),
              },
            ]
          : []),
      ]}
    />
  );
}

function Objectives({ site, body }: { site: Site; body: OfferedBody }) {
  if (body.objectives.length === 0) return null;
  return (
    <>
      <h2>{messages.in(site.locale)("training.objectives")}</h2>
      <ul class="usa-list">
        {body.objectives.map(({ text }) => {
          const words = spoken(text, site.locale);
          return <li lang={words.lang}>{words.text}</li>;
        })}
      </ul>
    </>
  );
}

function Lessons({ site, body }: { site: Site; body: TrainingBody }) {
  const t = messages.in(site.locale);
  return (
    <>
      <h2>{t("training.lessons")}</h2>
      <ol class="usa-list">
        {body.lessons.map((lesson) => {
          const { title, minutes } = lesson;
          const words = spoken(title, site.locale);
          return (
            <li>
              <span lang={words.lang}>{words.text}</span>
              {minutes && <> ({minutesText(minutes, site.locale)})</>}
              {picturesOf(lesson).length > 0 && <span class="usa-hint"> {t("training.pictured")}</span>}
            </li>
          );
        })}
      </ol>
      {body.quiz && (
        <p>{t("training.quiz", { count: body.quiz.questions.length, mark: body.quiz.passMark })}</p>
      )}
    </>
  );
}

function References({ site, body }: { site: Site; body: OfferedBody }) {
  return (
    <>
      <h2>{messages.in(site.locale)("training.references")}</h2>
      <ul class="usa-list">
        {body.references.map(({ title, source, url }) => (
          <li>
            {textIn(title, site.locale)}:{" "}
            {url ? (
              <a href={url} rel="noopener noreferrer external">
                {source}
              </a>
            ) : (
              source
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
