import { type Lesson, type RenderOptions, renderBlocks } from "@concord/content";
import { Button, Form, localHref, PageHeading, type Site } from "@concord/ui";
import { LearnerPage } from "../../portal/frames.tsx";
import { messages } from "../messages.ts";
import type { PlayerProps } from "./player-page.tsx";
import { spoken } from "./words.ts";

/** One lesson in the language the learner chose, with the button that goes on. */
export function LessonPage(props: PlayerProps & { lesson: Lesson; options: RenderOptions }) {
  const { site, enrollment, body, lesson, options } = props;
  const t = messages.in(site.locale);
  const at = body.lessons.findIndex(({ id }) => id === lesson.id);
  const previous = body.lessons[at - 1];
  const base = `/learn/${enrollment.id}`;
  const title = spoken(lesson.title, enrollment.locale).text;
  return (
    <LearnerPage site={site} title={title} titleLang={enrollment.locale} side={false}>
      <PageHeading
        title={title}
        lang={enrollment.locale}
        over={t("player.lesson", { number: at + 1, total: body.lessons.length })}
      />
      <div lang={enrollment.locale}>{renderBlocks(lesson.blocks, options)}</div>
      <Form action={localHref(site, `${base}/lessons/${lesson.id}`)} plain>
        <Button>{t("player.read")}</Button>
      </Form>
      <Ways site={site} base={base} previous={previous} />
    </LearnerPage>
  );
}

function Ways({ site, base, previous }: { site: Site; base: string; previous: Lesson | undefined }) {
  const t = messages.in(site.locale);
  return (
    <nav aria-label={t("player.lessons")}>
      <ul class="usa-list usa-list--unstyled">
        {previous && (
          <li>
            <a href={localHref(site, `${base}/lessons/${previous.id}`)}>{t("player.previous")}</a>
          </li>
        )}
        <li>
          <a href={localHref(site, base)}>{t("player.overview")}</a>
        </li>
      </ul>
    </nav>
  );
}
