export { forgetTitle } from "./forget-title.ts";
export { listMailAbout, readMail, readMailbox } from "./list-mail.ts";
export type { MailTransport } from "./model.ts";
export { mailQueue, queueMail } from "./queue-mail.ts";
export { sendMail } from "./send-mail.ts";
export { settleHistory } from "./settle-history.ts";
export { mailboxTransport, smtpTransport } from "./transports.ts";
