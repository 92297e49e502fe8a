import {
  type Fields,
  type Headers,
  isWrite,
  methodOf,
  type RouteRule,
  type RouteSecurity,
  type RouteWorld,
} from "./rules.ts";

export interface CallOptions {
  readonly csrf?: "own" | "none" | "someone's";
  readonly path?: "own" | "foreign";
  /** Sends the form with nothing filled in. */
  readonly empty?: boolean;
  /** Replaces the body and its type. */
  readonly raw?: { readonly type: string; readonly body: string };
}

/** Sends one route's requests as this or that actor would. */
export class Caller<World extends RouteWorld> {
  readonly #suite: RouteSecurity<World>;
  readonly #world: World;

  constructor(suite: RouteSecurity<World>, world: World) {
    this.#suite = suite;
    this.#world = world;
  }

  async call(
    rule: RouteRule<World>,
    actor: string | undefined,
    options: CallOptions = {},
  ): Promise<Response> {
    const path = await this.pathOf(rule, actor, options.path ?? "own");
    let headers = await this.#headersOf(actor);
    let fields: Fields = {};
    if (isWrite(rule)) {
      if (!options.empty) fields = (await rule.body?.(this.#world, actor)) ?? {};
      const token = await this.#tokenFor(headers, actor, options.csrf ?? "own");
      headers = { ...headers, ...token?.headers };
      if (token) fields = { ...fields, _csrf: token.value };
    }
    const content = isWrite(rule)
      ? (options.raw ?? encode(fields, rule.accepts ?? this.#suite.accepts))
      : undefined;
    const request = new Request(new URL(path ?? "/", this.#world.origin), {
      method: methodOf(rule),
      headers: { ...headers, ...(content?.type && { "content-type": content.type }) },
      ...(content && { body: content.body }),
    });
    return this.#world.app.fetch(request);
  }

  async pathOf(
    rule: RouteRule<World>,
    actor: string | undefined,
    which: "own" | "foreign",
  ): Promise<string | undefined> {
    if (!rule.paths) return which === "own" ? rule.route.split(" ")[1] : undefined;
    return (await rule.paths(this.#world, actor))[which];
  }

  async #headersOf(actor: string | undefined): Promise<Headers> {
    if (actor === undefined) return {};
    const headers = this.#suite.actors[actor];
    if (!headers) throw new Error(`no actor is called ${actor}`);
    return headers(this.#world);
  }

  /** A visitor's form is bound to a cookie of its own, so the cookies of the page come along. */
  async #tokenFor(headers: Headers, actor: string | undefined, whose: CallOptions["csrf"]) {
    const { csrfPage } = this.#suite;
    if (!csrfPage || whose === "none") return undefined;
    const owner = whose === "own" ? actor : undefined;
    const page = new URL(csrfPage(this.#world, owner), this.#world.origin);
    const response = await this.#world.app.fetch(
      new Request(page, { headers: whose === "own" ? headers : {} }),
    );
    const value = /name="_csrf"[^>]*value="([^"]+)"|value="([^"]+)"[^>]*name="_csrf"/.exec(
      await response.text(),
    );
    const token = value?.[1] ?? value?.[2];
    if (token === undefined)
      throw new Error(`${page.pathname} (${response.status}) has no _csrf field for ${owner ?? "a visitor"}`);
    // Somebody else's token comes without the cookie that makes it valid.
    return { value: token, headers: whose === "own" ? withCookies(headers, response) : {} };
  }
}

function withCookies(headers: Headers, response: Response): Headers {
  const added = response.headers.getSetCookie().map((cookie) => cookie.split(";")[0] ?? "");
  return added.length === 0 ? {} : { cookie: [headers.cookie, ...added].filter(Boolean).join("; ") };
}

function encode(
  fields: Fields,
  encoding: "form" | "multipart" | "json",
): { type?: string; body: string | FormData } {
  if (encoding === "json") return { type: "application/json", body: JSON.stringify(fields) };
  const entries = Object.entries(fields).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map((one): [string, unknown] => [name, one]),
  );
  if (encoding === "multipart") {
    const form = new FormData();
    for (const [name, value] of entries) form.append(name, value instanceof Blob ? value : String(value));
    return { body: form };
  }
  const form = new URLSearchParams(entries.map(([name, value]): [string, string] => [name, String(value)]));
  return { type: "application/x-www-form-urlencoded", body: form.toString() };
}
