import { type TrainingBody, textIn } from "@concord/content";
import type { Unit } from "../context.ts";
import { certifyCompletion } from "../education/index.ts";
import { ensurePerson, systemActor } from "../identity/index.ts";
import type { Enrollment, Training } from "./model.ts";
import { saveEnrollment } from "./store-enrollments.ts";

/** Ends a training and issues what its learner gets for it, all in the caller's transaction. */
export async function complete(unit: Unit, enrollment: Enrollment, training: Training, body: TrainingBody) {
  const completedAt = unit.clock.now();
  const personId =
    enrollment.personId ?? (await personOf(unit, enrollment.learnerEmail, enrollment.learnerName));
  const after: Enrollment = { ...enrollment, personId, completedAt };
  await saveEnrollment(unit.tx, after);
  const certificates = await certifyCompletion(unit, {
    personId,
    // An enrollment has a person from its start only where that person was signed in.
    proven: enrollment.personId !== null,
    memberId: enrollment.memberId,
    holder: enrollment.learnerName,
    activity: { kind: "training", id: training.id },
    title: textIn(body.title, enrollment.locale),
    mode: "self-paced",
    locale: enrollment.locale,
    minutes: body.minutes,
    completedAt,
    attribution: training.source === "adopted" ? (training.attribution ?? undefined) : undefined,
  });
  return {
    result: after,
    audit: [
      {
        action: "trainings.completed",
        subject: { kind: "enrollment", id: enrollment.id },
        after: {
          trainingId: training.id,
          learner: enrollment.learnerName,
          certificates: certificates.map(({ id }) => id),
        },
      },
    ],
  };
}

/**
 * The person behind an e-mail address that was typed, so that a certificate waits for them when they sign in with
 * it. Nothing but that may rest on it: whoever typed it may not own it.
 */
export async function personOf(unit: Unit, email: string | null, name: string): Promise<string | null> {
  if (email === null) return null;
  const itself: Unit = { ...unit, actor: systemActor("trainings") };
  const person = await ensurePerson(itself, { email, name, locale: unit.locale });
  return person.id;
}
