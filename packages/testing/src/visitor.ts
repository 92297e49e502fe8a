import type { AnswersRequests } from "./local-site.ts";

type Fields = Readonly<Record<string, string | readonly string[] | File>>;

export interface Seen {
  readonly status: number;
  readonly headers: Headers;
  readonly path: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly html: string;
}

const entities: Readonly<Record<string, string>> = {
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
  "&amp;": "&",
};

/** A browser without scripts: keeps cookies, posts the forms of the page it is on, follows 303. */
export class Visitor {
  readonly #site: AnswersRequests;
  readonly #origin: string;
  readonly #cookies = new Map<string, string>();
  #seen: Seen | undefined;

  /** With the cookies of somebody who signed in already, where they are given. */
  constructor(site: AnswersRequests, origin: string, cookies = "") {
    this.#site = site;
    this.#origin = origin;
    for (const [, name = "", value = ""] of cookies.matchAll(/([^=;\s]+)=([^;]*)/g))
      this.#cookies.set(name, value);
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
    const bare = this.seen.html
      .replaceAll(/<(script|style|svg)[\s\S]*?<\/\1>/g, " ")
      .replaceAll(/<[^>]+>/g, " ");
    return decoded(bare).replaceAll(/\s+/g, " ");
  }

  /** The first link of the page whose address matches, as a browser would open it. */
  link(address: RegExp): string {
    const hrefs = [...this.seen.html.matchAll(/href="([^"]*)"/g)].map(([, href = ""]) => decoded(href));
    const found = hrefs.find((href) => address.test(href));
    if (!found) throw new Error(`${this.seen.path} (${this.seen.status}) has no link ${address}`);
    return found;
  }

  open(path: string): Promise<Seen> {
    return this.#request(path, { method: "GET" });
  }

  /** Posts the form of this page whose address, or a button's own, is or ends with `action`, with its hidden fields. */
  submit(action: string, fields: Fields = {}): Promise<Seen> {
    const found = this.#form(action);
    const form = new FormData();
    for (const [name, value] of found.hidden) if (!(name in fields)) form.append(name, value);
    for (const [name, value] of Object.entries(fields)) {
      if (value instanceof File) form.append(name, value);
      else for (const one of [value].flat()) form.append(name, one);
    }
    const upload = [...form.values()].some((value) => value instanceof File);
    const body = upload
      ? form
      : new URLSearchParams([...form].map(([name, value]): [string, string] => [name, String(value)]));
    return this.#request(found.action, { method: "POST", body });
  }

  /** Signs in by e-mail link, as the trial's mailbox shows it, on the way to `to` and in its language. */
  async signIn(email: string, to = ""): Promise<Seen> {
    const prefix = /^\/[a-z]{2}(?=\/|$)/.exec(to)?.[0] ?? "";
    await this.open(`${prefix}/sign-in?to=${encodeURIComponent(to)}`);
    await this.submit("/sign-in", { email });
    await this.open(`${prefix}/mailbox?to=${encodeURIComponent(email)}`);
    await this.open(this.link(/\/mailbox\/mai_\w+$/));
    await this.open(this.link(/\/sign-in\/confirm\?/));
    return this.submit("/sign-in/confirm");
  }

  #form(action: string): { action: string; hidden: [string, string][] } {
    for (const form of this.seen.html.match(/<form[\s\S]*?<\/form>/g) ?? []) {
      const targets = form.matchAll(/<(?:form|button)[^>]*\s(?:form)?action="([^"]*)"/g);
      const target = [...targets].map(([, href = ""]) => decoded(href)).find((href) => href.endsWith(action));
      if (target === undefined) continue;
      const inputs = form.match(/<input[^>]*type="hidden"[^>]*>/g) ?? [];
      const hidden = inputs.map((input): [string, string] => [
        decoded(/\sname="([^"]*)"/.exec(input)?.[1] ?? ""),
        decoded(/\svalue="([^"]*)"/.exec(input)?.[1] ?? ""),
      ]);
      return { action: target, hidden };
    }
    throw new Error(`${this.seen.path} (${this.seen.status}) has no form that posts to ${action}`);
  }

  async #request(path: string, init: RequestInit): Promise<Seen> {
    const url = new URL(path, this.#origin);
    const headers = new Headers({ host: url.host, cookie: this.cookies });
    if (init.method === "POST") headers.set("origin", this.#origin);
    const response = await this.#site.fetch(new Request(url, { ...init, headers, redirect: "manual" }));
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
      bytes,
      html: new TextDecoder().decode(bytes),
    };
    return this.#seen;
  }
}

function decoded(text: string): string {
  return text.replaceAll(/&(?:lt|gt|quot|#39|amp);/g, (entity) => entities[entity] ?? entity);
}
