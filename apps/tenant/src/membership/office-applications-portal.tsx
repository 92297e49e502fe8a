import { decodeCursor, encodeCursor } from "@concord/http";
import { type FormErrors, type FormValues, localHref } from "@concord/ui";
import { Hono } from "hono";
import { listMailAbout } from "../notifications/index.ts";
import type { PortalContext, PortalEnv } from "../portal/environment.ts";
import { type Attempt, attempt, readForm } from "../portal/forms.ts";
import { meetRestriction } from "../records/index.ts";
import { approveApplication } from "./approve.ts";
import { denyApplication, requestInformation } from "./decide.ts";
import { messages } from "./messages.ts";
import { listApplications, queueCursor, readApplication } from "./review.ts";
import { sendLetterPdf, sendUploadedFile } from "./send-file.ts";
import { ApplicationQueuePage, queueTabs } from "./views/application-queue.tsx";
import { ApplicationReviewPage, type ReviewProps } from "./views/application-review.tsx";

/** Where officers read applications and decide them. */
export function officeApplicationsPortal(): Hono<PortalEnv> {
  const app = new Hono<PortalEnv>();
  app.get("/office/applications", showQueue);
  app.get("/office/applications/:id", (c) => showReview(c));
  app.post("/office/applications/:id/approve", (c) =>
    decide(c, "approve", (_values, applicationId) => approveApplication(c.get("context"), { applicationId })),
  );
  app.post("/office/applications/:id/ask", (c) =>
    decide(c, "ask", (values, applicationId) =>
      requestInformation(c.get("context"), { applicationId, question: String(values.question ?? "") }),
    ),
  );
  app.post("/office/applications/:id/deny", (c) =>
    decide(c, "deny", (values, applicationId) =>
      denyApplication(c.get("context"), { applicationId, reasons: String(values.reasons ?? "") }),
    ),
  );
  app.get("/office/letters/:file{let_[0-9a-f]+\\.pdf}", sendLetterPdf);
  app.get("/office/files/:id", sendUploadedFile);
  return app;
}

async function showQueue(c: PortalContext): Promise<Response> {
  const context = c.get("context");
  const tab = queueTabs.find((one) => one === c.req.query("status")) ?? "submitted";
  const text = c.req.query("q")?.trim() ?? "";
  const cursor = c.req.query("cursor");
  const queue = await listApplications(context, {
    statuses: [tab],
    text,
    ...(cursor ? { after: decodeCursor(queueCursor, cursor) } : {}),
  });
  return c.html(
    <ApplicationQueuePage
      site={c.get("site")}
      profile={context.tenant.profile}
      tab={tab}
      text={text}
      applications={queue.applications}
      counts={queue.counts}
      next={queue.next && encodeCursor(queue.next)}
      now={context.clock.now()}
    />,
  );
}

async function decide(
  c: PortalContext,
  form: string,
  run: (values: FormValues, applicationId: string) => Promise<unknown>,
): Promise<Response> {
  const id = c.req.param("id") ?? "";
  const { values } = await readForm(c);
  const done: Attempt<unknown> = await attempt(c, [messages], () => run(values, id));
  if (!done.ok) return showReview(c, { form, values, errors: done.errors }, done.status);
  return c.redirect(localHref(c.get("site"), `/office/applications/${id}?done=${form}`), 303);
}

async function showReview(
  c: PortalContext,
  failed?: { form: string; values: FormValues; errors: FormErrors },
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const context = c.get("context");
  const applicationId = c.req.param("id") ?? "";
  const restriction = await meetRestriction(context, { kind: "application", id: applicationId });
  if (restriction && !restriction.open) return c.redirect(localHref(c.get("site"), restriction.path), 303);
  const found = await readApplication(context, { applicationId });
  const { application } = found;
  const mails = await listMailAbout(context, { kind: "application", id: application.id });
  const props: ReviewProps = {
    site: c.get("site"),
    profile: context.tenant.profile,
    mails,
    restriction,
    ...found,
    ...(failed ? { failed } : {}),
  };
  return c.html(<ApplicationReviewPage {...props} />, status);
}
