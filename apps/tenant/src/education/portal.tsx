import { textIn } from "@concord/content";
import { type FormErrors, type FormValues, localHref } from "@concord/ui";
import { Hono } from "hono";
import { demandPerson } from "../identity/index.ts";
import type { PortalContext, PortalEnv } from "../portal/environment.ts";
import { attempt, readForm } from "../portal/forms.ts";
import { readSession, readTraining } from "../trainings/index.ts";
import { claimCredit, listUnclaimed } from "./claim.ts";
import { askCredit } from "./credit.ts";
import { addLicense, readLicenses, removeLicense } from "./licenses.ts";
import { messages } from "./messages.ts";
import { officeBoardsPortal } from "./office-portal.tsx";
import { type Answered, CreditPage } from "./views/credit-page.tsx";
import { LicensesPage } from "./views/licenses-page.tsx";

/** Every page of education: "does it count?", a person's licenses, and the office's boards. */
export function educationPortal(): Hono<PortalEnv> {
  const app = new Hono<PortalEnv>();
  app.get("/trainings/:id{trn_[0-9a-f]+}/credit", async (c) => {
    const { training } = await readTraining(c.get("context"), { trainingId: c.req.param("id") });
    const title = textIn(training.title, c.get("site").locale);
    const { id, languages } = training;
    return showCredit(c, { id, path: `/trainings/${id}`, title, mode: "self-paced", languages });
  });
  app.get("/trainings/sessions/:id{ses_[0-9a-f]+}/credit", async (c) => {
    const { session } = await readSession(c.get("context"), { sessionId: c.req.param("id") });
    const title = textIn(session.title, c.get("site").locale);
    return showCredit(c, {
      id: session.id,
      path: `/trainings/sessions/${session.id}`,
      title,
      mode: session.mode,
      languages: [session.locale],
    });
  });
  app.get("/learn/licenses", (c) => showLicenses(c));
  app.post("/learn/licenses", async (c) => {
    const { values } = await readForm(c);
    const { tenant } = c.get("context");
    const [boardId = "", profession = ""] = String(values.profession ?? "").split("/");
    const done = await attempt(c, [messages], async () =>
      addLicense(c.get("context"), {
        personId: demandPerson(c.get("context").actor),
        jurisdiction: tenant.code,
        boardId,
        profession,
        number: String(values.number ?? ""),
      }),
    );
    return done.ok ? backToLicenses(c) : showLicenses(c, values, done.errors, done.status);
  });
  app.post("/learn/licenses/claims/:id{cmp_[0-9a-f]+}", async (c) => {
    const done = await attempt(c, [messages], () =>
      claimCredit(c.get("context"), { completionId: c.req.param("id") }),
    );
    return done.ok ? backToLicenses(c) : showLicenses(c, {}, done.errors, done.status);
  });
  app.post("/learn/licenses/:id/remove", async (c) => {
    await removeLicense(c.get("context"), { licenseId: c.req.param("id") });
    return backToLicenses(c);
  });
  app.route("/", officeBoardsPortal());
  return app;
}

interface Asked {
  readonly id: string;
  readonly path: string;
  readonly title: string;
  readonly mode: Answered["mode"];
  /** The languages it can be taken in. */
  readonly languages: readonly string[];
}

async function showCredit(c: PortalContext, asked: Asked): Promise<Response> {
  const context = c.get("context");
  const site = c.get("site");
  const { boards } = context.tenant.profile;
  const license = c.req.query("license") ?? "";
  const [boardId = "", profession = ""] = license.split("/");
  const { mode } = asked;
  const [first = site.locale] = asked.languages;
  const usual = asked.languages.includes(site.locale) ? site.locale : first;
  const locale = asked.languages.find((one) => one === c.req.query("language")) ?? usual;
  const jurisdiction = license === "other" ? "other" : context.tenant.code;
  const verdict =
    license === ""
      ? undefined
      : await askCredit(context, { activityId: asked.id, jurisdiction, boardId, profession, mode, locale });
  const board = boards.find(({ id }) => id === boardId);
  return c.html(
    <CreditPage
      site={site}
      path={asked.path}
      title={asked.title}
      boards={boards}
      mode={mode}
      languages={asked.languages}
      values={{ license, language: locale }}
      answered={verdict && { verdict, board, profession, mode, locale }}
    />,
  );
}

async function showLicenses(
  c: PortalContext,
  values: FormValues = {},
  errors: FormErrors = {},
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const context = c.get("context");
  const personId = demandPerson(c.get("context").actor);
  const [found, unclaimed] = await Promise.all([
    readLicenses(context, { personId }),
    listUnclaimed(context, { personId }),
  ]);
  const { boards, jurisdiction } = context.tenant.profile;
  const more = { unclaimed, timeZone: jurisdiction.timeZones.default, values, errors };
  const page = <LicensesPage site={c.get("site")} boards={boards} {...found} {...more} />;
  return c.html(page, status);
}

function backToLicenses(c: PortalContext): Response {
  return c.redirect(localHref(c.get("site"), "/learn/licenses"), 303);
}
