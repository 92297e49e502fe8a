import { createHash, createHmac, randomBytes } from "node:crypto";
import { DomainError } from "@concord/runtime";
import { z } from "zod";
import { defineCommand, defineQuery, nothing } from "../command.ts";
import type { Context, Tenant, Unit } from "../context.ts";
import { can } from "../identity/index.ts";
import {
  type Application,
  applicationDraft,
  fitsDraft,
  isForsaken,
  mergeDrafts,
  spokenReference,
} from "./model.ts";
import {
  filesOf,
  findApplicationBySecret,
  insertApplication,
  lockApplicationBySecret,
  saveApplication,
} from "./store-applications.ts";

export const resumeSecret = z.string().regex(/^[\w-]{43}$/, "membership.resume-link");

const editable = ["draft", "needs-information"];

/** Opens a draft. The secret in the result is the only way back to it; the portal keeps it in a cookie and a link. */
export const startApplication = defineCommand({
  name: "membership.start-application",
  input: z.object({ form: applicationDraft, memberId: z.string().startsWith("mem_").optional() }),
  load: nothing,
  authorize: (actor, _subject, input) =>
    can(actor, "membership:apply") &&
    (!input.memberId || can(actor, "membership:edit", { memberId: input.memberId })),
  async run(unit, input) {
    const application = newApplication(unit, input);
    const secret = resumeSecretOf(unit.tenant, application.id);
    await insertApplication(unit.tx, application, secretSha256(secret));
    return {
      result: { application, secret },
      audit: {
        action: "membership.application-started",
        subject: { kind: "application", id: application.id },
      },
    };
  },
});

/** Keeps what was typed, complete or not. */
export const saveDraft = defineCommand({
  name: "membership.save-draft",
  input: z.object({ secret: resumeSecret, form: applicationDraft }),
  load: (unit, input) => lockBySecret(unit, input.secret),
  authorize: (actor) => can(actor, "membership:apply"),
  async run(unit, input, before) {
    demandEditable(before);
    const form = mergeDrafts(before.form, input.form);
    if (!fitsDraft(form)) throw new DomainError("membership.draft-too-large", "invalid");
    const after: Application = { ...before, form, updatedAt: unit.clock.now() };
    await saveApplication(unit.tx, after);
    return { result: after, audit: [] };
  },
});

/** The application a resume secret belongs to, with the files handed in so far. */
export const readOwnApplication = defineQuery({
  name: "membership.read-own-application",
  input: z.object({ secret: resumeSecret }),
  async load(context, input) {
    return known(context, await findApplicationBySecret(context.db, secretSha256(input.secret)));
  },
  authorize: (actor) => can(actor, "membership:apply"),
  async run(context, _input, application) {
    return { application, files: await filesOf(context.db, application.id) };
  },
});

/** The application, held until the transaction ends, so that a late save cannot undo a submission. */
export async function lockBySecret(unit: Unit, secret: string): Promise<Application> {
  return known(unit, await lockApplicationBySecret(unit.tx, secretSha256(secret)));
}

function known({ clock }: Context, application: Application | undefined): Application {
  if (!application || isForsaken(application, clock.now()))
    throw new DomainError("membership.application-not-found", "not-found");
  return application;
}

export function demandEditable(application: Application): void {
  if (!editable.includes(application.status))
    throw new DomainError("membership.already-submitted", "conflict");
}

/** Derived, so that a later letter can carry the same link although the database holds only its hash. */
export function resumeSecretOf(tenant: Tenant, applicationId: string): string {
  const mac = createHmac("sha256", tenant.secrets.sessionSecret);
  return mac.update(`membership/resume/${applicationId}`).digest("base64url");
}

function secretSha256(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}

function newApplication(
  unit: Unit,
  input: { form: Application["form"]; memberId?: string | undefined },
): Application {
  const id = unit.ids.next("app");
  const now = unit.clock.now();
  return {
    id,
    reference: spokenReference(randomBytes(8).toString("hex")),
    kind: input.memberId ? "renewal" : "new",
    status: "draft",
    form: input.form,
    handedIn: null,
    locale: unit.locale,
    personId: unit.actor.personId ?? null,
    memberId: input.memberId ?? null,
    officeNote: null,
    createdAt: now,
    updatedAt: now,
    submittedAt: null,
    decidedAt: null,
  };
}
