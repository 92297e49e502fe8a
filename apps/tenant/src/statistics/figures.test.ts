import { figuresBody } from "@concord/content";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { applyByForm, business } from "../../test/apply.ts";
import { sampleTraining } from "../../test/sample-training.ts";
import { trialNetwork } from "../../test/trial-network.ts";
import { type Actor, systemActor } from "../identity/index.ts";
import { createApiToken } from "../identity/tokens.ts";
import { approveApplication } from "../membership/index.ts";
import { listApplications } from "../membership/review.ts";
import { askPeers } from "../syndication/index.ts";
import { answerQuiz, createTraining, enroll, finishLesson, publishLocally } from "../trainings/index.ts";
import { publishFigures, remindOffice } from "./index.ts";
import { previewFigures } from "./preview-figures.ts";

let net: Awaited<ReturnType<typeof trialNetwork>>;
let ms: (typeof net)["tenants"][number];
let al: (typeof net)["tenants"][number];
let officer: Actor;

beforeAll(async () => {
  net = await trialNetwork(["ms", "al"]);
  [ms, al] = net.tenants as [typeof ms, typeof al];
  officer = await ms.officer();
});
afterAll(() => net.close());

async function join(name: string) {
  const firm = business({
    legalName: name,
    contactEmail: `${name.toLowerCase().replaceAll(" ", ".")}@firm.example`,
  });
  await applyByForm(ms.visitor(), firm);
  const { applications } = await listApplications(ms.context(), { statuses: ["submitted"] });
  for (const { id } of applications) await approveApplication(ms.context(), { applicationId: id });
}

async function train(count: number) {
  const { id } = await createTraining(ms.context(officer), { body: sampleTraining() });
  await publishLocally(ms.context(officer), { trainingId: id });
  for (let at = 0; at < count; at += 1) {
    const learner = ms.context(await ms.person(`${id}-${at}@learner.example`));
    const { enrollment } = await enroll(learner, { trainingId: id, locale: "en" });
    await finishLesson(learner, { enrollmentId: enrollment.id, lessonId: "one" });
    await finishLesson(learner, { enrollmentId: enrollment.id, lessonId: "two" });
    await answerQuiz(learner, { enrollmentId: enrollment.id, answers: { q1: ["hotline"] } });
  }
}

async function asAlabamaHasIt(month: string) {
  await askPeers(al.context(), {});
  const item = await al.tenant.peer.item(`us-ms.figures-${month}`);
  return { revision: item?.revision, figures: figuresBody.parse(item?.body) };
}

test("a published month reaches another member, signed, exact where the register is public", async () => {
  await join("Harbor Inn");
  await train(3);
  const release = await publishFigures(ms.context(officer), { month: "2026-11" });
  expect(release).toMatchObject({ item: "us-ms.figures-2026-11", revision: 1 });
  const { figures } = await asAlabamaHasIt("2026-11");
  const [{ members } = { members: 0 }] = await ms.tenant.database.db.execute<{ members: number }>(
    sql`select count(*)::int as members from members where status = 'active'`,
  );
  expect(figures.membership).toMatchObject({
    active: members,
    employees: 24,
    counties: { reached: 1, of: 82 },
  });
  expect(figures.membership.byLevel).toEqual([{ level: "member", title: expect.anything(), members: 1 }]);
  expect(figures.membership.bySector.find(({ sector }) => sector === "72")?.members).toBe(1);
  expect(figures).toMatchObject({ asOf: "2026-11-02", official: false, notice: { es: expect.anything() } });
  expect(figures.activity).toEqual({
    completions: { state: "hidden", rule: "small-count" },
    contactHours: { state: "shown", value: 0 },
    toolkitAdoptions: { state: "shown", value: 0 },
  });
  expect(JSON.stringify(figures)).not.toContain("Harbor Inn");
});

test("a month published again is a revision, and what was hidden stays hidden", async () => {
  const again = publishFigures(ms.context(officer), { month: "2026-11" });
  await expect(again).rejects.toMatchObject({ code: "statistics.nothing-new" });
  await join("Delta Diner");
  await train(12);
  await publishFigures(ms.context(officer), { month: "2026-11" });
  const { revision, figures } = await asAlabamaHasIt("2026-11");
  expect(revision).toBe(2);
  expect(figures.membership.active).toBe(2);
  expect(figures.activity.completions).toEqual({ state: "hidden", rule: "small-count" });
});

test("an earlier month is counted as it ended, and a later one is refused", async () => {
  const { figures } = await previewFigures(ms.context(officer), { month: "2026-10" });
  expect(figures).toMatchObject({ asOf: "2026-10-31", membership: { active: 0, joined: 0 } });
  const ahead = publishFigures(ms.context(officer), { month: "2026-12" });
  await expect(ahead).rejects.toMatchObject({ code: "statistics.month-ahead", kind: "invalid" });
});

test("only the office publishes; anybody reads what is published, nobody what is not", async () => {
  const learner = ms.context(await ms.person("learner@example.org"));
  await expect(publishFigures(learner, { month: "2026-10" })).rejects.toMatchObject({ kind: "forbidden" });
  await expect(previewFigures(ms.public(), { month: "2026-10" })).rejects.toMatchObject({
    kind: "unauthenticated",
  });
  const api = (path: string, init: RequestInit = {}) =>
    ms.instance.fetch(new Request(`http://ms.localhost/api/v1/figures${path}`, init));
  expect(await (await api("")).json()).toMatchObject({
    releases: [{ month: "2026-11", revision: 2, figures: { period: "2026-11" } }],
  });
  expect((await api("/2026-10")).status).toBe(404);
  expect((await api("/2026-10/publish", { method: "POST" })).status).toBe(401);
  const { token } = await createApiToken(ms.context(officer), {
    ...{ name: "figures", scopes: ["figures:publish"], days: 1 },
  });
  const headers = { authorization: `Bearer ${token}` };
  expect((await api("/2026-10/publish", { method: "POST", headers })).status).toBe(201);
  expect((await api("/2026-10/preview", { headers })).status).toBe(403);
});

test("the office reads today's sentences, sees what is hidden and why, publishes, and downloads", async () => {
  const visitor = ms.visitor();
  await visitor.signIn("officer@office.example");
  await publishFigures(ms.context(systemActor("trial")), { month: "2026-08" });
  await visitor.open("/office/figures");
  expect(visitor.text).toContain("the trial data");
  expect(visitor.text).not.toContain("system:");
  expect(visitor.text).toContain("has 2 members in 1 of 82 counties");
  expect(visitor.text).toContain("Hidden, not zero");
  expect(visitor.text).toMatch(/For your office alone.*People trained, each counted once 15/);
  expect(visitor.text).toMatch(/Members by county.*Harrison 2/);
  await visitor.open("/office/figures?month=2026-09");
  await visitor.submit("/office/figures/publish");
  expect(visitor.text).toContain("It was signed and published");
  await visitor.open("/office/figures?month=2026-09");
  await visitor.submit("/office/figures/publish");
  expect(visitor.seen.status).toBe(409);
  expect(visitor.text).toContain("Nothing changed since this month was last published");
  await visitor.open("/es/figures?month=2026-11");
  expect(visitor.text).toContain("Capacitaciones terminadas");
  expect(visitor.seen.html).toMatch(/<span class="cc-under">Para comparar: los miembros del nivel «Miembro»/);
  expect(visitor.text).not.toContain("Personas capacitadas, cada una");
  const csv = await visitor.open("/figures/2026-11.csv");
  expect(csv.headers.get("content-type")).toContain("text/csv");
  expect(csv.html).toMatch(/Trainings completed,,,completions,hidden: small-count,/);
  expect(csv.html).toContain("Not a website of the State of Mississippi");
  await visitor.open("/figures/2024-01.csv");
  expect(visitor.seen.status).toBe(404);
});

test("the office is reminded of a month that nobody published to its end", async () => {
  ms.clock.set(new Date("2026-12-02T14:00:00Z"));
  const context = ms.context(systemActor("reminder"));
  const waiting = () =>
    ms.tenant.database.db.execute(sql`select subject from mails where kind = 'statistics.reminder'`);
  await remindOffice(context);
  expect(await waiting()).toMatchObject([{ subject: "Figures for November 2026 wait to be published" }]);
  await publishFigures(ms.context(officer), { month: "2026-11" });
  await remindOffice(context);
  expect(await waiting()).toHaveLength(1);
});
