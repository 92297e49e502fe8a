import type { Visitor } from "@concord/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sampleTraining } from "../../test/sample-training.ts";
import { trialNetwork } from "../../test/trial-network.ts";
import { createApiToken } from "../identity/tokens.ts";
import { createTraining, editTraining, publishLocally } from "../trainings/index.ts";

let net: Awaited<ReturnType<typeof trialNetwork>>;
let ms: (typeof net)["tenants"][number];
let al: (typeof net)["tenants"][number];
let mississippi: Visitor;
let alabama: Visitor;
let trainingId: string;
let item: string;

beforeAll(async () => {
  net = await trialNetwork(["ms", "al"]);
  [ms, al] = net.tenants as [typeof ms, typeof al];
  for (const tenant of [ms, al]) await tenant.officer("olive@office.example");
  [mississippi, alabama] = [ms.visitor(), al.visitor()];
  for (const visitor of [mississippi, alabama]) await visitor.signIn("olive@office.example");
  trainingId = await offer("Night shift");
});
afterAll(() => net.close());

async function offer(title: string) {
  const officer = ms.context(await ms.officer("olive@office.example"));
  const { id } = await createTraining(officer, { body: sampleTraining(title) });
  await publishLocally(officer, { trainingId: id });
  return id;
}

const review = () => `/office/network/incoming/${item}`;

test("an officer publishes what the catalogue offers, and an empty list says what to do", async () => {
  await alabama.open("/office/network/incoming");
  expect(alabama.text).toContain("Nothing here");
  await mississippi.open("/office/network/published");
  expect(mississippi.text).toContain("Ready to publish");
  await mississippi.submit(`/office/trainings/${trainingId}/publish`);
  expect(mississippi.text).toContain("It was signed and published");
  expect(mississippi.text).toContain("Nobody yet");
});

test("the other office asks, reads the whole content and what it is, and nothing is promised", async () => {
  await alabama.open("/office/network");
  expect(alabama.text).toContain("Not heard from yet");
  expect(alabama.text).toContain("Nothing needs you");
  await alabama.submit("/office/network/sync");
  expect(alabama.text).toMatch(/Last check .*: 1 new/);
  expect(alabama.text).toContain("1 item waits for your decision");
  await alabama.open("/office/network/incoming");
  expect(alabama.text).toContain("Waiting for your decision (1)");
  item = /incoming\/(us-ms\.[\w-]+)/.exec(alabama.seen.html)?.[1] ?? "";
  await alabama.open(review());
  expect(alabama.text).toContain("Lesson 1: First lesson");
  expect(alabama.text).toContain("Mississippi Businesses Against Trafficking");
  expect(alabama.text).toContain("CC BY 4.0");
  expect(alabama.text).toContain("Approval for continuing education does not come with it");
  expect(alabama.seen.html).toMatch(/href="#adopting"[\s\S]*<h2 id="adopting" tabindex="-1">/);
  expect(alabama.text).toContain("People in Alabama will see it in your catalog as “Night shift”");
  const { office, program } = al.tenant.profile;
  for (const own of [office.email, `${program.acronym}, ${office.name.en}`])
    expect(alabama.seen.html).toContain(`value="${own}"`);
  await alabama.open(`/es${review()}`);
  expect(alabama.text).toContain("Lección 1: First lesson (es)");
  expect(alabama.text).not.toContain("Decline");
});

test("a faulty contact comes back with what was typed", async () => {
  await alabama.open(review());
  await alabama.submit(`${review()}/adopt`, {
    "contacts.0.label.en": "Desk 334-555-0142",
    "contacts.0.phone": "334-555-0142",
  });
  expect(alabama.seen.status).toBe(422);
  expect(alabama.text).toContain("Put phone numbers in the phone field");
  expect(alabama.seen.html).toContain('value="Desk 334-555-0142"');
});

test("it is adopted with local contacts, law and wording, which the form shows again", async () => {
  await alabama.submit(`${review()}/adopt`, {
    "contacts.0.label.en": "Alabama desk",
    "contacts.0.label.es": "Oficina de Alabama",
    "contacts.0.phone": "334-555-0142",
    "lawNotes.0.title.en": "Signs",
    "lawNotes.0.title.es": "Carteles",
    "lawNotes.0.markdown.en": "Certain places must post a sign.",
    "lawNotes.0.markdown.es": "Ciertos lugares deben exhibir un cartel.",
    "lawNotes.0.citation": "A rule that the office recorded",
    "texts.0.path": "summary",
    "texts.0.language": "en",
    "texts.0.text": "What to look for in Alabama",
  });
  expect(alabama.text).toContain("It is in your catalog now");
  const taken = /role="status".*?href="(\/trainings\/trn_[0-9a-f]+)"/s.exec(alabama.seen.html)?.[1] ?? "";
  expect(alabama.text).toContain("1 contact");
  expect(alabama.seen.html).toContain('value="Oficina de Alabama"');
  await alabama.open("/office/network/adopted");
  expect(alabama.text).toContain("Night shift");
  await alabama.open("/office/network/incoming");
  expect(alabama.text).toMatch(/Nothing waits for your decision\. Decided.*Night shift/);
  const learner = al.visitor();
  await learner.open(taken);
  expect(learner.text).toContain("What to look for in Alabama");
  expect(learner.text).toContain("License: CC BY 4.0");
  await mississippi.open("/office/network/published");
  await expect
    .poll(
      async () => {
        await mississippi.open("/office/network/published");
        return mississippi.text;
      },
      { timeout: 20_000 },
    )
    .not.toContain("Nobody yet");
});

test("an update shows what changed beside what is ours, and is applied", async () => {
  const officer = ms.context(await ms.officer("olive@office.example"));
  const sample = sampleTraining("Night shift");
  const audience = { en: "Night porters", es: "Porteros de noche" };
  const body = {
    ...sample,
    summary: { en: "What to look for after dark", es: "Qué mirar de noche" },
    audience,
  };
  await editTraining(officer, { trainingId, body });
  await publishLocally(officer, { trainingId });
  await mississippi.open("/office/network/published");
  await mississippi.submit(`/office/trainings/${trainingId}/publish`, { significance: "safety" });
  await alabama.open("/office/network");
  await alabama.submit("/office/network/sync");
  await alabama.open(review());
  expect(alabama.text).toContain("What MS changed since revision 1");
  expect(alabama.text).toContain("Safety: apply it within a day");
  expect(alabama.text).toContain("Its maker changed the text that yours replaces");
  expect(alabama.text).toContain("Every change is checked");
  await alabama.submit(`${review()}/apply`);
  expect(alabama.seen.status).toBe(422);
  expect(alabama.text).toContain("Check at least one change");
  await alabama.submit(`${review()}/apply`, { "part.0": "summary" });
  expect(alabama.text).toContain("What you left out of revision 2");
  expect(alabama.text).toContain("added text: porters");
  await alabama.submit(`${review()}/apply`);
  expect(alabama.text).toContain("You have the newest revision");
  expect(alabama.seen.html).toContain("What to look for in Alabama");
});

test("a hotline that this office does not have is flagged in what comes in, and refused in its own wording", async () => {
  const both = (text: string) => ({ en: text, es: text });
  const body = sampleTraining("On the coast", {
    summary: both("Call {{hotline:coast}} or {{hotline:national}}."),
  });
  const { item: coast } = await ms.tenant.database.transaction((tx) =>
    ms.tenant.peer.publish(tx, {
      ...{ op: "publish", kind: "training", schema: body.schema, body: JSON.parse(JSON.stringify(body)) },
      ...{ blobs: [], licence: "CC-BY-4.0", attribution: "Mississippi" },
    }),
  );
  await alabama.open("/office/network");
  await alabama.submit("/office/network/sync");
  const page = `/office/network/incoming/${coast}`;
  await alabama.open(page);
  expect(alabama.text).toContain("hotlines that your program does not have: {{hotline:coast}}. People");
  const wording = (text: string) => ({
    "texts.0.path": "summary",
    "texts.0.language": "en",
    "texts.0.text": text,
  });
  await alabama.submit(`${page}/adopt`, wording("Call {{hotline:bay}}."));
  expect(alabama.seen.status).toBe(422);
  expect(alabama.text).toContain("{{hotline:bay}} is no hotline of this program");
  expect(alabama.seen.html).toContain("Call {{hotline:bay}}.</textarea>");
  await alabama.submit(`${page}/adopt`, wording("Call {{hotline:national}}."));
  expect(alabama.text).toContain("It is in your catalog now");
});

test("the rules for a member are chosen on a page that says what each does", async () => {
  await alabama.open("/es/office/network/rules");
  expect(alabama.text).toContain(
    "un cambio pequeño (de redacción) en algo que usted adoptó se aplica sin usted",
  );
  await alabama.open("/office/network/rules");
  expect(alabama.text).toContain("Offer nothing new");
  await alabama.submit("/office/network/rules/us-ms", { toolkit: "block" });
  expect(alabama.text).toContain("The rules for MS were saved");
  expect(alabama.seen.html).toMatch(/name="toolkit"[\s\S]*value="block" selected/);
});

test("a page for each thing an officer must know: who holds what, what is wrong and what to do, who is in the network", async () => {
  await mississippi.open(`/office/network/published/${item}`);
  expect(mississippi.text).toMatch(/AL Revision [12]/);
  await mississippi.open("/office/network/problems");
  expect(mississippi.text).toContain("There are no problems");
  // As if Alabama had not said yet that it applied the safety update.
  const origin = ms.tenant.database.sql;
  await origin`update peer.receipts set applied_through = 1 where code = 'us-al'`;
  await mississippi.open("/office/network/problems");
  expect(mississippi.text).toMatch(/AL You mended “Night shift”: .* Less than a day: wait/);
  await origin`update peer.receipts set applied_through = 2 where code = 'us-al'`;
  await alabama.open("/office/network/members");
  const { registry } = await al.tenant.peer.trust();
  for (const { epochs } of registry.members) expect(alabama.text).toContain(epochs[0]?.keys[0]?.jwk.kid);
  expect(alabama.text).toContain("Version 1, valid until");
  expect(alabama.text).not.toContain("The list of members runs out");

  const { sql } = al.tenant.database;
  await sql`update peer.entries set verdict = 'skipped', reason = 'malformed' where feed = 'us-ms' and item <> ${item}`;
  const [entry] = await sql`select signed from peer.entries where feed = 'us-ms' and item <> ${item}`;
  await sql`update peer.feeds set quarantined_at = now(), quarantine_reason = 'split-view' where code = 'us-ms'`;
  await sql`insert into peer.quarantines (feed, since, reason, evidence)
    values ('us-ms', now(), 'split-view', '["one.signed.statement", "another.signed.statement"]')`;
  await alabama.open("/office/network");
  expect(alabama.text).toMatch(
    /MS contradicts itself and was set aside.*Why MS was set aside, and what to do/,
  );
  await alabama.open("/es/office/network/problems");
  expect(alabama.text).toContain("firmó dos declaraciones que no pueden ser ciertas a la vez");
  await alabama.open("/office/network/problems");
  expect(alabama.text).toContain("another.signed.statement");
  expect(alabama.text).toContain("It is signed rightly, but what it says cannot be understood");
  expect(alabama.text).toContain(entry?.signed);
  await alabama.submit("/office/network/problems/us-ms/release");
  expect(alabama.text).toContain("MS was let in again and is being asked");
  expect(alabama.text).toMatch(
    /1 case that was cleared up .*Set aside since .*Let in again by your office on/,
  );
  await sql`update peer.entries set verdict = 'applied', reason = null where feed = 'us-ms' and item <> ${item}`;
});

test("other systems read and decide by token, within their scopes", async () => {
  const officer = al.context(await al.officer("olive@office.example"));
  const { token } = await createApiToken(officer, { name: "reader", scopes: ["network:read"], days: 1 });
  const api = (path: string, init: RequestInit = {}) =>
    al.instance.fetch(
      new Request(`http://al.localhost/api/v1/network${path}`, {
        ...init,
        headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      }),
    );
  const items = await (await api("/items")).json();
  const adopted = { item, status: "adopted", pinnedRevision: 2 };
  expect(items).toMatchObject({ items: expect.arrayContaining([expect.objectContaining(adopted)]) });
  expect(await (await api("/peers")).json()).toMatchObject({ peers: [{ code: "us-ms", state: "current" }] });
  const adopting = await api(`/items/${item}/adopt`, { method: "POST", body: '{"revision":2}' });
  expect(adopting.status).toBe(403);
  expect((await al.instance.fetch(new Request("http://al.localhost/api/v1/network/items"))).status).toBe(401);
});

test("what is taken back asks once, needs a reason, and leaves the other catalogue", async () => {
  const end = `/office/network/published/${item}/end`;
  await mississippi.open(end);
  await mississippi.submit(end, { op: "recall" });
  expect(mississippi.seen.status).toBe(422);
  await mississippi.submit(end, { op: "recall", reason: "A number was wrong" });
  expect(mississippi.text).toContain("The network was told");
  await alabama.open("/office/network");
  await alabama.submit("/office/network/sync");
  await alabama.open(review());
  expect(alabama.text).toContain("It is hidden everywhere");
  expect(alabama.text).toContain("A number was wrong");
  expect(alabama.text).not.toContain("Lesson 1");
});
