import type { Executor, Tx } from "@concord/database";
import { and, desc, eq, isNull, lt, sql } from "drizzle-orm";
import { mails } from "./tables.ts";

export type MailRow = typeof mails.$inferSelect;

export async function insertMail(tx: Tx, mail: MailRow): Promise<void> {
  await tx.insert(mails).values(mail);
}

export async function findMail(db: Executor, id: string): Promise<MailRow | undefined> {
  const [row] = await db.select().from(mails).where(eq(mails.id, id));
  return row;
}

export async function markSent(tx: Tx, id: string, at: Date): Promise<void> {
  await tx
    .update(mails)
    .set({ sentAt: at })
    .where(and(eq(mails.id, id), isNull(mails.sentAt)));
}

export async function markAllSent(tx: Tx): Promise<void> {
  await tx
    .update(mails)
    .set({ sentAt: sql`${mails.createdAt}` })
    .where(isNull(mails.sentAt));
}

/** Puts other words in the place of some, in every message of a kind, sent or not. */
export async function replaceInMails(
  tx: Tx,
  kind: string,
  { text, html }: Readonly<Record<"text" | "html", { readonly from: string; readonly to: string }>>,
): Promise<void> {
  await tx
    .update(mails)
    .set({
      bodyText: sql`replace(${mails.bodyText}, ${text.from}, ${text.to})`,
      bodyHtml: sql`replace(${mails.bodyHtml}, ${html.from}, ${html.to})`,
    })
    .where(and(eq(mails.kind, kind), sql`position(${text.from} in ${mails.bodyText}) > 0`));
}

/** Newest first; `recipient` and `about` narrow the list. */
export function listMails(
  db: Executor,
  page: { recipient?: string; about?: { kind: string; id: string }; before?: Date; limit: number },
): Promise<MailRow[]> {
  return db
    .select()
    .from(mails)
    .where(
      and(
        page.recipient === undefined ? undefined : eq(mails.recipient, page.recipient),
        page.about && eq(mails.aboutKind, page.about.kind),
        page.about && eq(mails.aboutId, page.about.id),
        page.before && lt(mails.createdAt, page.before),
      ),
    )
    .orderBy(desc(mails.createdAt), desc(mails.id))
    .limit(page.limit);
}
