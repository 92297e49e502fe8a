import { fieldErrors, rateLimit } from "@concord/http";
import { type Clock, DomainError } from "@concord/runtime";
import { type FormErrors, type FormValues, localHref } from "@concord/ui";
import { Hono } from "hono";
import type { Context } from "../context.ts";
import { demandTrial } from "../demand-trial.ts";
import type { PortalContext, PortalEnv } from "../portal/environment.ts";
import { attempt, errorText, flattened, readForm } from "../portal/forms.ts";
import { discreetFileName } from "../profile/index.ts";
import { affidavitPdf } from "./affidavit-pdf.ts";
import { readOwnApplication, resumeSecret, saveDraft, startApplication } from "./apply.ts";
import { attachUpload } from "./attach-file.ts";
import { fillMadeUp } from "./fill-made-up.ts";
import { draftOfStep, removesLocation } from "./join-form.ts";
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

/** The button of a trial that answers what is blank. */
const madeUp = "made-up";

/** The application: five pages, saved at every step, resumed by a link. */
export function joinPortal({ clock }: { clock: Clock }): Hono<PortalEnv> {
  const app = new Hono<PortalEnv>();
  // Generous: a whole office may sit behind one address, and applicants come back to a page again and again.
  const starts = rateLimit({ clock, capacity: 60, perSecond: 0.1 });
  const saves = rateLimit({ clock, capacity: 300, perSecond: 1 });
  const prints = rateLimit({ clock, capacity: 30, perSecond: 0.5 });
  const uploads = rateLimit({ clock, capacity: 60, perSecond: 0.1 });
  app.get("/join", showStart);
  app.post("/join", starts, async (c) => {
    await start(c);
    return goTo(c, "/join/organization");
  });
  app.post("/join/made-up", starts, async (c) => {
    demandTrial(c.get("context"));
    const { values } = await readForm(c);
    const secret = (await openApplicationOf(c))?.secret ?? (await start(c));
    return fillIn(c, secret, values.county);
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
  app.get("/join/affidavit.pdf", prints, printAffidavit);
  app.get("/join/:step", async (c) => {
    const step = stepOf(c);
    const current = await openApplicationOf(c);
    return current ? showStep(c, step, current) : goTo(c, "/join");
  });
  app.post(
    "/join/:step",
    saves,
    (c, next) => (takesFiles(stepOf(c)) ? uploads(c, next) : next()),
    async (c) => {
      const step = stepOf(c);
      const current = await openApplicationOf(c);
      return current ? takeStep(c, step, current) : goTo(c, "/join");
    },
  );
  return app;
}

async function start(c: PortalContext): Promise<string> {
  const { secret } = await startApplication(c.get("context"), { form: {} });
  rememberApplication(c, secret);
  return secret;
}

/** What nobody typed is made up; the tick and the last button are left to the visitor. */
async function fillIn(c: PortalContext, secret: string, county?: FormValues[string]): Promise<Response> {
  await fillMadeUp(c.get("context"), { secret, county: typeof county === "string" ? county : undefined });
  return goTo(c, `/join/review?filled=${madeUp}`);
}

async function showStart(c: PortalContext): Promise<Response> {
  const current = await currentApplication(c);
  const { profile, trial } = c.get("context").tenant;
  const page = (
    <JoinStartPage
      site={c.get("site")}
      profile={profile}
      trial={trial}
      county={c.req.query("county")}
      {...(current ? { current: current.application } : {})}
    />
  );
  return c.html(page);
}

/** The page for the notary, where the profile's oath is sworn before one. */
async function printAffidavit(c: PortalContext): Promise<Response> {
  const context = c.get("context");
  const { profile } = context.tenant;
  if (profile.membership.oath.method !== "notary") throw new DomainError("http.not-found", "not-found");
  const current = await openApplicationOf(c);
  if (!current) return goTo(c, "/join");
  const pdf = await affidavitPdf(context, current.application);
  const name = discreetFileName(profile, current.application.reference, "pdf");
  c.header("Content-Type", "application/pdf");
  c.header("Content-Disposition", `attachment; filename="${name}"`);
  c.header("Cache-Control", "private, no-store");
  return c.body(new Uint8Array(pdf));
}

async function takeStep(c: PortalContext, step: JoinStep, current: CurrentApplication): Promise<Response> {
  const context = c.get("context");
  const { secret } = current;
  const { values, files } = await readForm(c);
  const form = draftOfStep(step, values);
  // Saved before it is judged, so that nothing typed is lost.
  const application = await saveDraft(context, { secret, form });
  const uploads = await attempt(c, [messages], () => attachUploads(context, step, secret, files));
  if (values.go === "add-location") return showStep(c, step, { ...current, application }, undefined, 1);
  if (removesLocation(values.go)) return showStep(c, step, { ...current, application });
  if (values.go === "later") return showSaved(c, current);
  if (!uploads.ok) return showStep(c, step, { ...current, application }, uploads.errors);
  if (values.go === madeUp) return fillIn(c, secret);
  if (step === "review") {
    const done = await attempt(c, [messages], () => submitApplication(context, { secret }));
    return done.ok ? goTo(c, "/join/status") : showStep(c, step, { ...current, application }, done.errors);
  }
  const parsed = stepSchemas[step].safeParse(application.form);
  if (parsed.success) return goTo(c, `/join/${stepAfter(step)}`);
  return showStep(c, step, { ...current, application }, formErrors(c, parsed.error));
}

function takesFiles(step: JoinStep): boolean {
  return step === "commitments";
}

/** A field of a file is named `files.<purpose>`. */
async function attachUploads(
  context: Context,
  step: JoinStep,
  secret: string,
  files: Readonly<Record<string, File>>,
): Promise<void> {
  if (!takesFiles(step)) return;
  for (const [field, file] of Object.entries(files)) {
    const purpose = field.replace(/^files\./, "");
    await attachUpload(context, { secret, purpose, file, pointer: `/files/${purpose}` });
  }
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
      trial={tenant.trial}
      filled={c.req.query("filled") === madeUp}
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
