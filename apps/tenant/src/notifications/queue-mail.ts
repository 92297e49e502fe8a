import { defineQueue } from "@concord/database";
import type { Unit } from "../context.ts";
import { demonstrationNotice } from "../profile/index.ts";
import { composeMail, type MailRequest } from "./model.ts";
import { insertMail } from "./store.ts";

export const mailQueue = defineQueue<{ mailId: string }>("mail", { retryLimit: 20, retryDelay: 30 });

/** Puts a message into the outbox within the caller's transaction; the worker sends it after the commit. */
export async function queueMail(unit: Unit, request: MailRequest): Promise<string> {
  const { profile } = unit.tenant;
  const notice = demonstrationNotice(profile, request.locale);
  const { text, html } = composeMail(request, {
    locale: request.locale,
    footer: [profile.discreetName, unit.tenant.origin],
    ...(notice ? { notice } : {}),
  });
  const id = unit.ids.next("mai");
  await insertMail(unit.tx, {
    id,
    kind: request.kind,
    locale: request.locale,
    recipient: request.to,
    subject: request.subject,
    bodyText: text,
    bodyHtml: html,
    aboutKind: request.about?.kind ?? null,
    aboutId: request.about?.id ?? null,
    createdAt: unit.clock.now(),
    sentAt: null,
  });
  await unit.tenant.jobs.enqueue(unit.tx, mailQueue, { mailId: id });
  return id;
}
