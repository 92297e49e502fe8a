import type { Actor } from "../../src/identity/index.ts";
import { createPersonToken } from "../../src/identity/person-tokens.ts";
import {
  createTraining,
  enroll,
  planSession,
  publishLocally,
  registerForSession,
  renewEmployerLink,
} from "../../src/trainings/index.ts";
import { sampleTraining } from "../sample-training.ts";
import { type Harness, signedIn } from "./signed-in.ts";

const plan = {
  title: { en: "Monthly webinar", es: "Seminario mensual" },
  locale: "en",
  day: "2026-11-12",
  from: "10:00",
  to: "11:00",
  joinUrl: "https://meet.example/room",
};

/** Trainings, sessions, and people who learn: one with an account, one by the member's link. */
export async function openLearning(
  tenant: Harness,
  office: Actor,
  firm: { memberId: string; email: string },
  other: { memberId: string; email: string },
) {
  const asOffice = tenant.context(office);
  const written = await createTraining(asOffice, { body: sampleTraining("Night shift") });
  const { id: trainingId } = await publishLocally(asOffice, { trainingId: written.id });
  const draft = await createTraining(asOffice, { body: sampleTraining("Not offered yet") });
  const session = await planSession(asOffice, plan);
  const calledOff = await planSession(asOffice, plan);
  const person = await tenant.person("lena@example.org", "Lena Learner");
  const { enrollment } = await enroll(tenant.context(person), { trainingId, locale: "en" });
  const asMember = tenant.context(await tenant.person(firm.email));
  const link = await renewEmployerLink(asMember, { memberId: firm.memberId });
  const byLink = { trainingId, locale: "en", name: "Sam Staff", via: link.token };
  const staff = await enroll(tenant.public(), byLink);
  const asOther = tenant.context(await tenant.person(other.email));
  const own = await ownToken(tenant, person);
  return {
    trainingId,
    draftId: draft.id,
    sessionId: session.id,
    calledOffId: calledOff.id,
    registrationKey: await registrationKey(tenant, session.id),
    linkToken: link.token,
    learner: {
      cookie: await signedIn(tenant, "lena@example.org"),
      actor: person,
      enrollmentId: enrollment.id,
      tokenId: own.id,
      token: own.token,
    },
    staff: { key: staff.key ?? "", enrollmentId: staff.enrollment.id },
    otherLearner: { actor: asOther.actor, tokenId: (await ownToken(tenant, asOther.actor)).id },
  };
}

/** For a program of somebody's own. */
function ownToken(tenant: Harness, actor: Actor) {
  return createPersonToken(tenant.context(actor), { personId: actor.personId ?? "", name: "Calendar" });
}

/** The key is in the confirmation message and nowhere else. */
async function registrationKey(tenant: Harness, sessionId: string): Promise<string> {
  const email = "reggie@example.org";
  await registerForSession(tenant.public(), { sessionId, name: "Reggie", email });
  const reader = tenant.visitor();
  await reader.open(`/mailbox?to=${encodeURIComponent(email)}`);
  await reader.open(/\/mailbox\/mai_\w+/.exec(reader.seen.html)?.[0] ?? "");
  const key = /registrations\/([\w-]{43})/.exec(reader.seen.html)?.[1];
  if (!key) throw new Error("the confirmation has no link");
  return key;
}
