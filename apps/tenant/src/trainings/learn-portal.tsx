import { textIn } from "@concord/content";
import { DomainError } from "@concord/runtime";
import { type FormErrors, type FormValues, localHref } from "@concord/ui";
import { Hono, type MiddlewareHandler } from "hono";
import { listMyCertificates } from "../credentials/index.ts";
import { listUnclaimed, readLicenses } from "../education/index.ts";
import type { PortalContext, PortalEnv } from "../portal/environment.ts";
import { attempt, readForm } from "../portal/forms.ts";
import { attendSession } from "./attend.ts";
import { answerQuiz, finishLesson, listMyLearning, readEnrollment } from "./learn.ts";
import { keyOf } from "./learner-cookie.ts";
import { messages } from "./messages.ts";
import { renderingOf } from "./rendering.ts";
import { staffPortal } from "./staff-portal.tsx";
import { AttendedPage, AttendPage } from "./views/attend-page.tsx";
import { DonePage } from "./views/done-page.tsx";
import { LearnPage } from "./views/learn-page.tsx";
import { LessonPage } from "./views/lesson-page.tsx";
import { nextPath, PlayerPage } from "./views/player-page.tsx";
import { QuizPage } from "./views/quiz-page.tsx";

/** A learner's pages: what they take, the player, the quiz and attendance. */
export function learnPortal(slow: MiddlewareHandler): Hono<PortalEnv> {
  const app = new Hono<PortalEnv>();
  app.get("/learn", showLearning);
  app.get("/learn/attend", (c) => showAttend(c, { email: c.get("context").actor.email }));
  app.post("/learn/attend", slow, attend);
  app.route("/", staffPortal(slow));
  app.get("/learn/:id{enr_[0-9a-f]+}", async (c) => {
    const player = await playerOf(c);
    const key = keyOf(c);
    const { origin } = c.get("context").tenant;
    const mine = player.enrollment.keySha256 !== null && key !== undefined;
    const returnUrl = mine ? `${origin}${localHref(c.get("site"), `/learn/return/${key}`)}` : undefined;
    return c.html(<PlayerPage {...player} {...(returnUrl ? { returnUrl } : {})} />);
  });
  app.get("/learn/:id{enr_[0-9a-f]+}/lessons/:lesson", async (c) => {
    const player = await playerOf(c);
    const lesson = player.body.lessons.find(({ id }) => id === c.req.param("lesson"));
    if (!lesson) throw new DomainError("trainings.lesson-not-found", "not-found");
    const options = renderingOf(c.get("context").tenant, player.enrollment.locale);
    return c.html(<LessonPage {...player} lesson={lesson} options={options} />);
  });
  app.post("/learn/:id{enr_[0-9a-f]+}/lessons/:lesson", async (c) => {
    await finishLesson(c.get("context"), { ...whoOf(c), lessonId: c.req.param("lesson") });
    return goTo(c, nextPath(await playerOf(c)));
  });
  app.get("/learn/:id{enr_[0-9a-f]+}/quiz", async (c) => {
    const player = await playerOf(c);
    if (!player.body.quiz || !player.progress.lessonsDone) return goTo(c, nextPath(player));
    const options = renderingOf(c.get("context").tenant, player.enrollment.locale);
    return c.html(<QuizPage {...player} options={options} />);
  });
  app.post("/learn/:id{enr_[0-9a-f]+}/quiz", answer);
  app.get("/learn/:id{enr_[0-9a-f]+}/done", async (c) => {
    const player = await playerOf(c);
    const { actor, tenant } = c.get("context");
    if (player.enrollment.completedAt === null) return goTo(c, nextPath(player));
    const timeZone = tenant.profile.jurisdiction.timeZones.default;
    return c.html(<DonePage {...player} signedIn={actor.kind === "person"} timeZone={timeZone} />);
  });
  return app;
}

async function showLearning(c: PortalContext): Promise<Response> {
  const context = c.get("context");
  const { taken, sessions } = await listMyLearning(context, {});
  const personId = context.actor.personId ?? "";
  const [certificates, waiting, { licenses }] = await Promise.all([
    listMyCertificates(context, { personId }),
    listUnclaimed(context, { personId }),
    readLicenses(context, { personId }),
  ]);
  const unclaimed = waiting.filter(({ counts }) => counts).length;
  const timeZone = context.tenant.profile.jurisdiction.timeZones.default;
  const found = { taken, sessions, certificates, unclaimed, licensed: licenses.length > 0, timeZone };
  return c.html(<LearnPage site={c.get("site")} {...found} />);
}

async function answer(c: PortalContext): Promise<Response> {
  const { values } = await readForm(c);
  const answers = Object.fromEntries(
    Object.entries(values).map(([question, chosen]) => [question, [chosen ?? []].flat()]),
  );
  const { graded } = await answerQuiz(c.get("context"), { ...whoOf(c), answers });
  const player = await playerOf(c);
  const options = renderingOf(c.get("context").tenant, player.enrollment.locale);
  const page = <QuizPage {...player} options={options} graded={graded} answers={answers} />;
  return c.html(page, graded.passed ? 200 : 422);
}

async function attend(c: PortalContext): Promise<Response> {
  const { values } = await readForm(c);
  const done = await attempt(c, [messages], () =>
    attendSession(c.get("context"), {
      code: String(values.code ?? ""),
      email: String(values.email ?? ""),
      name: String(values.name ?? ""),
    }),
  );
  if (!done.ok) return showAttend(c, values, done.errors, done.status);
  const site = c.get("site");
  return c.html(<AttendedPage site={site} title={textIn(done.value.session.title, site.locale)} />);
}

function showAttend(
  c: PortalContext,
  values: FormValues,
  errors: FormErrors = {},
  status: 200 | 409 | 422 = 200,
): Response | Promise<Response> {
  return c.html(<AttendPage site={c.get("site")} values={values} errors={errors} />, status);
}

async function playerOf(c: PortalContext) {
  const { enrollment, body, progress } = await readEnrollment(c.get("context"), whoOf(c));
  return { site: c.get("site"), enrollment, body, progress };
}

function whoOf(c: PortalContext) {
  const key = keyOf(c);
  return { enrollmentId: c.req.param("id") ?? "", ...(key ? { key } : {}) };
}

function goTo(c: PortalContext, path: string): Response {
  return c.redirect(localHref(c.get("site"), path), 303);
}
