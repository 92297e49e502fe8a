import { writeDayOf, writeMoment } from "@concord/runtime";
import { localHref, type Site } from "@concord/ui";
import { messages } from "../messages.ts";
import type { StoredLetter } from "../shown.ts";

export interface SentMail {
  readonly id: string;
  readonly locale: string;
  readonly subject: string;
  readonly recipient: string;
  readonly createdAt: Date;
  readonly sentAt: Date | null;
}

/** On the program's own pages a subject needs no discreet name before it, which would look like somebody else's. */
function subjectIn(site: Site, subject: string): string {
  const name = `${site.discreetName}: `;
  return subject.startsWith(name) ? subject.slice(name.length) : subject;
}

/** Letters as they were sent, each as PDF for a windowed envelope. */
export function LetterList({
  site,
  letters,
  under,
}: {
  site: Site;
  letters: readonly StoredLetter[];
  under: "/office/letters" | "/member/letters";
}) {
  const t = messages.in(site.locale);
  if (letters.length === 0) return null;
  return (
    <>
      <h2>{t("letters.title")}</h2>
      <ul class="usa-list">
        {letters.map((letter) => (
          <li>
            <a href={localHref(site, `${under}/${letter.id}.pdf`)} lang={letter.locale}>
              {subjectIn(site, letter.subject)}
            </a>{" "}
            ({writeDayOf(letter.sentAt, site)}, PDF)
          </li>
        ))}
      </ul>
    </>
  );
}

/** What went out by e-mail about a record. */
export function MailList({ site, mails }: { site: Site; mails: readonly SentMail[] }) {
  const t = messages.in(site.locale);
  if (mails.length === 0) return null;
  return (
    <>
      <h2>{t("mails.title")}</h2>
      <ul class="usa-list">
        {mails.map((mail) => (
          <li>
            <span lang={mail.locale}>{subjectIn(site, mail.subject)}</span> → {mail.recipient} (
            {mail.sentAt
              ? writeMoment(mail.sentAt, site)
              : t("mails.waiting", { time: writeMoment(mail.createdAt, site) })}
            )
          </li>
        ))}
      </ul>
    </>
  );
}
