/** What a check looks at, and what a rule may take exception from. */
export type Check =
  | "allowed"
  | "signed-out"
  | "wrong-role"
  | "empty-form"
  | "foreign"
  | "csrf"
  | "content-type"
  | "oversized";

export type Encoding = "form" | "multipart" | "json";
export type Headers = Readonly<Record<string, string>>;
export type Fields = Readonly<Record<string, unknown>>;

/** What the routes are tried on: an app, its origin, and whatever the rules need to find their objects. */
export interface RouteWorld {
  readonly app: {
    readonly routes: readonly { readonly method: string; readonly path: string }[];
    fetch(request: Request): Response | Promise<Response>;
  };
  readonly origin: string;
  close(): Promise<void>;
}

export interface Paths {
  /** A path, query included, that the actor may call. */
  readonly own: string;
  /** The same route on an object of somebody else, which the actor may not. */
  readonly foreign?: string;
}

export interface RouteRule<World extends RouteWorld> {
  /** As Hono has it: `POST /members/:id/approve`. */
  readonly route: string;
  /** The actors who may call it; all others are refused, and so is a visitor without a session. */
  readonly allow: "anyone" | readonly string[];
  /** Needed where the route has parameters. Asked for every request, so a write can get a fresh object each time. */
  readonly paths?: (world: World, actor: string | undefined) => Paths | Promise<Paths>;
  /** What an actor who may call it would send; empty unless given. */
  readonly body?: (world: World, actor: string | undefined) => Fields | Promise<Fields>;
  /** How the body is sent; the suite's `accepts` unless given. */
  readonly accepts?: Encoding;
  /** Refusals of what was sent, not of who sent it, that prove the caller got through: 422 for a form not filled in. */
  readonly reached?: readonly (404 | 409 | 422)[];
  /** A check that makes no sense on this route, and why. */
  readonly except?: Partial<Record<Check, string>>;
}

export interface RouteSecurity<World extends RouteWorld> {
  open(): Promise<World>;
  /** The request headers of each actor: a session's cookie or a bearer token. */
  readonly actors: Readonly<Record<string, (world: World) => Headers | Promise<Headers>>>;
  readonly rules: readonly RouteRule<World>[];
  /** The routes that this suite speaks for, where several share an app; all of them unless given. */
  readonly covers?: (route: string) => boolean;
  /** The app's limit; one byte more must be refused. */
  readonly maxBodyBytes: number;
  readonly accepts: Encoding;
  /** For cookies: a page with a form that this actor, or a visitor, may open; its `_csrf` field is read there. */
  readonly csrfPage?: (world: World, actor: string | undefined) => string;
  /** Where a portal sends visitors without a session; such a redirect counts as a refusal. */
  readonly signInPath?: string;
}

const writing = new Set(["POST", "PUT", "PATCH", "DELETE"]);

export function methodOf(rule: { readonly route: string }): string {
  return rule.route.split(" ")[0] ?? "";
}

export function isWrite(rule: { readonly route: string }): boolean {
  return writing.has(methodOf(rule));
}

export function hasParameters(rule: { readonly route: string }): boolean {
  return /[:*]/.test(rule.route);
}
