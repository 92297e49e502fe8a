import { Hono } from "hono";
import type { PortalEnv } from "../portal/environment.ts";
import { readMail, readMailbox } from "./list-mail.ts";
import { MailboxPage, MailPage } from "./views/mailbox.tsx";

/** The trial's mailbox; an instance that is not a trial answers 404. */
export function mailboxPortal(): Hono<PortalEnv> {
  const app = new Hono<PortalEnv>();
  app.get("/mailbox", async (c) => {
    const recipient = c.req.query("to")?.trim().toLowerCase() || undefined;
    const before = new Date(c.req.query("before") ?? "");
    const mails = await readMailbox(c.get("context"), {
      ...(recipient ? { recipient } : {}),
      ...(Number.isNaN(before.getTime()) ? {} : { before }),
    });
    return c.html(<MailboxPage site={c.get("site")} mails={mails} {...(recipient ? { recipient } : {})} />);
  });
  app.get("/mailbox/:id", async (c) => {
    const mail = await readMail(c.get("context"), { id: c.req.param("id") });
    return c.html(<MailPage site={c.get("site")} mail={mail} />);
  });
  return app;
}
