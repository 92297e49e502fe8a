import { DomainError } from "@concord/runtime";
import { z } from "zod";
import { defineQuery, nothing } from "../command.ts";
import { can } from "../identity/index.ts";
import { findMail, listMails } from "./store.ts";

/** What was sent about one record, for the office's page of that record. */
export const listMailAbout = defineQuery({
  name: "notifications.list-about",
  input: z.object({ kind: z.string(), id: z.string(), limit: z.number().int().max(200).default(50) }),
  load: nothing,
  authorize: (actor) => can(actor, "mail:read"),
  run: (context, { kind, id, limit }) => listMails(context.db, { about: { kind, id }, limit }),
});

/** The trial's mailbox. An instance that is not a trial has none. */
export const readMailbox = defineQuery({
  name: "notifications.mailbox",
  input: z.object({
    recipient: z.string().optional(),
    about: z.object({ kind: z.string(), id: z.string() }).optional(),
    before: z.date().optional(),
  }),
  load: async (context) => trialOnly(context.tenant.trial),
  authorize: () => true,
  run: (context, input) => listMails(context.db, { ...input, limit: 50 }),
});

export const readMail = defineQuery({
  name: "notifications.mail",
  input: z.object({ id: z.string().startsWith("mai_") }),
  load: async (context) => trialOnly(context.tenant.trial),
  authorize: () => true,
  async run(context, { id }) {
    const mail = await findMail(context.db, id);
    if (!mail) throw new DomainError("notifications.mail-not-found", "not-found");
    return mail;
  },
});

function trialOnly(trial: boolean): undefined {
  if (!trial) throw new DomainError("notifications.no-mailbox", "not-found");
}
