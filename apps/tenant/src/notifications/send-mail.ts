import type { Clock, Logger } from "@concord/runtime";
import type { Tenant } from "../context.ts";
import { type MailTransport, senderLine } from "./model.ts";
import { findMail, markSent } from "./store.ts";

/**
 * Sends one message of the outbox. At least once: a process killed between sending and noting it
 * sends again, with the same Message-ID, which mail programs show once.
 */
export async function sendMail(
  deps: { tenant: Tenant; transport: MailTransport; clock: Clock; log: Logger },
  mailId: string,
): Promise<void> {
  const { tenant, transport, clock } = deps;
  const mail = await findMail(tenant.database.db, mailId);
  if (!mail || mail.sentAt) return;
  await transport.send({
    to: mail.recipient,
    from: senderLine(tenant.profile.discreetName, tenant.profile.office.email),
    subject: mail.subject,
    text: mail.bodyText,
    html: mail.bodyHtml,
    headers: {
      "Message-ID": `<${mail.id}@${new URL(tenant.origin).hostname}>`,
      "Auto-Submitted": "auto-generated",
    },
  });
  await tenant.database.transaction((tx) => markSent(tx, mail.id, clock.now()));
}
