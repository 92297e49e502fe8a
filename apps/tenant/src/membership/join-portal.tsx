import { fieldErrors } from "@concord/http";
import { DomainError } from "@concord/runtime";
import { type FormErrors, type FormValues, localHref } from "@concord/ui";
import { Hono } from "hono";
import type { PortalContext, PortalEnv } from "../portal/environment.ts";
import { attempt, errorText, flattened, readForm } from "../portal/forms.ts";
import { readOwnApplication, resumeSecret, saveDraft, startApplication } from "./apply.ts";
import { attachUploads } from "./attach-uploads.ts";
import { draftOfStep } from "./join-form.ts";
import {
  applicationSecret,
  type CurrentApplication,
  currentApplication,
  rememberApplication,
} from "./join-session.ts";
import { isJoinStep, type JoinStep, stepAfter, stepSchemas } from "./join-steps.ts";
import { messages } from "./messages.ts";
import { submitApplication } from "./submit.ts";
import { ApplicationStatusPage } from "./views/application-status.tsx";
import { JoinSavedPage, JoinStartPage } from "./views/join-start.tsx";
import { JoinStepPage } from "./views/join-step.tsx";

/** The application: five pages, saved at every step, resumed by a link. */
export function joinPortal(): Hono<PortalEnv> {
  const app = new Hono<PortalEnv>();
  app.get("/join", async (c) => {
    const current = await currentApplication(c);
    const { profile } = c.get("context").tenant;
    return c.html(
      <JoinStartPage
        site={c.get("site")}
        profile={profile}
        {...(current ? { current: current.application } : {})}
      />,
    );
  });
  app.post("/join", async (c) => {
    const started = await startApplication(c.get("context"), { form: {} });
    rememberApplication(c, started.secret);
    return goTo(c, "/join/organization");
  });
  // The link of the confirmation mail and of "save and come back later".
  app.get("/join/resume/:secret", async (c) => {
    const secret = resumeSecret.safeParse(c.req.param("secret"));
    if (!secret.success) throw new DomainError("membership.application-not-found", "not-found");
    const { application } = await readOwnApplication(c.get("context"), { secret: secret.data });
    rememberApplication(c, secret.data);
    return goTo(c, isOpen(application.status) ? "/join/organization" : "/join/status");
  });
  app.get("/join/status", async (c) => {
    const current = await currentApplication(c);
    if (!current) return goTo(c, "/join");
    return c.html(<ApplicationStatusPage site={c.get("site")} application={current.application} />);
  });
  app.get("/join/:step", async (c) => {
    const step = stepOf(c);
    const current = await openApplicationOf(c);
    return current ? showStep(c, step, current) : goTo(c, "/join");
  });
  app.post("/join/:step", async (c) => {
    const step = stepOf(c);
    const current = await openApplicationOf(c);
    return current ? takeStep(c, step, current) : goTo(c, "/join");
  });
  return app;
}

async function takeStep(c: PortalContext, step: JoinStep, current: CurrentApplication): Promise<Response> {
  const context = c.get("context");
  const { secret } = current;
  const { values, files } = await readForm(c);
  const form = draftOfStep(step, values);
  // Saved before it is judged, so that nothing typed is lost.
  const application = await saveDraft(context, { secret, form });
  const uploads = await attempt(c, [messages], () => attachUploads(context, secret, files));
  if (values.go === "add-location") return showStep(c, step, { ...current, application }, undefined, 1);
  if (values.go === "later") return showSaved(c, current);
  if (!uploads.ok) return showStep(c, step, { ...current, application }, uploads.errors);
  if (step === "review") {
    const done = await attempt(c, [messages], () => submitApplication(context, { secret }));
    return done.ok ? goTo(c, "/join/status") : showStep(c, step, { ...current, application }, done.errors);
  }
  const parsed = stepSchemas[step].safeParse(application.form);
  if (parsed.success) return goTo(c, `/join/${stepAfter(step)}`);
  return showStep(c, step, { ...current, application }, formErrors(c, parsed.error));
}

function formErrors(c: PortalContext, error: Parameters<typeof fieldErrors>[0]): FormErrors {
  const { locale } = c.get("context");
  return Object.fromEntries(
    fieldErrors(error).map(({ pointer, code, params }) => [
      pointer.slice(1).replaceAll("/", "."),
      errorText([messages], locale, code, params ?? {}),
    ]),
  );
}

async function showStep(
  c: PortalContext,
  step: JoinStep,
  current: CurrentApplication,
  errors: FormErrors = {},
  moreLocations = 0,
): Promise<Response> {
  const { tenant } = c.get("context");
  const values: FormValues = flattened(current.application.form);
  const { files } = await readOwnApplication(c.get("context"), { secret: current.secret });
  const page = (
    <JoinStepPage
      site={c.get("site")}
      profile={tenant.profile}
      step={step}
      application={current.application}
      files={files}
      values={values}
      errors={errors}
      moreLocations={moreLocations}
    />
  );
  return c.html(page, Object.keys(errors).length > 0 ? 422 : 200);
}

function showSaved(c: PortalContext, current: CurrentApplication): Response | Promise<Response> {
  return c.html(<JoinSavedPage site={c.get("site")} resumeUrl={resumeUrl(c, current.secret)} />);
}

function resumeUrl(c: PortalContext, secret: string): string {
  return `${c.get("context").tenant.origin}${localHref(c.get("site"), `/join/resume/${secret}`)}`;
}

async function openApplicationOf(c: PortalContext): Promise<CurrentApplication | undefined> {
  if (!applicationSecret(c)) return undefined;
  const current = await currentApplication(c);
  return current && isOpen(current.application.status) ? current : undefined;
}

function stepOf(c: PortalContext): JoinStep {
  const step = c.req.param("step") ?? "";
  if (!isJoinStep(step)) throw new DomainError("http.not-found", "not-found");
  return step;
}

function isOpen(status: string): boolean {
  return status === "draft" || status === "needs-information";
}

function goTo(c: PortalContext, path: string): Response {
  return c.redirect(localHref(c.get("site"), path), 303);
}
