import { createTransport } from "nodemailer";
import type { MailTransport } from "./model.ts";

/** Sends by SMTP; `url` as nodemailer reads it, such as `smtps://user:password@host:465`. */
export function smtpTransport(url: string): MailTransport {
  const transporter = createTransport(url);
  return {
    async send(mail) {
      await transporter.sendMail({ ...mail, headers: { ...mail.headers } });
    },
  };
}

/** A trial's messages stay in the outbox, where the mailbox page shows them. */
export const mailboxTransport: MailTransport = { send: async () => {} };
