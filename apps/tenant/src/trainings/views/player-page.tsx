import type { TrainingBody } from "@concord/content";
import {
  Alert,
  ButtonLink,
  CopyField,
  localHref,
  Meter,
  PageHeading,
  type Site,
  StatusTag,
} from "@concord/ui";
import type { Child } from "hono/jsx";
import { LearnerPage } from "../../portal/frames.tsx";
import { messages } from "../messages.ts";
import type { Enrollment, Progress } from "../model.ts";
import { picturesOf, spoken } from "./words.ts";

export interface PlayerProps {
  readonly site: Site;
  readonly enrollment: Enrollment;
  readonly body: TrainingBody;
  readonly progress: Progress;
}

/** Where a learner is: the lessons, what comes next, and what an employer sees. */
export function PlayerPage(props: PlayerProps & { returnUrl?: string; name?: Child }) {
  const { site, enrollment, body, progress, returnUrl } = props;
  const t = messages.in(site.locale);
  const title = spoken(body.title, enrollment.locale);
  return (
    <LearnerPage site={site} title={title.text} titleLang={enrollment.locale} side={false}>
      <PageHeading title={title.text} lang={enrollment.locale} />
      <Meter
        label={t("player.progress")}
        value={progress.done}
        max={progress.total}
        text={t("player.progress-text", { done: progress.done, total: progress.total })}
      />
      <p>
        <ButtonLink href={localHref(site, nextPath(props))}>{t(nextLabel(props))}</ButtonLink>
      </p>
      <LessonList {...props} />
      {enrollment.memberId && <Alert>{t("player.private")}</Alert>}
      {returnUrl && enrollment.completedAt === null && (
        <section>
          <h2>{t("player.return")}</h2>
          <p>{t("player.return-lead")}</p>
          <CopyField id="return-url" label={t("player.return-label")} value={returnUrl} />
        </section>
      )}
    </LearnerPage>
  );
}

function LessonList({ site, enrollment, body }: PlayerProps) {
  const t = messages.in(site.locale);
  return (
    <>
      <h2>{t("player.lessons")}</h2>
      <ol class="usa-list">
        {body.lessons.map((lesson) => {
          const done = enrollment.doneLessons.includes(lesson.id);
          return (
            <li>
              <a
                href={localHref(site, `/learn/${enrollment.id}/lessons/${lesson.id}`)}
                lang={enrollment.locale}
              >
                {spoken(lesson.title, enrollment.locale).text}
              </a>{" "}
              <StatusTag status={done ? "good" : "neutral"}>
                {t(done ? "player.done" : "player.todo")}
              </StatusTag>
              {picturesOf(lesson).length > 0 && <span class="usa-hint"> {t("training.pictured")}</span>}
            </li>
          );
        })}
      </ol>
    </>
  );
}

/** The page that follows: the next lesson, the quiz, or the end. */
export function nextPath({ enrollment, body, progress }: Omit<PlayerProps, "site">): string {
  const base = `/learn/${enrollment.id}`;
  if (enrollment.completedAt) return `${base}/done`;
  if (progress.next !== undefined) return `${base}/lessons/${progress.next}`;
  return body.quiz && !enrollment.quizPassed ? `${base}/quiz` : `${base}/done`;
}

function nextLabel({ enrollment, progress }: PlayerProps) {
  if (enrollment.completedAt) return "player.to-done" as const;
  if (progress.next === undefined) return "player.to-quiz" as const;
  return progress.done === 0 ? ("player.start" as const) : ("player.continue" as const);
}
