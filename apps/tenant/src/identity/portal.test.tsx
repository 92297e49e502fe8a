import { Visitor } from "@concord/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { tenantHarness } from "../../test/harness.ts";
import { verifyChain } from "../audit/verify-chain.ts";

let tenant: Awaited<ReturnType<typeof tenantHarness>>;

beforeAll(async () => {
  tenant = await tenantHarness();
});
afterAll(() => tenant.close());

test("an e-mail link signs in once, by a button and not by being opened", async () => {
  const visitor = tenant.visitor();
  await visitor.open("/sign-in");
  await visitor.submit("/sign-in", { email: "Ada@Example.com" });
  expect(visitor.text).toContain("ada@example.com");
  expect(visitor.text.match(/ask for a new link/gi)).toHaveLength(1);
  // A trial shows the way to this very message, not to the list.
  await visitor.open(visitor.link(/\/mailbox\/mai_\w+$/));
  expect(visitor.text).toContain("ada@example.com");
  expect(visitor.text).toContain("Nov 2, 2026, 9:00 AM CST");
  const link = /href="http:\/\/[^/"]+(\/sign-in\/confirm[^"]*)"/.exec(visitor.seen.html)?.[1] ?? "";
  await visitor.open(link);
  await visitor.open("/office/people");
  expect(visitor.seen.status).toBe(401);
  await visitor.open(link);
  await visitor.submit("/sign-in/confirm");
  expect(visitor.seen.path).toBe("/learn");
  const other = tenant.visitor();
  await other.open(link);
  await other.submit("/sign-in/confirm");
  expect(other.seen.status).toBe(422);
  expect(other.text).toContain("This link no longer works");
  expect(other.text.match(/new (link|one)/gi)).toHaveLength(1);
});

test("who asks in Spanish gets a Spanish message, in the list as it is, and a Spanish page behind its link", async () => {
  const visitor = tenant.visitor();
  await visitor.open("/sign-in");
  await visitor.submit("/sign-in", { email: "gil@example.com" });
  await visitor.open("/es/sign-in");
  await visitor.submit("/es/sign-in", { email: "gil@example.com" });
  const message = visitor.link(/\/es\/mailbox\/mai_\w+$/);
  await visitor.open("/es/mailbox?to=gil@example.com");
  expect(visitor.seen.html).toMatch(/lang="es">Su enlace para entrar<[\s\S]*lang="en">Your sign-in link</);
  await visitor.open(message);
  expect(visitor.text).toContain("Alguien, probablemente usted, pidió iniciar sesión");
  await visitor.open(visitor.link(/\/es\/sign-in\/confirm\?/));
  expect(visitor.text).toContain("Termine de iniciar sesión");
});

test("a trial signs in at once where one asks for it, and its record says so; the mail is there as ever", async () => {
  await tenant.officer("olga@office.example");
  const visitor = tenant.visitor();
  await visitor.open("/es/sign-in?email=olga%40office.example&to=/es/office/people");
  expect(visitor.text).toContain("Entrar enseguida (solo en la prueba)");
  await visitor.submit("/es/sign-in/at-once", { email: "no" });
  expect(visitor.seen.status).toBe(422);
  await visitor.submit("/es/sign-in/at-once", { email: "Olga@office.example " });
  expect([visitor.seen.status, visitor.seen.path]).toEqual([200, "/es/office/people"]);
  await visitor.open("/office/audit");
  expect(visitor.text).toContain("identity.signed-in-at-once");
  const mailed = tenant.visitor();
  await mailed.open("/mailbox?to=olga@office.example");
  await mailed.open(mailed.link(/\/mailbox\/mai_\w+$/));
  await mailed.open(mailed.link(/\/sign-in\/confirm\?/));
  await mailed.submit("/sign-in/confirm");
  expect(mailed.seen.status).toBe(422);
  const away = tenant.visitor();
  await away.open("/sign-in?to=//evil.example/");
  await away.submit("/sign-in/at-once", { email: "gail@example.com" });
  expect(away.seen.path).toBe("/learn");
});

test("a sign-in goes on to a page of this site and to no other", async () => {
  const away = tenant.visitor();
  await away.signIn("bram@example.com", "//evil.example/");
  expect(away.seen.path).toBe("/learn");
  const home = tenant.visitor();
  await home.signIn("celia@example.com", "/members");
  expect(home.seen.path).toBe("/members");
});

test("who is signed in already is told as whom, can go on, or sign out and come back as somebody else", async () => {
  const visitor = tenant.visitor();
  await visitor.signIn("dana@example.com");
  await visitor.open("/es/sign-in?email=eli%40example.com&to=/es/members");
  expect(visitor.text).toContain("Ya inició sesión");
  expect(visitor.text).toContain("Como dana@example.com.");
  expect(visitor.seen.html).toMatch(/<a [^>]*href="\/es\/members"[^>]*>Continuar/);
  expect(visitor.seen.html).not.toContain('name="email"');
  expect(visitor.seen.html).toContain('value="/es/sign-in?to=%2Fes%2Fmembers&amp;email=eli%40example.com"');
  await visitor.submit("/sign-out", { to: "/sign-in?email=eli%40example.com&to=%2Fmembers" });
  expect(visitor.seen.html).toContain('value="eli@example.com"');
});

test("a sign-out goes on to a page of this site and to no other", async () => {
  const visitor = tenant.visitor();
  await visitor.signIn("fay@example.com");
  await visitor.submit("/sign-out", { to: "//evil.example/" });
  expect(visitor.seen.path).toBe("/");
});

test("one address is sent only so many links, from however many networks they are asked for", async () => {
  const asked = async (email: string, network: number) => {
    const env = { incoming: { socket: { remoteAddress: `198.51.100.${network}` } } };
    const from = { ...tenant.instance, fetch: (request: Request) => tenant.instance.fetch(request, env) };
    const visitor = new Visitor(from, tenant.tenant.origin);
    await visitor.open("/sign-in");
    return (await visitor.submit("/sign-in", { email })).status;
  };
  for (let network = 0; network < 20; network++) {
    expect(await asked("flooded@example.com", network)).toBe(200);
  }
  expect(await asked("Flooded@example.com ", 20)).toBe(429);
  expect(await asked("another@example.com", 20)).toBe(200);
  tenant.clock.advance(91_000);
  expect(await asked("flooded@example.com", 21)).toBe(200);
});

test("an address that is none comes back with what was typed, in Spanish too", async () => {
  const visitor = tenant.visitor();
  await visitor.open("/es/sign-in");
  await visitor.submit("/es/sign-in", { email: "no es un correo" });
  expect(visitor.seen.status).toBe(422);
  expect(visitor.seen.html).toContain('value="no es un correo"');
  expect(visitor.text).toContain("Escriba un correo electrónico");
});

test("an officer appoints another and cannot take the role from themselves; the audit says so", async () => {
  const officer = await tenant.officer("olive@office.example");
  const visitor = tenant.visitor();
  await visitor.signIn("olive@office.example");
  expect(visitor.seen.path).toBe("/office");
  await visitor.open("/office/people");
  await visitor.submit("/office/people", { name: "Perla Officer", email: "perla@office.example" });
  expect(visitor.text).toContain("perla@office.example");
  expect(visitor.text).toContain("Done: The person is an officer now and can sign in.");
  await visitor.submit(`/office/people/${officer.id}/revoke`);
  expect(visitor.seen.status).toBe(409);
  expect(visitor.text).toContain("You cannot take the role from yourself");
  await visitor.open("/office/audit?check=chain");
  expect(visitor.text).toContain("identity.role-granted");
  expect(visitor.text).toContain("The chain is whole");
  expect(await verifyChain(tenant.tenant.database.db)).toMatchObject({ verified: true });
});

test("a token is shown once, works within its scopes, and not after it was revoked", async () => {
  await tenant.officer("olive@office.example");
  tenant.clock.advance(60_000);
  const visitor = tenant.visitor();
  await visitor.signIn("olive@office.example", "/office/people");
  await visitor.submit("/office/tokens", { name: "A payroll system", scopes: "members:read", days: "30" });
  const token = /cct_[\w-]{43}/.exec(visitor.seen.html)?.[0] ?? "";
  expect(token).not.toBe("");
  await visitor.open("/office/people");
  expect(visitor.seen.html).not.toContain(token);
  const call = () =>
    tenant.instance.fetch(
      new Request("http://tenant.localhost/api/v1/members", {
        headers: { authorization: `Bearer ${token}` },
      }),
    );
  expect((await call()).status).not.toBe(401);
  const id = /\/office\/tokens\/(tok_\w+)\/revoke/.exec(visitor.seen.html)?.[1];
  await visitor.submit(`/office/tokens/${id}/revoke`);
  expect(visitor.text).toContain("Done: The token is revoked.");
  expect((await call()).status).toBe(401);
});
