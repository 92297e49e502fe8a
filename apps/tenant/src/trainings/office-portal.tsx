import { textPaths } from "@concord/content";
import { decodeCursor, encodeCursor } from "@concord/http";
import { type FormErrors, type FormValues, localHref } from "@concord/ui";
import { Hono } from "hono";
import { z } from "zod";
import type { PortalContext, PortalEnv } from "../portal/environment.ts";
import { attempt, flattened, nested, readForm } from "../portal/forms.ts";
import { createTraining, editTexts, editTraining, startDraft } from "./author.ts";
import { listAllTrainings, readForEditing } from "./catalogue.ts";
import { draftOfBody } from "./draft.ts";
import { messages } from "./messages.ts";
import type { OfferedBody } from "./model.ts";
import { publishLocally, withdrawTraining } from "./offer.ts";
import { renderingOf } from "./rendering.ts";
import { bodyOfPosted, inFormFields, type PostedDraft, readDraft } from "./training-draft.ts";
import { OfficeTrainingsPage } from "./views/office-list-page.tsx";
import { OfficeTrainingPage } from "./views/office-training-page.tsx";
import { TextsFormPage } from "./views/texts-form.tsx";
import { TrainingFormPage } from "./views/training-form.tsx";

const position = z.object({ createdAt: z.string(), id: z.string() });

const typedTexts = z.record(z.string(), z.record(z.string(), z.string())).default({});

/** The office's trainings: write, edit, offer, withdraw. */
export function officeTrainingsPortal(): Hono<PortalEnv> {
  const app = new Hono<PortalEnv>();
  app.get("/office/trainings", async (c) => {
    const cursor = c.req.query("cursor");
    const before = cursor ? decodeCursor(position, cursor) : undefined;
    const { trainings, next } = await listAllTrainings(c.get("context"), { before, limit: 50 });
    const path = localHref(c.get("site"), "/office/trainings");
    const nextHref = next && `${path}?cursor=${encodeCursor(next)}`;
    return c.html(<OfficeTrainingsPage site={c.get("site")} trainings={trainings} nextHref={nextHref} />);
  });
  app.get("/office/trainings/new", async (c) => {
    await startDraft(c.get("context"), {});
    return showForm(c, { values: { passMark: "80" }, lessons: 1, questions: 1, go: "changed" });
  });
  app.post("/office/trainings/new", async (c) => {
    // Judged before the form is read: a faulty one comes back as the office's page.
    await startDraft(c.get("context"), {});
    return writeTraining(c);
  });
  app.get("/office/trainings/:id{trn_[0-9a-f]+}", (c) => showTraining(c));
  app.get("/office/trainings/:id{trn_[0-9a-f]+}/edit", showEdit);
  app.post("/office/trainings/:id{trn_[0-9a-f]+}/edit", async (c) => {
    const { body } = await readForEditing(c.get("context"), { trainingId: idOf(c) });
    return simpleOf(body) ? writeTraining(c, idOf(c)) : writeTexts(c, body);
  });
  app.post("/office/trainings/:id{trn_[0-9a-f]+}/offer", async (c) => {
    const done = await attempt(c, [messages], () =>
      publishLocally(c.get("context"), { trainingId: idOf(c) }),
    );
    return done.ok ? backTo(c, idOf(c), "offered") : showTraining(c, done.errors, done.status);
  });
  app.post("/office/trainings/:id{trn_[0-9a-f]+}/withdraw", async (c) => {
    const { values } = await readForm(c);
    const done = await attempt(c, [messages], () =>
      withdrawTraining(c.get("context"), { trainingId: idOf(c), reason: String(values.reason ?? "") }),
    );
    return done.ok ? backTo(c, idOf(c), "withdrawn") : showTraining(c, done.errors, done.status);
  });
  return app;
}

async function showTraining(c: PortalContext, errors: FormErrors = {}, status: 200 | 409 | 422 = 200) {
  const context = c.get("context");
  const found = await readForEditing(context, { trainingId: idOf(c) });
  const options = renderingOf(context.tenant, context.locale);
  const page = <OfficeTrainingPage site={c.get("site")} {...found} options={options} errors={errors} />;
  return c.html(page, status);
}

async function showEdit(c: PortalContext): Promise<Response> {
  const { body } = await readForEditing(c.get("context"), { trainingId: idOf(c) });
  const draft = simpleOf(body);
  if (!draft || body.schema !== "concord.training/1") return showTexts(c, body);
  const { lessons, quiz } = body;
  const counts = { lessons: lessons.length, questions: quiz?.questions.length ?? 0 };
  return showForm(c, { values: flattened(draft), ...counts, go: "changed" }, idOf(c));
}

/** Keeps what was posted as a new training, or as a new revision of one. */
async function writeTraining(c: PortalContext, trainingId?: string): Promise<Response> {
  const context = c.get("context");
  const posted = await readForm(c);
  const read = await attempt(c, [messages], () => readDraft(context, posted));
  if (!read.ok) {
    const again = await readDraft(context, { ...posted, files: {} });
    return showForm(c, again, trainingId, read.errors, read.status);
  }
  if (read.value.go === "changed") return showForm(c, read.value, trainingId);
  const done = await attempt(c, [messages], async () => {
    const body = bodyOfPosted(read.value, c.get("site").locales);
    return inFormFields(() =>
      trainingId ? editTraining(context, { trainingId, body }) : createTraining(context, { body }),
    );
  });
  return done.ok
    ? backTo(c, done.value.id, "saved")
    : showForm(c, read.value, trainingId, done.errors, done.status);
}

function showForm(
  c: PortalContext,
  { values, lessons, questions }: PostedDraft,
  trainingId?: string,
  errors: FormErrors = {},
  status: 200 | 409 | 422 = 200,
) {
  const action = trainingId ? `/office/trainings/${trainingId}/edit` : "/office/trainings/new";
  const form = { action, editing: trainingId !== undefined, lessons, questions, values, errors };
  return c.html(<TrainingFormPage site={c.get("site")} {...form} />, status);
}

async function writeTexts(c: PortalContext, body: OfferedBody): Promise<Response> {
  const { values } = await readForm(c);
  const { texts } = z.object({ texts: typedTexts }).parse(nested(values));
  const done = await attempt(c, [messages], async () =>
    editTexts(c.get("context"), { trainingId: idOf(c), texts }),
  );
  return done.ok ? backTo(c, idOf(c), "saved") : showTexts(c, body, values, done.errors, done.status);
}

function showTexts(
  c: PortalContext,
  body: OfferedBody,
  values: FormValues = {},
  errors: FormErrors = {},
  status: 200 | 409 | 422 = 200,
) {
  const form = { trainingId: idOf(c), texts: textPaths(body), values, errors };
  return c.html(<TextsFormPage site={c.get("site")} {...form} />, status);
}

function simpleOf(body: OfferedBody): object | undefined {
  return body.schema === "concord.training/1" ? draftOfBody(body) : undefined;
}

function idOf(c: PortalContext): string {
  return c.req.param("id") ?? "";
}

function backTo(c: PortalContext, id: string, done: string): Response {
  return c.redirect(localHref(c.get("site"), `/office/trainings/${id}?done=${done}`), 303);
}
