import { rateLimit } from "@concord/http";
import type { Clock } from "@concord/runtime";
import { type FormErrors, type FormValues, localHref } from "@concord/ui";
import { Hono } from "hono";
import type { PortalContext, PortalEnv } from "../portal/environment.ts";
import { attempt, readForm } from "../portal/forms.ts";
import { listCatalogue, readTraining } from "./catalogue.ts";
import { enroll } from "./enroll.ts";
import { learnPortal } from "./learn-portal.tsx";
import { listUpcoming } from "./list-sessions.ts";
import { messages } from "./messages.ts";
import { officeTrainingsPortal } from "./office-portal.tsx";
import { officeSessionsPortal } from "./office-sessions-portal.tsx";
import { renderingOf } from "./rendering.ts";
import { rosterPortal } from "./roster-portal.tsx";
import { serveAsset } from "./serve-asset.ts";
import { sessionsPortal } from "./sessions-portal.tsx";
import { courseData } from "./structured-data.tsx";
import { CataloguePage } from "./views/catalogue-page.tsx";
import { SeriesParts } from "./views/series-parts.tsx";
import { StartForm } from "./views/start-form.tsx";
import { TrainingPage } from "./views/training-page.tsx";

/** Every page of trainings: catalogue, sessions, learning, the members' rosters, and the office. */
export function trainingsPortal({ clock }: { clock: Clock }): Hono<PortalEnv> {
  const app = new Hono<PortalEnv>();
  // Generous: a whole office may sit behind one address.
  const slow = rateLimit({ clock, capacity: 200, perSecond: 1 });
  app.get("/trainings", async (c) => {
    const context = c.get("context");
    const [{ trainings }, { sessions }] = await Promise.all([
      listCatalogue(context, { limit: 200 }),
      listUpcoming(context, { limit: 40 }),
    ]);
    const timeZone = context.tenant.profile.jurisdiction.timeZones.default;
    return c.html(
      <CataloguePage site={c.get("site")} trainings={trainings} sessions={sessions} timeZone={timeZone} />,
    );
  });
  app.get("/trainings/assets/:sha256", (c) => serveAsset(c, c.req.param("sha256")));
  app.get("/trainings/:id{trn_[0-9a-f]+}", (c) => showTraining(c));
  app.post("/trainings/:id{trn_[0-9a-f]+}/start", slow, async (c) => {
    const { values } = await readForm(c);
    const begun = await attempt(c, [messages], () =>
      enroll(c.get("context"), {
        trainingId: c.req.param("id"),
        locale: String(values.locale ?? c.get("context").locale),
        name: String(values.name ?? ""),
      }),
    );
    if (!begun.ok) return showTraining(c, values, begun.errors, begun.status);
    return c.redirect(localHref(c.get("site"), `/learn/${begun.value.enrollment.id}`), 303);
  });
  app.route("/", sessionsPortal(slow));
  app.route("/", learnPortal(slow));
  app.route("/", rosterPortal());
  app.route("/", officeTrainingsPortal());
  app.route("/", officeSessionsPortal());
  return app;
}

async function showTraining(
  c: PortalContext,
  values: FormValues = {},
  errors: FormErrors = {},
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const context = c.get("context");
  const site = c.get("site");
  const { actor, tenant, locale } = context;
  const { training, body, parts } = await readTraining(context, { trainingId: c.req.param("id") ?? "" });
  const sessions =
    training.kind === "series" ? await listUpcoming(context, { trainingId: training.id }) : undefined;
  const page = (
    <TrainingPage
      site={site}
      training={training}
      body={body}
      options={renderingOf(tenant, locale)}
      failed={status !== 200}
      head={courseData({ tenant, locale }, training, body)}
    >
      {body.schema === "concord.series/1" ? (
        <SeriesParts
          site={site}
          body={body}
          trainings={parts}
          sessions={sessions?.sessions ?? []}
          timeZone={tenant.profile.jurisdiction.timeZones.default}
        />
      ) : (
        <StartForm
          site={site}
          training={training}
          signedIn={actor.kind === "person"}
          asksName={!actor.name}
          values={values}
          errors={errors}
        />
      )}
    </TrainingPage>
  );
  return c.html(page, status);
}
