import type { Context } from "../context.ts";
import { queueMail } from "../notifications/index.ts";
import { messages } from "./messages.ts";
import { systemActor } from "./model.ts";

export const linkMailKind = "identity.sign-in-link";

/** Puts a sign-in link into the outbox. `context` is any context of the instance. */
export async function mailSignInLink(
  context: Context,
  link: { email: string; token: string; locale: string; returnTo?: string },
): Promise<void> {
  const t = messages.in(link.locale);
  const { origin, profile, database } = context.tenant;
  const prefix = link.locale === profile.locales.default ? "" : `/${link.locale}`;
  const query = new URLSearchParams({ token: link.token, ...(link.returnTo ? { to: link.returnTo } : {}) });
  await database.transaction((tx) =>
    queueMail(
      { ...context, db: tx, tx, locale: link.locale, actor: systemActor("sign-in") },
      {
        to: link.email,
        locale: link.locale,
        kind: linkMailKind,
        subject: t("mail.subject"),
        paragraphs: [t("mail.body"), t("mail.ignore")],
        link: { label: t("mail.link"), url: `${origin}${prefix}/sign-in/confirm?${query}` },
      },
    ),
  );
}
