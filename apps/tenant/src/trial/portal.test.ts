import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { tenantHarness } from "../../test/harness.ts";
import { joinedMember } from "../../test/join.ts";
import { ensurePerson } from "../identity/index.ts";
import { queueMail } from "../notifications/index.ts";
import { publishFigures } from "../statistics/index.ts";

const told = z.object({
  head: z.number(),
  notesHead: z.number(),
  entries: z.array(
    z.strictObject({
      seq: z.number(),
      at: z.iso.datetime(),
      action: z.string(),
      subjectKind: z.string(),
      subjectId: z.string(),
      about: z.string().optional(),
      page: z.string().optional(),
      actorKind: z.string(),
    }),
  ),
  notes: z.array(
    z.strictObject({
      seq: z.number(),
      at: z.iso.datetime(),
      action: z.string(),
      subjectKind: z.string(),
      subjectId: z.string(),
      about: z.string().optional(),
      page: z.string().optional(),
    }),
  ),
});

let trial: Awaited<ReturnType<typeof tenantHarness>>;
beforeAll(async () => {
  trial = await tenantHarness();
});
afterAll(() => trial.close());

async function activity(query: string) {
  const seen = await trial.visitor().open(`/trial/activity${query}`);
  return {
    status: seen.status,
    text: seen.html,
    ...(seen.status === 200 ? told.parse(JSON.parse(seen.html)) : undefined),
  };
}

test("says what commands did after a row, and no value", async () => {
  const { head = 0, entries } = await activity("");
  expect(entries).toEqual([]);
  await ensurePerson(trial.context(), {
    email: "sighted@firm.example",
    name: "Sighted Person",
    locale: "en",
  });
  const after = await activity(`?after=${head}`);
  expect(after.entries?.map(({ action }) => action)).toEqual(["identity.person-added"]);
  expect(after.text).not.toMatch(/sighted/i);
  expect((await activity(`?after=${after.head}`)).entries).toEqual([]);
});

test("notes a letter that was opened, by its kind and by whom it is about", async () => {
  const { notesHead = 0 } = await activity("");
  const mail = {
    to: "a@firm.example",
    locale: "en",
    kind: "membership.approval",
    subject: "S",
    paragraphs: ["P"],
    about: { kind: "member", id: "mem_1" },
  };
  const context = trial.context();
  const id = await trial.tenant.database.transaction((tx) => queueMail({ ...context, db: tx, tx }, mail));
  await trial.visitor().open(`/es/mailbox/${id}`);
  await trial.visitor().open("/mailbox/mai_0000");
  const { notes } = await activity(`?notes=${notesHead}`);
  expect(notes).toMatchObject([
    { action: "notifications.opened", subjectKind: "membership.approval", subjectId: id, about: "mem_1" },
  ]);
});

test("tells where one goes on: from the application to the letter, and from the letter, mailed or printed, to the certificate", async () => {
  const { head = 0, notesHead = 0 } = await activity("");
  const { memberId, email } = await joinedMember(trial, "Pier Motel LLC", "pier@firm.example");
  const { entries } = await activity(`?after=${head}`);
  const pageAfter = (action: string) => entries?.find((one) => one.action === action)?.page ?? "";
  expect(pageAfter("membership.application-submitted")).toMatch(/^\/office\/applications\/app_\w+$/);
  const letter = pageAfter("membership.approved");
  expect((await trial.visitor().open(letter)).html).toContain("Pier Motel LLC");
  const member = trial.visitor();
  await member.signIn(email);
  await member.open("/member");
  await member.open(member.link(/\/member\/letters\/let_\w+\.pdf$/));
  const { notes } = await activity(`?notes=${notesHead}`);
  const read = notes?.filter(({ subjectKind }) => subjectKind === "membership.approval") ?? [];
  expect(read.map(({ action, about }) => [action, about])).toEqual([
    ["notifications.opened", memberId],
    ["notifications.opened", memberId],
  ]);
  expect(new Set(read.map(({ page }) => page)).size).toBe(1);
  expect((await trial.visitor().open(read[0]?.page ?? "")).html).toContain("Pier Motel LLC");
});

test("does not note a certificate that was not found, nor tell a code", async () => {
  const { notesHead = 0 } = await activity("");
  expect((await trial.visitor().open("/verify/ABCD-EFGH")).status).not.toBe(200);
  expect((await activity(`?notes=${notesHead}`)).notes).toEqual([]);
});

test("tells of a month's figures, published and published again", async () => {
  const officer = trial.context(await trial.officer());
  await publishFigures(officer, { month: "2026-11" });
  trial.clock.advance(86_400_000);
  await publishFigures(officer, { month: "2026-11" });
  const { html } = await trial.visitor().open("/trial/network");
  const { entries } = z
    .object({ entries: z.array(z.object({ action: z.string(), period: z.string() })) })
    .parse(JSON.parse(html));
  expect(entries.map(({ action, period }) => [action, period])).toEqual([
    ["statistics.revised", "2026-11"],
    ["statistics.published", "2026-11"],
  ]);
});

test("refuses a row number that is none", async () => {
  expect((await activity("?after=abc")).status).toBe(422);
});

test("is not there in an instance that is no trial", async () => {
  const real = await tenantHarness({ trial: false });
  const context = real.context();
  const link = { kind: "identity.sign-in-link", subject: "S", paragraphs: ["P"], locale: "en" };
  const id = await real.tenant.database.transaction((tx) =>
    queueMail({ ...context, db: tx, tx }, { ...link, to: "a@firm.example" }),
  );
  for (const path of [
    "/trial/activity",
    "/trial/network",
    "/trial/offer",
    "/mailbox",
    "/es/mailbox",
    `/mailbox/${id}`,
  ])
    expect([path, (await real.visitor().open(path)).status]).toEqual([path, 404]);
  const applicant = real.visitor();
  await applicant.open("/join");
  expect(applicant.seen.html).not.toContain('value="made-up"');
  const _csrf = /name="_csrf" value="([^"]+)"/.exec(applicant.seen.html)?.[1] ?? "";
  const { origin } = real.tenant;
  const answer = await real.instance.fetch(
    new Request(new URL("/join/made-up", origin), {
      method: "POST",
      headers: { origin, cookie: applicant.cookies },
      body: new URLSearchParams({ _csrf }),
    }),
  );
  expect(answer.status).toBe(404);
  await applicant.submit("/join");
  await applicant.open("/join/contact");
  expect(applicant.seen.html).not.toContain('value="made-up"');
  expect((await applicant.submit("/join/contact", { go: "made-up" })).status).toBe(404);
  await real.close();
}, 60_000);
