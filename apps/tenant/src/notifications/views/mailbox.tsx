import { writeMoment } from "@concord/runtime";
import { DescriptionList, EmptyState, localHref, Page, PageHeading, type Site, Table } from "@concord/ui";
import { messages } from "../messages.ts";

interface ShownMail {
  readonly id: string;
  readonly recipient: string;
  /** The language it is written in, which need not be the page's. */
  readonly locale: string;
  readonly subject: string;
  readonly bodyText: string;
  readonly createdAt: Date;
}

export function MailboxPage({
  site,
  mails,
  recipient,
}: {
  site: Site;
  mails: readonly ShownMail[];
  recipient?: string;
}) {
  const t = messages.in(site.locale);
  const mailbox = localHref(site, "/mailbox");
  const oldest = mails.at(-1);
  return (
    <Page site={site} title={t("mailbox.title")} width="wide" discreet>
      <PageHeading title={t("mailbox.title")} lead={t("mailbox.lead")} />
      {recipient && (
        <p>
          {t("mailbox.for", { email: recipient })}. <a href={mailbox}>{t("mailbox.all")}</a>
        </p>
      )}
      <Table
        caption={t("mailbox.title")}
        captionHidden
        columns={[
          {
            header: t("mailbox.subject"),
            cell: (mail) => (
              <a href={localHref(site, `/mailbox/${mail.id}`)} lang={mail.locale}>
                {mail.subject}
              </a>
            ),
          },
          { header: t("mailbox.to"), cell: (mail) => mail.recipient },
          { header: t("mailbox.date"), cell: (mail) => writeMoment(mail.createdAt, site) },
        ]}
        rows={mails}
        empty={<EmptyState title={t("mailbox.empty")}>{t("mailbox.empty-body")}</EmptyState>}
      />
      {oldest && mails.length === 50 && (
        <p>
          <a
            href={`${mailbox}?before=${oldest.createdAt.toISOString()}${recipient ? `&to=${encodeURIComponent(recipient)}` : ""}`}
          >
            {t("mailbox.older")}
          </a>
        </p>
      )}
    </Page>
  );
}

export function MailPage({ site, mail }: { site: Site; mail: ShownMail }) {
  const t = messages.in(site.locale);
  return (
    <Page
      site={site}
      title={mail.subject}
      discreet
      breadcrumb={[
        { href: localHref(site, "/mailbox"), label: t("mailbox.title") },
        { href: localHref(site, `/mailbox/${mail.id}`), label: mail.recipient, current: true },
      ]}
    >
      <div lang={mail.locale}>
        <PageHeading title={mail.subject} />
      </div>
      <DescriptionList
        items={[
          { term: t("mailbox.from"), detail: t("mailbox.from-discreet", { name: site.discreetName }) },
          { term: t("mailbox.to"), detail: mail.recipient },
          { term: t("mailbox.date"), detail: writeMoment(mail.createdAt, site) },
        ]}
      />
      <div class="usa-prose" lang={mail.locale}>
        {mail.bodyText.split(/\n\n+/).map((paragraph) => (
          <p>
            {paragraph.split("\n").map((line, at) => (
              <>
                {at > 0 && <br />}
                {withLinks(line)}
              </>
            ))}
          </p>
        ))}
      </div>
    </Page>
  );
}

/** Makes addresses links, as a mail program does. Our font lacks the hyphen that does not break, so a code is kept whole. */
function withLinks(text: string) {
  return text.split(/(https?:\/\/\S+|\S+\u2011\S+\w)/).map((part) => {
    if (/^https?:\/\//.test(part)) return <a href={part}>{part}</a>;
    if (!part.includes("\u2011")) return part;
    return <span class="cc-whole">{part.replaceAll("\u2011", "-")}</span>;
  });
}
