import type { TenantInstance } from "../src/app.ts";

type Fields = Readonly<Record<string, string | readonly string[] | File>>;

export interface Seen {
  readonly status: number;
  readonly headers: Headers;
  readonly path: string;
  readonly html: string;
  readonly bytes: Uint8Array;
}

/** A browser without scripts: keeps cookies, sends a form's own token, follows 303. */
export class Visitor {
  readonly #instance: TenantInstance;
  readonly #origin: string;
  readonly #cookies = new Map<string, string>();
  #seen: Seen | undefined;

  constructor(instance: TenantInstance, origin: string) {
    this.#instance = instance;
    this.#origin = origin;
  }

  get seen(): Seen {
    if (!this.#seen) throw new Error("nothing was opened yet");
    return this.#seen;
  }

  get cookies(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  }

  /** What a person reads of the page, without markup. */
  get text(): string {
    return this.seen.html
      .replaceAll(/<(script|style|svg)[\s\S]*?<\/\1>/g, " ")
      .replaceAll(/<[^>]+>/g, " ")
      .replaceAll("&amp;", "&")
      .replaceAll("&#39;", "'")
      .replaceAll("&quot;", '"')
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll(/\s+/g, " ");
  }

  async open(path: string): Promise<Seen> {
    return this.#request(path, { method: "GET" });
  }

  /** Posts the form of the page last opened whose action is `action`, with its hidden fields. */
  async submit(action: string, fields: Fields = {}): Promise<Seen> {
    const form = new FormData();
    for (const [name, value] of this.#hiddenFields(action)) if (!(name in fields)) form.append(name, value);
    for (const [name, value] of Object.entries(fields)) {
      for (const one of value instanceof File || typeof value === "string" ? [value] : value)
        form.append(name, one);
    }
    const upload = [...form.values()].some((value) => value instanceof File);
    const body = upload
      ? form
      : new URLSearchParams([...form].map(([name, value]): [string, string] => [name, String(value)]));
    return this.#request(action, { method: "POST", body });
  }

  /** Signs in by e-mail link, as the trial's mailbox shows it. */
  async signIn(email: string, to = ""): Promise<Seen> {
    await this.open(`/sign-in?to=${encodeURIComponent(to)}`);
    await this.submit("/sign-in", { email });
    await this.open(`/mailbox?to=${encodeURIComponent(email)}`);
    const mail = /href="(?:\/\w\w)?(\/mailbox\/mai_\w+)"/.exec(this.seen.html)?.[1] ?? "";
    await this.open(mail);
    const link = /href="http:\/\/[^/"]+(\/[^"]*sign-in\/confirm[^"]*)"/
      .exec(this.seen.html)?.[1]
      ?.replaceAll("&amp;", "&");
    if (!link) throw new Error(`no sign-in link for ${email}`);
    await this.open(link);
    return this.submit("/sign-in/confirm");
  }

  #hiddenFields(action: string): [string, string][] {
    const forms = this.seen.html.match(/<form[\s\S]*?<\/form>/g) ?? [];
    const form = forms.find((one) =>
      new RegExp(`action="(?:/\\w\\w)?${action.replaceAll(/[/?.]/g, "\\$&")}"`).test(one),
    );
    if (!form) throw new Error(`the page has no form that posts to ${action}`);
    return (form.match(/<input[^>]*type="hidden"[^>]*>/g) ?? []).map((input) => [
      /name="([^"]*)"/.exec(input)?.[1] ?? "",
      (/value="([^"]*)"/.exec(input)?.[1] ?? "").replaceAll("&amp;", "&"),
    ]);
  }

  async #request(path: string, init: RequestInit): Promise<Seen> {
    const url = new URL(path, this.#origin);
    const headers = new Headers({
      host: url.host,
      cookie: this.cookies,
    });
    if (init.method === "POST") headers.set("origin", this.#origin);
    const response = await this.#instance.fetch(new Request(url, { ...init, headers, redirect: "manual" }));
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (value === "" || /max-age=0/i.test(cookie)) this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
    const location = response.headers.get("location");
    if (response.status === 303 && location) return this.#request(location, { method: "GET" });
    const bytes = new Uint8Array(await response.arrayBuffer());
    this.#seen = {
      status: response.status,
      headers: response.headers,
      path: url.pathname + url.search,
      html: new TextDecoder().decode(bytes),
      bytes,
    };
    return this.#seen;
  }
}
