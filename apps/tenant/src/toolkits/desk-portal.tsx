import { DomainError } from "@concord/runtime";
import { localHref } from "@concord/ui";
import { Hono } from "hono";
import { myMemberships } from "../membership/index.ts";
import type { PortalContext, PortalEnv } from "../portal/environment.ts";
import { attempt, readForm } from "../portal/forms.ts";
import { discreetFileName } from "../profile/index.ts";
import { readAdoption } from "./adoption.ts";
import { takeAssessment } from "./assess.ts";
import { chooseToolkit, readMemberToolkits } from "./choose.ts";
import { messages } from "./messages.ts";
import { itemsOf } from "./model.ts";
import { completeStep, keepEvidence, readEvidence, todayOf, undoStep } from "./steps.ts";
import { AssessmentPage } from "./views/assessment-page.tsx";
import { DeskPage, NoMemberPage, WhichMemberPage } from "./views/desk-page.tsx";
import { PathPage } from "./views/path-page.tsx";
import { ResultPage } from "./views/result-page.tsx";
import { StepPage } from "./views/step-page.tsx";
import { renderOptionsOf } from "./views/words.tsx";

const adoptionPath = "/member/toolkit/:id{tka_[0-9a-f]+}";

/** A member's work with a toolkit: the path, its proof, and the self-assessment. */
export function deskPortal(): Hono<PortalEnv> {
  const app = new Hono<PortalEnv>();
  app.get("/member/toolkit", desk);
  app.post("/member/toolkit", async (c) => {
    const { values } = await readForm(c);
    const chosen = await chooseToolkit(c.get("context"), {
      memberId: one(values.member),
      toolkitId: one(values.toolkit),
    });
    return goTo(c, `/member/toolkit/${chosen.id}`);
  });
  app.get(adoptionPath, async (c) => c.html(<PathPage {...frame(c)} open={await opened(c)} />));
  app.get(`${adoptionPath}/steps/:step`, (c) => showStep(c, {}));
  app.post(`${adoptionPath}/steps/:step`, saveStep);
  app.post(`${adoptionPath}/steps/:step/undo`, async (c) => {
    const { id: adoptionId, step } = c.req.param();
    await undoStep(c.get("context"), { adoptionId, step });
    return goTo(c, `/member/toolkit/${adoptionId}/steps/${step}`);
  });
  app.get(`${adoptionPath}/evidence/:step`, evidence);
  app.get(`${adoptionPath}/assessment`, (c) => showAssessment(c, {}));
  app.post(`${adoptionPath}/assessment`, saveAssessment);
  app.get(`${adoptionPath}/assessment/:result{asm_[0-9a-f]+}`, async (c) => {
    const open = await opened(c);
    const taken = open.assessments.find(({ id }) => id === c.req.param("result"));
    const item = itemsOf(open.body, "self-assessment").find(({ id }) => id === taken?.item);
    if (!taken || !item) throw new DomainError("toolkits.item-not-found", "not-found");
    return c.html(<ResultPage {...frame(c)} open={open} item={item} taken={taken} />);
  });
  return app;
}

async function desk(c: PortalContext): Promise<Response> {
  const context = c.get("context");
  const site = c.get("site");
  const members = await myMemberships(context, {});
  const asked = c.req.query("member");
  if (!asked && members.length === 0) return c.html(<NoMemberPage site={site} />);
  if (!asked && members.length > 1) return c.html(<WhichMemberPage site={site} members={members} />);
  const memberId = asked ?? members[0]?.id ?? "";
  const work = await readMemberToolkits(context, { memberId });
  const member = members.find(({ id }) => id === memberId);
  // The office may read how far a member is, but this desk is for the member's own people.
  if (!member) throw new DomainError("identity.not-allowed", "forbidden");
  return c.html(<DeskPage {...frame(c)} member={member} several={members.length > 1} {...work} />);
}

async function showStep(
  c: PortalContext,
  state: Parameters<typeof StepPage>[0]["state"],
  status?: 409 | 422,
) {
  const open = await opened(c);
  const step = open.body.path.find(({ id }) => id === c.req.param("step"));
  if (!step) throw new DomainError("toolkits.step-not-found", "not-found");
  const today = todayOf(c.get("context"));
  return c.html(
    <StepPage {...frame(c)} open={open} step={step} today={today} state={state} />,
    status ?? 200,
  );
}

async function saveStep(c: PortalContext): Promise<Response> {
  const context = c.get("context");
  const adoptionId = c.req.param("id") ?? "";
  const { values, files } = await readForm(c);
  const done = await attempt(c, [messages], async () => {
    const kept = files.evidence && { evidence: await keepEvidence(context, adoptionId, files.evidence) };
    const step = c.req.param("step") ?? "";
    return completeStep(context, { adoptionId, step, doneOn: one(values.doneOn), ...kept });
  });
  if (!done.ok) return showStep(c, { values, errors: done.errors }, done.status);
  return goTo(c, `/member/toolkit/${adoptionId}`);
}

async function evidence(c: PortalContext): Promise<Response> {
  const context = c.get("context");
  const { id: adoptionId = "", step = "" } = c.req.param() as Record<string, string>;
  const file = await readEvidence(context, { adoptionId, step });
  const ending = /\.([a-z]{3,4})$/i.exec(file.fileName)?.[1]?.toLowerCase() ?? "bin";
  c.header("Content-Type", file.mediaType);
  c.header("Content-Length", String(file.size));
  c.header("Cache-Control", "private, no-store");
  const name = discreetFileName(context.tenant.profile, step, ending);
  c.header("Content-Disposition", `attachment; filename="${name}"`);
  return c.body(file.stream);
}

async function showAssessment(
  c: PortalContext,
  state: Parameters<typeof AssessmentPage>[0]["state"],
  status?: 409 | 422,
) {
  const open = await opened(c);
  const all = itemsOf(open.body, "self-assessment");
  const asked = c.req.query("item");
  const item = asked ? all.find(({ id }) => id === asked) : all[0];
  if (!item) throw new DomainError("toolkits.item-not-found", "not-found");
  return c.html(<AssessmentPage {...frame(c)} open={open} item={item} state={state} />, status ?? 200);
}

async function saveAssessment(c: PortalContext): Promise<Response> {
  const adoptionId = c.req.param("id") ?? "";
  const { values } = await readForm(c);
  const answers = Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) =>
      name.startsWith("answers.") ? [[name.slice("answers.".length), one(value)]] : [],
    ),
  );
  const done = await attempt(c, [messages], () =>
    takeAssessment(c.get("context"), { adoptionId, item: one(values.item), answers }),
  );
  if (!done.ok) return showAssessment(c, { values, errors: done.errors }, done.status);
  return goTo(c, `/member/toolkit/${adoptionId}/assessment/${done.value.id}`);
}

function opened(c: PortalContext) {
  return readAdoption(c.get("context"), { adoptionId: c.req.param("id") ?? "" });
}

function frame(c: PortalContext) {
  const { tenant, locale } = c.get("context");
  return { site: c.get("site"), tenant, options: renderOptionsOf(tenant, locale) };
}

function goTo(c: PortalContext, path: string): Response {
  return c.redirect(localHref(c.get("site"), path), 303);
}

function one(value: string | readonly string[] | undefined): string {
  return typeof value === "string" ? value : "";
}
