export interface Mail {
  readonly to: string;
  readonly from: string | { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** How mail leaves the house; SMTP in production. */
export interface MailTransport {
  send(mail: Mail): Promise<void>;
}

/** A transport that keeps what it was given, oldest first. */
export function captureMail(): MailTransport & { readonly sent: Mail[] } {
  const sent: Mail[] = [];
  return {
    sent,
    send: async (mail) => {
      sent.push(mail);
    },
  };
}
