import { type FormErrors, type FormValues, localHref } from "@concord/ui";
import { Hono, type MiddlewareHandler } from "hono";
import { systemActor } from "../identity/index.ts";
import { readMember } from "../membership/index.ts";
import type { PortalContext, PortalEnv } from "../portal/environment.ts";
import { attempt, readForm } from "../portal/forms.ts";
import { listCatalogue } from "./catalogue.ts";
import { enroll, readEmployerLink } from "./enroll.ts";
import { listByKey } from "./learn.ts";
import { keyOf, rememberKey } from "./learner-cookie.ts";
import { listUpcoming } from "./list-sessions.ts";
import { messages } from "./messages.ts";
import { learnerKey } from "./model.ts";
import { ReturnPage, StaffPage } from "./views/staff-page.tsx";

/** Learning without an account: by an employer's link, and by a learner's own address. */
export function staffPortal(slow: MiddlewareHandler): Hono<PortalEnv> {
  const app = new Hono<PortalEnv>();
  app.get("/learn/with/:token", slow, (c) => showStaff(c, c.req.param("token")));
  app.post("/learn/with/:token", slow, async (c) => {
    const { values } = await readForm(c);
    const token = c.req.param("token");
    const key = keyOf(c);
    const begun = await attempt(c, [messages], () =>
      enroll(c.get("context"), {
        trainingId: String(values.trainingId ?? ""),
        locale: String(values.locale ?? ""),
        name: String(values.name ?? ""),
        email: String(values.email ?? ""),
        via: token,
        ...(key ? { key } : {}),
      }),
    );
    if (!begun.ok) return showStaff(c, token, values, begun.errors, begun.status);
    if (begun.value.key) rememberKey(c, begun.value.key);
    return c.redirect(localHref(c.get("site"), `/learn/${begun.value.enrollment.id}`), 303);
  });
  app.get("/learn/return/:key", (c) => {
    c.header("Referrer-Policy", "no-referrer");
    return c.html(<ReturnPage site={c.get("site")} learnerKey={c.req.param("key")} />);
  });
  app.post("/learn/return/:key", slow, async (c) => {
    const key = learnerKey.safeParse(c.req.param("key")).data;
    const [latest] = key === undefined ? [] : await listByKey(c.get("context"), { key });
    if (key === undefined || !latest) return c.redirect(localHref(c.get("site"), "/trainings"), 303);
    rememberKey(c, key);
    return c.redirect(localHref(c.get("site"), `/learn/${latest.enrollment.id}`), 303);
  });
  return app;
}

async function showStaff(
  c: PortalContext,
  token: string,
  values: FormValues = {},
  errors: FormErrors = {},
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const context = c.get("context");
  const { memberId } = await readEmployerLink(context, { token });
  const key = keyOf(c);
  const [{ trainings }, { sessions }, begun, { member }] = await Promise.all([
    listCatalogue(context, { kind: "training", limit: 200 }),
    listUpcoming(context, { limit: 20 }),
    key === undefined ? [] : listByKey(context, { key }),
    readMember({ ...context, actor: systemActor("staff-link") }, { memberId }),
  ]);
  const page = (
    <StaffPage
      site={c.get("site")}
      token={token}
      member={member.legalName}
      trainings={trainings}
      sessions={sessions}
      begun={begun}
      timeZone={context.tenant.profile.jurisdiction.timeZones.default}
      values={values}
      errors={errors}
    />
  );
  return c.html(page, status);
}
