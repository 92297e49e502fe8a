import { fieldErrors } from "@concord/http";
import { type Day, DomainError } from "@concord/runtime";
import { z } from "zod";
import { defineCommand } from "../command.ts";
import type { Unit } from "../context.ts";
import { can } from "../identity/index.ts";
import { queueMail } from "../notifications/index.ts";
import { pageUrl } from "../portal/page-url.ts";
import { demandEditable, lockBySecret, resumeSecret } from "./apply.ts";
import { judgeApplication } from "./judge-application.ts";
import { messages } from "./messages.ts";
import { type Application, type ApplicationForm, applicationForm } from "./model.ts";
import { filesOf, saveApplication } from "./store-applications.ts";
import { findMember } from "./store-members.ts";
import { judgeRenewal } from "./terms.ts";
import { dayOf, todayOf } from "./today.ts";

/** Hands a complete application in. Every fault is reported at once, by field; nothing typed is lost. */
export const submitApplication = defineCommand({
  name: "membership.submit-application",
  input: z.object({ secret: resumeSecret }),
  load: (unit, input) => lockBySecret(unit, input.secret),
  authorize: (actor) => can(actor, "membership:apply"),
  async run(unit, input, before) {
    demandEditable(before);
    const form = await completeForm(unit, before);
    const now = unit.clock.now();
    // An answer to the office's question is no later than the application that it belongs to.
    const submittedAt = before.submittedAt ?? now;
    await demandRenewalWindow(unit, before, dayOf(unit, submittedAt));
    const after: Application = {
      ...before,
      status: "submitted",
      handedIn: form,
      submittedAt,
      updatedAt: now,
    };
    await saveApplication(unit.tx, after);
    await confirmByMail(unit, after, form, input.secret);
    return {
      result: after,
      audit: {
        action: "membership.application-submitted",
        subject: { kind: "application", id: after.id },
        after: form,
      },
    };
  },
});

async function completeForm(unit: Unit, application: Application): Promise<ApplicationForm> {
  const parsed = applicationForm.safeParse(application.form);
  if (!parsed.success)
    throw new DomainError("membership.incomplete", "invalid", {}, fieldErrors(parsed.error));
  const { profile } = unit.tenant;
  const files = await filesOf(unit.tx, application.id);
  const faults = judgeApplication(parsed.data, {
    rules: profile.membership,
    countyFips: new Set(profile.counties.map(({ fips }) => fips)),
    sectors: new Set(profile.sectors.map(({ code }) => code)),
    states: new Set(profile.states.map(({ code }) => code)),
    today: todayOf(unit),
    files: new Set(files.map(({ purpose }) => purpose)),
  });
  if (faults.length > 0) throw new DomainError("membership.incomplete", "invalid", {}, faults);
  return parsed.data;
}

async function demandRenewalWindow(unit: Unit, application: Application, day: Day): Promise<void> {
  if (application.kind !== "renewal" || application.memberId === null) return;
  const member = await findMember(unit.tx, application.memberId);
  if (!member) throw new DomainError("membership.not-found", "not-found");
  const { profile } = unit.tenant;
  const verdict = judgeRenewal(member.validUntil, profile.membership.renewal, day);
  if (!verdict.allowed) {
    throw new DomainError(`membership.renewal-${verdict.reason}`, "conflict", { opensOn: verdict.opensOn });
  }
}

async function confirmByMail(
  unit: Unit,
  application: Application,
  form: ApplicationForm,
  secret: string,
): Promise<void> {
  const t = messages.in(application.locale);
  await queueMail(unit, {
    to: form.contactEmail,
    locale: application.locale,
    kind: "membership.received",
    subject: t("mail.received.subject", { reference: application.reference }),
    paragraphs: [
      t("mail.received.greeting", { name: form.contactName }),
      t("mail.received.body", { business: form.legalName, reference: application.reference }),
    ],
    link: {
      label: t("mail.received.link"),
      url: pageUrl(unit.tenant, application.locale, `/join/resume/${secret}`),
    },
    about: { kind: "application", id: application.id },
  });
}
