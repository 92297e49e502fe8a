import type { Context } from "../context.ts";
import { verifyCertificate } from "../credentials/index.ts";
import { findDecidedApplication, readLetter } from "../membership/index.ts";
import { readMail } from "../notifications/index.ts";
import { readTraining } from "../trainings/index.ts";

type About = (context: Context, id: string) => Promise<string | null | undefined>;

/** What a subject belongs to, so that the tour can tell its own motel and its own training from any other. */
const abouts: Readonly<Record<string, About>> = {
  // A member's application.
  member: (context, id) => findDecidedApplication(context.db, id),
  // Whom a letter is about.
  mail: async (context, id) => (await readMail(context, { id })).aboutId,
  letter: async (context, letterId) => (await readLetter(context, { letterId })).memberId,
  // The member that a printed code certifies.
  certificate: async (context, code) => (await verifyCertificate(context, { code })).certificate.memberId,
  // The feed that an item came by.
  "network-item": async (context, id) => (await context.tenant.peer.item(id))?.feed,
  // The item of the network that a training was adopted from.
  training: async (context, trainingId) => (await readTraining(context, { trainingId })).training.item,
};

export async function aboutOf(context: Context, kind: string, id: string): Promise<string | undefined> {
  return (await abouts[kind]?.(context, id).catch(() => undefined)) ?? undefined;
}
