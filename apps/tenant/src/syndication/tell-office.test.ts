import { afterAll, beforeAll, expect, test } from "vitest";
import { sampleTraining } from "../../test/sample-training.ts";
import { trialNetwork } from "../../test/trial-network.ts";
import { appointOfficer, ensurePerson } from "../identity/index.ts";
import { createTraining, editTraining, publishLocally } from "../trainings/index.ts";
import { adoptItem, askPeers, endItem, publishItem, tellOffice } from "./index.ts";
import { releaseMember } from "./read-problems.ts";
import { tellSoon } from "./tell-office.ts";

type Harness = Awaited<ReturnType<typeof trialNetwork>>["tenants"][number];
let net: Awaited<ReturnType<typeof trialNetwork>>;
let ms: Harness;
let al: Harness;
let tn: Harness;

const hour = 3_600_000;

beforeAll(async () => {
  net = await trialNetwork(["ms", "al", "tn"]);
  [ms, al, tn] = net.tenants as [Harness, Harness, Harness];
  for (const one of [ms, al]) {
    await one.officer("olive@office.example");
    await ensurePerson(one.context(), { email: "oscar@office.example", name: "Oscar", locale: "es" });
    await appointOfficer(one.context(), { email: "oscar@office.example", name: "Oscar" });
  }
});
afterAll(() => net.close());

interface Told {
  readonly recipient: string;
  readonly subject: string;
  readonly text: string;
}

/** What officers were sent since the last time this was asked. */
async function told({ tenant }: Harness): Promise<Told[]> {
  const rows = await tenant.database.sql<Told[]>`
    select recipient, subject, body_text as text from mails
    where kind = 'syndication.alert' and sent_at is null order by recipient`;
  await tenant.database.sql`update mails set sent_at = now() where kind = 'syndication.alert'`;
  return [...rows];
}

const tell = (harness: Harness) => tellOffice(harness.context());
function later(milliseconds: number): void {
  for (const one of net.tenants) one.clock.advance(milliseconds);
}

async function shared(title: string) {
  const { id } = await createTraining(ms.context(), { body: sampleTraining(title) });
  await publishLocally(ms.context(), { trainingId: id });
  const { item } = await publishItem(ms.context(), { kind: "training", id });
  await askPeers(al.context(), {});
  await adoptItem(al.context(), { item, revision: 1 });
  await confirmed(item, (holder) => holder?.revision === 1);
  return { id, item };
}

type Held = Awaited<ReturnType<Harness["tenant"]["peer"]["holders"]>>[number];

/** Waits for the receipt of Alabama. */
async function confirmed(item: string, holds: (holder: Held | undefined) => boolean) {
  const ask = async () => {
    const holders = await ms.tenant.peer.holders(item);
    return holds(holders.find(({ code }) => code === "us-al"));
  };
  await expect.poll(ask, { timeout: 20_000 }).toBe(true);
}

test("a recall that a member has not confirmed for a day is told once, in each officer's language, and so is its end", async () => {
  const { item } = await shared("Harbor watch");
  await endItem(ms.context(), { item, op: "recall", reason: "A number\nwas wrong" });
  expect(await tell(ms)).toEqual({ told: 0, over: 0 });
  later(25 * hour);
  const all = await Promise.all([tell(ms), tell(ms), tell(ms)]);
  expect(all.reduce((sum, one) => sum + one.told, 0)).toBe(1);
  const [olive, oscar, ...more] = await told(ms);
  expect(more).toEqual([]);
  expect(olive).toMatchObject({
    recipient: "olive@office.example",
    subject: "Network: another office has not confirmed something urgent",
  });
  expect(olive?.text).toContain("You recalled “Harbor watch” on Nov 2, 2026");
  expect(olive?.text).toContain("- AL (http://al.localhost)");
  expect(olive?.text).toContain("Telephone these offices");
  expect(olive?.text).toContain("http://ms.localhost/office/network/problems");
  expect(oscar?.text).toContain("Usted anuló «Harbor watch (es)» el 2 nov 2026");
  expect(oscar?.text).toContain("http://ms.localhost/es/office/network/problems");
  expect(await tell(ms)).toEqual({ told: 0, over: 0 });

  await askPeers(al.context(), { code: "us-ms" });
  await confirmed(item, (holder) => holder?.ended === "recall");
  expect(await tell(ms)).toEqual({ told: 0, over: 1 });
  const [over] = await told(ms);
  expect(over?.subject).toBe("Network: settled");
  expect(over?.text).toContain("- “Harbor watch”: every office that had it has confirmed what you did.");

  // Alabama's own job was asked for in the transaction that hid it.
  const [job] = await al.tenant.database.sql`select 1 from pgboss.job where name = 'network-alerts'`;
  expect(job).toBeDefined();
  await tell(al);
  const [here] = await told(al);
  expect(here?.text).toContain(
    "MS recalled “Harbor watch”, which you had adopted. It is hidden here already",
  );
  expect(here?.text).toContain("The reason given: A number was wrong");
  expect(here?.text).toContain(`/office/network/incoming/${item}`);
});

test("a safety update waits for the officer, and who looks after the network hears when it no longer does", async () => {
  const { id, item } = await shared("Night ferry");
  await editTraining(ms.context(), { trainingId: id, body: sampleTraining("Night ferry, mended") });
  await publishLocally(ms.context(), { trainingId: id });
  await publishItem(ms.context(), { kind: "training", id, significance: "safety" });
  await askPeers(al.context(), { code: "us-ms" });
  expect(await tell(al)).toEqual({ told: 1, over: 0 });
  const [waits] = await told(al);
  expect(waits?.text).toContain("Read the change and apply it within a day");
  await adoptItem(al.context(), { item, revision: 2 });
  expect(await tell(al)).toEqual({ told: 0, over: 1 });
  expect((await told(al))[0]?.text).toContain("the safety update no longer waits for you");
});

test("a process that dies between two messages has told nobody; the next one tells each officer once", async () => {
  const { item } = await shared("Truck stop");
  await endItem(ms.context(), { item, op: "erase", reason: "Consent was withdrawn" });
  await askPeers(al.context(), { code: "us-ms" });
  const context = al.context();
  let mails = 0;
  const ids = {
    next(prefix: string) {
      mails += prefix === "mai" ? 1 : 0;
      if (mails === 2) throw new Error("killed");
      return context.ids.next(prefix);
    },
  };
  await expect(tellOffice({ ...context, ids })).rejects.toThrow("killed");
  expect(await told(al)).toEqual([]);
  expect(await tell(al)).toEqual({ told: 1, over: 0 });
  const sent = await told(al);
  expect(sent.map(({ recipient }) => recipient)).toEqual(["olive@office.example", "oscar@office.example"]);
  expect(sent[0]?.text).toContain("MS erased an item that you had adopted");
  expect(sent[0]?.text).not.toContain("Truck stop");
});

async function setAside(harness: Harness, code: string): Promise<void> {
  const { sql } = harness.tenant.database;
  const since = harness.clock.now().toISOString();
  await sql`insert into peer.quarantines (feed, since, reason, evidence)
    values (${code}, ${since}, 'split-view', '["one", "other"]')`;
  await sql`update peer.feeds set quarantined_at = ${since}, quarantine_reason = 'split-view' where code = ${code}`;
}

test("a member set aside is told with the reason and what to do, and again when it comes back", async () => {
  await setAside(al, "us-ms");
  expect(await tell(al)).toEqual({ told: 1, over: 0 });
  const [first, spanish] = await told(al);
  expect(first?.subject).toBe("Network: a member was set aside");
  expect(first?.text).toContain("MS was set aside on");
  expect(first?.text).toContain("two statements that cannot both be true");
  expect(first?.text).toContain("Telephone its office and tell the network’s steward");
  expect(spanish?.text).toContain("Se apartó a MS");
  await releaseMember(al.context(), { code: "us-ms" });
  expect(await tell(al)).toEqual({ told: 0, over: 1 });
  later(hour);
  await setAside(al, "us-ms");
  expect(await tell(al)).toEqual({ told: 1, over: 0 });
  await releaseMember(al.context(), { code: "us-ms" });
  await tell(al);
  await told(al);
});

test("a recall that does not take effect here is told after an hour, and stands on the page of problems", async () => {
  const { item } = await shared("Rail yard");
  const { sql } = al.tenant.database;
  const now = al.clock.now().toISOString();
  // It came, and the entries after it never did.
  await sql`insert into peer.entries (feed, epoch, seq, sha256, signed, op, item, revision, signed_at, received_at)
    values ('us-ms', 1, 900, 'hash', 'signed', 'recall', ${item}, 1, ${now}, ${now})`;
  expect(await tell(al)).toEqual({ told: 0, over: 0 });
  later(2 * hour);
  expect(await tell(al)).toEqual({ told: 1, over: 0 });
  const [first, spanish] = await told(al);
  expect(first?.text).toContain("A recall by MS, of “Rail yard”, came on");
  expect(first?.text).toContain("/office/network/problems");
  expect(spanish?.text).toContain("Una anulación de MS, sobre «Rail yard (es)»");
  const page = al.visitor();
  await page.signIn("olive@office.example");
  await page.open("/office/network/problems");
  expect(page.text).toContain("People here may still see the item.");
  expect(page.text).not.toContain("There are no problems");
  await sql`delete from peer.entries where feed = 'us-ms' and seq = 900`;
  expect(await tell(al)).toEqual({ told: 0, over: 1 });
  expect((await told(al))[0]?.text).toContain("“Rail yard” of MS: what was taken back no longer waits here");
});

test("nobody answering for a day is one message; who answers again is named", async () => {
  await askPeers(al.context(), {});
  for (const one of ["ms", "tn"]) net.cutOff(one);
  later(25 * hour);
  await askPeers(al.context(), {});
  expect(await tell(al)).toEqual({ told: 3, over: 0 });
  const [first, ...others] = await told(al);
  expect(others).toHaveLength(1);
  expect(first?.subject).toBe("Network: no other member answers");
  expect(first?.text).toMatch(/No answer for more than a day from:\n- MS .*: last heard Nov \d.*\n- TN /);
  expect(first?.text).toContain("What you adopted works as before");
  net.restore("ms");
  await askPeers(al.context(), {});
  expect(await tell(al)).toEqual({ told: 0, over: 2 });
  expect((await told(al))[0]?.text).toContain("- MS answers again.");
  net.restore("tn");
  await askPeers(al.context(), {});
  await tell(al);
  await told(al);
});

test("a wrong clock is told with how far it is off, and when it is right again", async () => {
  al.clock.advance(-20 * 60_000);
  await askPeers(al.context(), {});
  expect(await tell(al)).toEqual({ told: 1, over: 0 });
  const [first, spanish] = await told(al);
  expect(first?.text).toContain("The clock of your server is 20 minutes behind");
  expect(spanish?.text).toContain("está 20 minutos atrasado");
  al.clock.advance(20 * 60_000);
  await askPeers(al.context(), {});
  expect(await tell(al)).toEqual({ told: 0, over: 1 });
  await told(al);
});

test("a halted feed says what to do; where there is no officer the office's address hears of it", async () => {
  const found = JSON.stringify({ source: "file", epoch: 1, seq: 9, head: "0".repeat(64) });
  const { sql } = tn.tenant.database;
  await tn.tenant.peer.syncNow();
  await sql`insert into peer.feeds (code, head) values ('us-tn', ${"0".repeat(64)}) on conflict do nothing`;
  const now = tn.clock.now().toISOString();
  await sql`update peer.feeds set halted_at = ${now}, halt_found = ${found}::jsonb where code = 'us-tn'`;
  expect(await tell(tn)).toEqual({ told: 1, over: 0 });
  const [only, ...more] = await told(tn);
  expect(more).toEqual([]);
  expect(only?.recipient).toBe(tn.tenant.profile.office.email);
  expect(only?.text).toContain("its own note of what it signed knows something of your office");
  expect(only?.text).toContain("feed restore");
  expect(only?.text).toContain("somebody may have your key");
});

test("what runs out is told at each step, once, and when it has passed", async () => {
  const { registry, root } = await tn.tenant.peer.trust();
  const first = Math.min(registry.exp, root.exp);
  const at = async (daysBefore: number) => {
    tn.clock.set(new Date((first - daysBefore * 86_400) * 1000 + 60_000));
    return (await tell(tn)).told > 0 ? (await told(tn)).map(({ text }) => text) : [];
  };
  const [thirty] = await at(30);
  expect(thirty).toMatch(/runs out in 29 days\. It is valid until .* Tell the network’s steward/);
  expect(await at(29)).toEqual([]);
  expect(await at(14)).toHaveLength(1);
  expect(await at(7)).toHaveLength(1);
  const [past] = await at(-1);
  expect(past).toContain("has run out. It was valid until");
  expect(past).toContain("recalls and erasures still take effect");
});

test("a running worker sends it within seconds of what must not wait", async () => {
  await askPeers(ms.context(), {});
  await setAside(ms, "us-al");
  await ms.instance.startWorker();
  await ms.tenant.database.transaction((tx) => tellSoon({ tenant: ms.tenant, tx }));
  const subjects = () => ms.mail.sent.map(({ subject }) => subject);
  await expect.poll(subjects, { timeout: 20_000 }).toContain("Network: a member was set aside");
});
