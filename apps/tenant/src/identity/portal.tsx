import { clientAddress, fieldErrors, networkOf, rateLimit } from "@concord/http";
import type { Clock } from "@concord/runtime";
import { DomainError } from "@concord/runtime";
import { type FormValues, localHref, type Site } from "@concord/ui";
import { type Context, Hono } from "hono";
import { demandTrial } from "../demand-trial.ts";
import { readMailbox } from "../notifications/index.ts";
import type { PortalContext, PortalEnv } from "../portal/environment.ts";
import { type Attempt, attempt, readForm } from "../portal/forms.ts";
import { completeSignIn } from "./complete-sign-in.ts";
import { linkMailKind } from "./link-mail.ts";
import { messages } from "./messages.ts";
import { type Actor, email, type Sessions, safeReturnPath, signInRequest } from "./model.ts";
import { type SignedIn, signInAtOnce } from "./sign-in-at-once.ts";
import { ConfirmPage, LinkSentPage, LinkSpentPage, SignedInPage, SignInPage } from "./views/sign-in.tsx";

export interface SignInDeps {
  readonly sessions: Sessions;
  readonly clock: Clock;
}

/** Sign-in by e-mail link. The link opens a page whose button posts, since mail scanners follow links. */
export function signInPortal({ sessions, clock }: SignInDeps): Hono<PortalEnv> {
  const app = new Hono<PortalEnv>();
  const slow = rateLimit({ clock, capacity: 20, perSecond: 20 / 600 });
  // However many networks ask, one mailbox is not flooded with links.
  const sparing = rateLimit({ clock, capacity: 20, perSecond: 20 / 1_800, key: askedAddress });
  app.get("/sign-in", (c) => {
    const site = c.get("site");
    const values = { to: c.req.query("to") ?? "", email: c.req.query("email") ?? "" };
    const { actor, tenant } = c.get("context");
    if (actor.kind !== "person")
      return c.html(<SignInPage site={site} values={values} atOnce={tenant.trial} />);
    // Whoever is asked for by name, and is that person already, goes straight on.
    if (values.to && values.email === actor.email) return c.redirect(onward(site, actor, values.to), 303);
    const again = `${localHref(site, "/sign-in")}?${new URLSearchParams(values)}`;
    return c.html(
      <SignedInPage site={site} actor={actor} onward={onward(site, actor, values.to)} again={again} />,
    );
  });
  app.post("/sign-in", slow, sparing, async (c) => {
    const { values } = await readForm(c);
    const sent = await attempt(c, [messages], () => requestLink(c, sessions, values));
    return sent.ok ? showSent(c, sent.value) : askAgain(c, values, sent);
  });
  app.post("/sign-in/at-once", slow, sparing, (c) => atOnce(c, sessions));
  app.get("/sign-in/confirm", (c) =>
    c.html(
      <ConfirmPage site={c.get("site")} token={c.req.query("token") ?? ""} to={c.req.query("to") ?? ""} />,
    ),
  );
  app.post("/sign-in/confirm", slow, async (c) => {
    const { values } = await readForm(c);
    const spent = await sessions.spendLink(String(values.token ?? ""));
    if (!spent) return c.html(<LinkSpentPage site={c.get("site")} />, 422);
    const actor = await completeSignIn(c.get("context"), spent.email);
    return goOn(c, { actor, cookies: spent.cookies }, values.to);
  });
  app.post("/sign-out", async (c) => {
    const { values } = await readForm(c);
    for (const cookie of await sessions.end(c.req.raw.headers))
      c.header("Set-Cookie", cookie, { append: true });
    return c.redirect(safeReturnPath(String(values.to ?? ""), localHref(c.get("site"), "/")), 303);
  });
  return app;
}

async function atOnce(c: PortalContext, sessions: Sessions): Promise<Response> {
  const context = c.get("context");
  demandTrial(context);
  const { values } = await readForm(c);
  const signed = await attempt(c, [messages], async () =>
    signInAtOnce(context, sessions, readRequest(values)),
  );
  return signed.ok ? goOn(c, signed.value, values.to) : askAgain(c, values, signed);
}

type Refused = Extract<Attempt<unknown>, { ok: false }>;

function askAgain(c: PortalContext, values: FormValues, { errors, status }: Refused) {
  const { tenant } = c.get("context");
  const page = <SignInPage site={c.get("site")} values={values} errors={errors} atOnce={tenant.trial} />;
  return c.html(page, status);
}

/** With the cookies of a session that has just begun. */
function goOn(c: PortalContext, { actor, cookies }: SignedIn, to: unknown): Response {
  for (const cookie of cookies) c.header("Set-Cookie", cookie, { append: true });
  return c.redirect(onward(c.get("site"), actor, String(to ?? "")), 303);
}

/** Where somebody who is signed in goes: where they wanted to, else to their own first page. */
function onward(site: Site, { roles, memberIds }: Actor, to: string): string {
  const start = roles.includes("officer") ? "/office" : memberIds.length > 0 ? "/member" : "/learn";
  return safeReturnPath(to, localHref(site, start));
}

/** What was typed as the address, known here or not; who typed none is counted by network. */
async function askedAddress(c: Context): Promise<string> {
  const { email: typed } = await c.req.parseBody();
  const parsed = email.safeParse(typed);
  return parsed.success ? parsed.data : networkOf(clientAddress(c));
}

/** In a trial with the way to the very message: its mailbox is open to everybody. */
async function showSent(c: PortalContext, address: string): Promise<Response> {
  const context = c.get("context");
  const mails = context.tenant.trial ? await readMailbox(context, { recipient: address }) : [];
  const mail = mails.find(({ kind }) => kind === linkMailKind);
  return c.html(<LinkSentPage site={c.get("site")} email={address} {...(mail ? { mailId: mail.id } : {})} />);
}

function readRequest(values: object) {
  const parsed = signInRequest.safeParse(values);
  if (!parsed.success) throw new DomainError("request.invalid", "invalid", {}, fieldErrors(parsed.error));
  return parsed.data;
}

async function requestLink(c: PortalContext, sessions: Sessions, values: object): Promise<string> {
  const { email: address, to } = readRequest(values);
  const { locale } = c.get("context");
  const returnTo = to ? { returnTo: safeReturnPath(to, "") } : {};
  await sessions.requestLink({ email: address, locale, ...returnTo });
  return address;
}
