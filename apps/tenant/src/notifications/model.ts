/** A message as a slice asks for it: already in the reader's language, with at most one link. */
export interface MailRequest {
  readonly to: string;
  readonly locale: string;
  /** Kind of message, `slice.event`, for lists and counts. */
  readonly kind: string;
  readonly subject: string;
  /** Lines at the end of one that begin with "- " are a list. One that is the link's address is where the link stands. */
  readonly paragraphs: readonly string[];
  /** Comes last unless a paragraph says where. */
  readonly link?: { readonly label: string; readonly url: string };
  /** What the message is about, so that a member's page can show what was sent. */
  readonly about?: { readonly kind: string; readonly id: string };
}

/** A message as it travels. */
export interface Mail {
  readonly to: string;
  /** A name and an address, `"Name" <address>` (RFC 5322). */
  readonly from: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface MailTransport {
  send(mail: Mail): Promise<void>;
}

export interface MailFrame {
  readonly locale: string;
  readonly footer: readonly string[];
  /** The demonstration notice of an instance that is not official. */
  readonly notice?: string;
}

/** Only the program's discreet name shows in an inbox: an exploiter may read over somebody's shoulder. */
export function senderLine(discreetName: string, address: string): string {
  return `"${discreetName.replaceAll(/["\\\r\n]/g, "")}" <${address}>`;
}

/** Lays out a request as plain text and as HTML with no image, style or tracker. */
export function composeMail(request: MailRequest, frame: MailFrame): { text: string; html: string } {
  const { link, paragraphs } = request;
  const parts = link && !paragraphs.includes(link.url) ? [...paragraphs, link.url] : paragraphs;
  const written = parts.map((part) => (part === link?.url ? `${link.label}:\n${link.url}` : part));
  const lines = [frame.notice, ...written, "-- ", frame.footer.join("\n")];
  const text = `${lines.filter((line) => line !== undefined).join("\n\n")}\n`;
  const body = [
    ...(frame.notice ? [`<p><strong>${escapeHtml(frame.notice)}</strong></p>`] : []),
    ...parts.map((part) =>
      part === link?.url
        ? `<p><a href="${escapeHtml(link.url)}">${escapeHtml(link.label)}</a></p>`
        : htmlParagraph(part),
    ),
    `<hr><p>${frame.footer.map(escapeHtml).join("<br>")}</p>`,
  ];
  const html = `<!doctype html><html lang="${escapeHtml(frame.locale)}"><head><meta charset="utf-8"><title>${escapeHtml(request.subject)}</title></head><body>${body.join("")}</body></html>`;
  return { text, html };
}

function htmlParagraph(paragraph: string): string {
  const lines = paragraph.split("\n").map(escapeHtml);
  const list = lines.findLastIndex((line) => !line.startsWith("- ")) + 1;
  const items = lines.slice(list).map((line) => `<li>${line.slice(2)}</li>`);
  return [
    ...(list > 0 ? [`<p>${lines.slice(0, list).join("<br>")}</p>`] : []),
    ...(items.length > 0 ? [`<ul>${items.join("")}</ul>`] : []),
  ].join("");
}

export function escapeHtml(text: string): string {
  const entities: Record<string, string> = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "'": "&#39;",
  };
  return text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? character);
}
