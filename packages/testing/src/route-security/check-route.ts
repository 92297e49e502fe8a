import { Caller, type CallOptions } from "./caller.ts";
import {
  type Check,
  hasParameters,
  isWrite,
  type RouteRule,
  type RouteSecurity,
  type RouteWorld,
} from "./rules.ts";

/** What goes wrong on one route, in plain words; nothing when it holds. */
export async function checkRoute<World extends RouteWorld>(
  suite: RouteSecurity<World>,
  world: World,
  rule: RouteRule<World>,
): Promise<string[]> {
  const faults: string[] = [];
  for (const [check, run] of Object.entries(checks<World>())) {
    if (isExcepted(rule, check)) continue;
    for (const fault of await run({ suite, world, rule, caller: new Caller(suite, world) })) {
      faults.push(`${rule.route}, ${check}: ${fault}`);
    }
  }
  return faults;
}

interface Case<World extends RouteWorld> {
  readonly suite: RouteSecurity<World>;
  readonly world: World;
  readonly rule: RouteRule<World>;
  readonly caller: Caller<World>;
}

type Run<World extends RouteWorld> = (one: Case<World>) => Promise<string[]>;

/** In this order: what is refused leaves things as they were, what is allowed may not. */
function checks<World extends RouteWorld>(): Record<Check, Run<World>> {
  return {
    "signed-out": (one) => (one.rule.allow === "anyone" ? none() : expectRefusal(one, undefined)),
    "wrong-role": wrongRole,
    "empty-form": emptyForm,
    foreign,
    csrf,
    "content-type": contentType,
    oversized,
    allowed,
  };
}

function isExcepted(rule: { except?: Partial<Record<string, string>> }, check: string): boolean {
  return rule.except?.[check] !== undefined;
}

const none = async (): Promise<string[]> => [];

/** Who sends the requests whose sender is right and whose form is wrong. */
function callers<World extends RouteWorld>(rule: RouteRule<World>): readonly (string | undefined)[] {
  return rule.allow === "anyone" ? [undefined] : rule.allow;
}

async function wrongRole<World extends RouteWorld>(one: Case<World>): Promise<string[]> {
  return (await Promise.all(others(one).map((actor) => expectRefusal(one, actor)))).flat();
}

/** A form that is judged before its sender would come back, page and all, to anybody who posts nonsense. */
async function emptyForm<World extends RouteWorld>(one: Case<World>): Promise<string[]> {
  if (one.rule.allow === "anyone" || !one.rule.body || one.suite.accepts === "json") return [];
  const senders = [undefined, ...others(one)];
  return (await Promise.all(senders.map((actor) => expectRefusal(one, actor, { empty: true })))).flat();
}

/** The actors who must not get through. */
function others<World extends RouteWorld>({ rule, suite }: Case<World>): string[] {
  if (rule.allow === "anyone") return [];
  return Object.keys(suite.actors).filter((actor) => !rule.allow.includes(actor));
}

async function foreign<World extends RouteWorld>(one: Case<World>): Promise<string[]> {
  if (one.rule.allow === "anyone" || !hasParameters(one.rule)) return [];
  const faults: string[] = [];
  for (const actor of one.rule.allow) {
    if ((await one.caller.pathOf(one.rule, actor, "foreign")) === undefined) {
      faults.push(`give ${actor} a foreign path, or say in \`except\` why there is none`);
    } else faults.push(...(await expectRefusal(one, actor, { path: "foreign" })));
  }
  return faults;
}

async function csrf<World extends RouteWorld>(one: Case<World>): Promise<string[]> {
  if (!one.suite.csrfPage || !isWrite(one.rule)) return [];
  const [actor] = callers(one.rule);
  return [
    ...(await expectStatus(one, actor, [403], { csrf: "none" }, "without a token")),
    ...(await expectStatus(one, actor, [403], { csrf: "someone's" }, "with somebody else's token")),
  ];
}

async function contentType<World extends RouteWorld>(one: Case<World>): Promise<string[]> {
  if (!isWrite(one.rule)) return [];
  const [actor] = callers(one.rule);
  const raw = { type: "text/plain", body: '{"_csrf":"x"}' };
  return expectStatus(one, actor, [400, 403, 415, 422], { raw }, "as text/plain");
}

async function oversized<World extends RouteWorld>(one: Case<World>): Promise<string[]> {
  if (!isWrite(one.rule)) return [];
  const [actor] = callers(one.rule);
  const encoding = one.rule.accepts ?? one.suite.accepts;
  const type = encoding === "json" ? "application/json" : "application/x-www-form-urlencoded";
  const raw = { type, body: "a".repeat(one.suite.maxBodyBytes + 1) };
  return expectStatus(one, actor, [413], { raw }, "too large");
}

/** Without this, a route that refuses everybody, or a path that does not exist, would pass all the rest. */
async function allowed<World extends RouteWorld>(one: Case<World>): Promise<string[]> {
  const faults: string[] = [];
  for (const actor of callers(one.rule)) {
    const response = await one.caller.call(one.rule, actor);
    const reached = one.rule.reached?.some((status) => status === response.status) ?? false;
    if ((response.status >= 400 && !reached) || isToSignIn(one, response)) {
      faults.push(`${actor ?? "a visitor"} got ${describe(response)}`);
    }
  }
  return faults;
}

async function expectRefusal<World extends RouteWorld>(
  one: Case<World>,
  actor: string | undefined,
  options: CallOptions = {},
): Promise<string[]> {
  const response = await one.caller.call(one.rule, actor, options);
  const refused =
    [401, 403, 404].includes(response.status) || (actor === undefined && isToSignIn(one, response));
  return refused ? [] : [`${actor ?? "a visitor"} got ${describe(response)}`];
}

async function expectStatus<World extends RouteWorld>(
  one: Case<World>,
  actor: string | undefined,
  statuses: readonly number[],
  options: CallOptions,
  what: string,
): Promise<string[]> {
  const response = await one.caller.call(one.rule, actor, options);
  if (statuses.includes(response.status)) return [];
  return [`${what}, ${actor ?? "a visitor"} got ${describe(response)} and not ${statuses.join(" or ")}`];
}

function isToSignIn<World extends RouteWorld>(one: Case<World>, response: Response): boolean {
  const { signInPath } = one.suite;
  const location = response.headers.get("location");
  if (!signInPath || !location || response.status < 300 || response.status > 399) return false;
  return new URL(location, one.world.origin).pathname.endsWith(signInPath);
}

function describe(response: Response): string {
  const location = response.headers.get("location");
  return location ? `${response.status} to ${location}` : String(response.status);
}
