import { DomainError } from "@concord/runtime";
import { z } from "zod";
import { defineCommand, defineQuery } from "../command.ts";
import type { Context, Unit } from "../context.ts";
import { can, email } from "../identity/index.ts";
import { keySha256, newKey } from "./keys.ts";
import { type Enrollment, languageFor, learnerKey, personName, type Training, trainingId } from "./model.ts";
import {
  type EmployerLink,
  enrollmentsOf,
  findLinkByToken,
  findOpenEnrollment,
  insertEnrollment,
} from "./store-enrollments.ts";
import { findTraining } from "./store-trainings.ts";

export const employerToken = z.string().regex(/^[\w-]{16,64}$/, "trainings.link");
const optionalEmail = z
  .string()
  .optional()
  .transform((typed) => typed?.trim() || undefined)
  .pipe(email.optional());

interface Door {
  readonly training: Training;
  readonly link?: EmployerLink;
}

/**
 * Begins a training, at the revision offered now. A signed-in person goes on with what they began before; who
 * comes by an employer's link needs no account and gets a key, shown once and kept by the browser.
 */
export const enroll = defineCommand({
  name: "trainings.enroll",
  input: z.object({
    trainingId,
    locale: z.string().max(10),
    name: z.string().trim().max(200, "field.too-big").default(""),
    email: optionalEmail,
    via: employerToken.optional(),
    /** Kept by a browser that learned before; goes on with the same name. */
    key: learnerKey.optional(),
  }),
  load: (unit, input) => doorOf(unit, input),
  authorize: (actor, { link }) =>
    link !== undefined || can(actor, "learning:take", { personId: actor.personId }),
  async run(unit, input, { training, link }) {
    const { actor } = unit;
    const open = actor.personId && (await findOpenEnrollment(unit.tx, actor.personId, training.id));
    if (open) return { result: { enrollment: open, key: undefined }, audit: [] };
    const name = personName.safeParse(input.name || actor.name);
    if (!name.success)
      throw new DomainError("request.invalid", "invalid", {}, [{ pointer: "/name", code: "field.required" }]);
    const key = actor.personId ? undefined : await keyFor(unit, input.key, name.data);
    const enrollment: Enrollment = {
      id: unit.ids.next("enr"),
      trainingId: training.id,
      revision: training.offeredRevision ?? training.latestRevision,
      personId: actor.personId ?? null,
      memberId: link?.memberId ?? null,
      learnerName: name.data,
      learnerEmail: (actor.personId ? actor.email : input.email) ?? null,
      keySha256: key === undefined ? null : keySha256(key),
      locale: languageFor(training.languages, input.locale),
      doneLessons: [],
      quizPassed: false,
      startedAt: unit.clock.now(),
      completedAt: null,
    };
    await insertEnrollment(unit.tx, enrollment);
    return {
      result: { enrollment, key },
      audit: {
        action: "trainings.begun",
        subject: { kind: "enrollment", id: enrollment.id },
        after: { trainingId: training.id, revision: enrollment.revision },
      },
    };
  },
});

/** The member whose link this is, for the page that staff open. */
export const readEmployerLink = defineQuery({
  name: "trainings.employer-link",
  input: z.object({ token: employerToken }),
  load: async (context, input) => linkOf(context, input.token),
  authorize: () => true,
  run: async (_context, _input, link) => ({ memberId: link.memberId }),
});

/** A shared device may hold a colleague's key: it is used again under the same name only. */
async function keyFor(unit: Unit, kept: string | undefined, name: string): Promise<string> {
  if (kept === undefined) return newKey();
  const before = await enrollmentsOf(unit.tx, { keySha256: keySha256(kept) });
  return before.some(({ enrollment }) => enrollment.learnerName === name) ? kept : newKey();
}

async function doorOf(unit: Unit, input: { trainingId: string; via?: string | undefined }): Promise<Door> {
  const training = await findTraining(unit.tx, input.trainingId);
  if (training?.status !== "published") throw new DomainError("trainings.not-found", "not-found");
  if (training.kind !== "training") throw new DomainError("trainings.series", "conflict");
  return input.via === undefined ? { training } : { training, link: await linkOf(unit, input.via) };
}

async function linkOf(scope: Context | Unit, token: string): Promise<EmployerLink> {
  const link = await findLinkByToken(scope.db, token);
  if (!link) throw new DomainError("trainings.link-gone", "not-found");
  return link;
}
