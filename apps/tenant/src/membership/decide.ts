import { z } from "zod";
import { defineCommand } from "../command.ts";
import { can } from "../identity/index.ts";
import { applicationId, formOf, openApplication } from "./approve.ts";
import { letterMail } from "./letter-mail.ts";
import { saveApplication } from "./store-applications.ts";

const ground = z.string().trim().min(1, "field.required").max(4_000, "field.too-big");

/** Denies an application; the letter states the grounds. */
export const denyApplication = defineCommand({
  name: "membership.deny",
  input: z.object({ applicationId, reasons: ground }),
  load: (unit, input) => openApplication(unit, input.applicationId),
  authorize: (actor) => can(actor, "membership:approve"),
  async run(unit, input, before) {
    const now = unit.clock.now();
    const after = {
      ...before,
      status: "denied" as const,
      officeNote: input.reasons,
      decidedAt: now,
      updatedAt: now,
    };
    await saveApplication(unit.tx, after);
    await letterMail(unit, after, formOf(before), "denial", { reasons: input.reasons });
    return {
      result: after,
      audit: {
        action: "membership.denied",
        subject: { kind: "application", id: after.id },
        before: { status: before.status },
        after: { reasons: input.reasons },
      },
    };
  },
});

/** Asks the applicant for more; the application can be edited and handed in again. */
export const requestInformation = defineCommand({
  name: "membership.request-information",
  input: z.object({ applicationId, question: ground }),
  load: (unit, input) => openApplication(unit, input.applicationId),
  authorize: (actor) => can(actor, "membership:approve"),
  async run(unit, input, before) {
    const after = {
      ...before,
      status: "needs-information" as const,
      officeNote: input.question,
      updatedAt: unit.clock.now(),
    };
    await saveApplication(unit.tx, after);
    await letterMail(unit, after, formOf(before), "more-information", {
      question: input.question,
    });
    return {
      result: after,
      audit: {
        action: "membership.information-requested",
        subject: { kind: "application", id: after.id },
        before: { status: before.status },
        after: { question: input.question },
      },
    };
  },
});
