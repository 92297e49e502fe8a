import { library } from "@concord/content";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { tenantHarness } from "../../test/harness.ts";
import { joinedMember } from "../../test/join.ts";
import { actorByEmail, type Permission } from "../identity/index.ts";
import { createApiToken } from "../identity/tokens.ts";
import { takeAssessment } from "./assess.ts";
import { offerOwnToolkit } from "./author.ts";
import {
  adoptPolicy,
  chooseToolkit,
  completeStep,
  countToolkits,
  markToolkitPublished,
  offerAdoptedToolkit,
  offerLibraryToolkit,
  readOwnToolkit,
  readToolkit,
  savePolicy,
  withdrawAdoptedToolkit,
} from "./index.ts";

let tenant: Awaited<ReturnType<typeof tenantHarness>>;
let firm: { memberId: string; email: string };
let own: { id: string };

const answer = z.record(z.string(), z.unknown());
const lodging = async () => {
  const item = (await library()).find(({ slug }) => slug === "lodging-toolkit");
  if (item?.kind !== "toolkit") throw new Error("the library has no lodging toolkit");
  return item;
};
const workplace = async () => {
  const item = (await library()).find(({ slug }) => slug === "workplace-toolkit");
  if (item?.kind !== "toolkit") throw new Error("the library has no workplace toolkit");
  return item;
};

beforeAll(async () => {
  tenant = await tenantHarness();
  firm = await joinedMember(tenant, "Iron City Inn LLC", "inn@iron.example");
  own = await offerLibraryToolkit(tenant.context(), await workplace());
});
afterAll(() => tenant.close());

async function call(path: string, scopes?: Permission[]) {
  const headers = new Headers({ host: "tenant.localhost" });
  if (scopes) {
    const { token } = await createApiToken(tenant.context(), { name: "test", scopes });
    headers.set("authorization", `Bearer ${token}`);
  }
  const response = await tenant.instance.fetch(new Request(`http://tenant.localhost${path}`, { headers }));
  return { status: response.status, headers: response.headers, body: answer.parse(await response.json()) };
}

async function asMember() {
  return tenant.context(await actorByEmail(tenant.tenant.database.db, firm.email));
}

function adopt(revision: number, title: string, body: Parameters<typeof offerAdoptedToolkit>[1]["body"]) {
  return tenant.tenant.database.transaction((tx) =>
    offerAdoptedToolkit(
      { ...tenant.context(), db: tx, tx },
      {
        item: "us-al.toolkit-1",
        feed: "us-al",
        revision,
        body: { ...body, title: { en: title, es: title } },
        overlay: {
          schema: "concord.overlay/1",
          contacts: [],
          lawNotes: [],
          texts: { summary: { text: { en: "As our office says it." } } },
        },
        attribution: "Alabama Combats Trafficking",
        licence: "CC-BY-4.0",
        blobs: [],
      },
    ),
  );
}

test("a toolkit names no file that a member handed in, and no hotline that the program does not have", async () => {
  const { body } = await workplace();
  const files = JSON.stringify(body).match(/[0-9a-f]{64}/g) ?? [];
  const handedIn = await tenant.tenant.blobs.put(new TextEncoder().encode("evidence of a member"));
  const json = JSON.stringify({ ...body, summary: { ...body.summary, en: "Call {{hotline:locl}}." } });
  const named = JSON.parse(json.replaceAll(files[0] ?? "none", handedIn.sha256));
  const offer = offerOwnToolkit(tenant.context(), { slug: "guessed", body: named });
  await expect(offer).rejects.toMatchObject({
    code: "toolkits.body-invalid",
    errors: [
      { code: "trainings.file-missing" },
      { pointer: "/summary/en", code: "trainings.hotline-unknown" },
    ],
  });
});

test("the list goes by pages and holds what is offered", async () => {
  await adopt(1, "Lodging from Alabama", (await lodging()).body);
  const first = await call("/api/v1/toolkits?limit=1");
  expect(first.body.toolkits).toMatchObject([{ id: own.id, source: "own", steps: { length: 9 } }]);
  const next = /<([^>]+)>; rel="next"/.exec(first.headers.get("link") ?? "")?.[1] ?? "";
  const second = await call(next);
  expect(second.body.toolkits).toMatchObject([
    {
      source: "adopted",
      summary: { en: "As our office says it." },
      attribution: "Alabama Combats Trafficking",
    },
  ]);
  expect(second.headers.get("link")).toBeNull();
  const read = await call(`/api/v1/toolkits/${own.id}`);
  expect(read.body).toMatchObject({ id: own.id, body: { schema: "concord.toolkit/1" } });
  expect((await call("/api/v1/toolkits/tkt_none")).status).toBe(404);
  expect((await call("/api/v1/toolkits?cursor=nonsense")).status).toBe(422);
});

test("a newer revision keeps what members did; a recall and an erasure take it away", async () => {
  const { body } = await lodging();
  const member = await asMember();
  const toolkit = await adopt(1, "Lodging", body);
  const adoption = await chooseToolkit(member, { memberId: firm.memberId, toolkitId: toolkit.id });
  const [step = ""] = toolkit.stepIds;
  await completeStep(member, { adoptionId: adoption.id, step, doneOn: "2026-11-01" });
  const newer = await adopt(2, "Lodging, newer", body);
  expect(newer).toMatchObject({ id: toolkit.id, revision: 2, title: { en: "Lodging, newer" } });
  const status = await call(`/api/v1/members/${firm.memberId}/toolkits`, ["toolkits:manage"]);
  expect(status.body.adoptions).toMatchObject([
    { toolkitId: toolkit.id, stepsDone: 1, stepsTotal: 5, steps: [{ step, hasEvidence: false }] },
  ]);
  const end = (op: "withdraw" | "recall" | "erase") =>
    tenant.tenant.database.transaction((tx) =>
      withdrawAdoptedToolkit({ ...tenant.context(), db: tx, tx }, "us-al.toolkit-1", { op, reason: "old" }),
    );
  expect(await end("withdraw")).toMatchObject({ status: "withdrawn" });
  await completeStep(member, { adoptionId: adoption.id, step, doneOn: "2026-11-02" });
  expect(await end("erase")).toMatchObject({ status: "recalled", body: null, overlay: null });
  const refused = completeStep(member, { adoptionId: adoption.id, step, doneOn: "2026-11-02" });
  await expect(refused).rejects.toMatchObject({ code: "toolkits.recalled" });
});

test("a member's progress needs a token with the scope, and never tells answers", async () => {
  const path = `/api/v1/members/${firm.memberId}/toolkits`;
  expect((await call(path)).status).toBe(401);
  expect((await call(path, ["trainings:manage"])).status).toBe(403);
  expect((await call(path, ["toolkits:use"])).status).toBe(403);
});

test("our own toolkit goes to the network without trainings that nobody else could open", async () => {
  const { toolkit, revision } = await readOwnToolkit(tenant.context(), own.id);
  expect(toolkit.id).toBe(own.id);
  expect(revision.body.path.flatMap(({ trainings }) => trainings)).toEqual([]);
  expect(revision.blobs).toHaveLength(1);
  const marked = await tenant.tenant.database.transaction((tx) =>
    markToolkitPublished({ ...tenant.context(), db: tx, tx }, own.id, { item: "us-ms.own", revision: 4 }),
  );
  expect(marked).toMatchObject({ item: "us-ms.own", networkRevision: 4, revision: 1 });
});

test("offering the library again changes nothing; a changed body is a new revision; a faulty one is refused", async () => {
  const item = await workplace();
  expect(await offerLibraryToolkit(tenant.context(), item)).toMatchObject({ id: own.id, revision: 1 });
  const body = { ...item.body, title: { en: "Renamed", es: "Otro nombre" } };
  const officer = tenant.context(await tenant.officer());
  const revised = await offerOwnToolkit(officer, { slug: item.slug, body });
  expect(revised).toMatchObject({ id: own.id, revision: 2, item: "us-ms.own" });
  const faulty = offerOwnToolkit(officer, { slug: "other", body: { ...body, path: "none" } });
  await expect(faulty).rejects.toMatchObject({ code: "toolkits.body-invalid" });
  const someone = tenant.context(await tenant.person("someone@example.com"));
  await expect(offerOwnToolkit(someone, { slug: "other", body })).rejects.toMatchObject({
    kind: "forbidden",
  });
});

test("the month's figures count adoptions, steps and policies, and an undone day counts once", async () => {
  const member = await asMember();
  tenant.clock.set("2026-12-05T12:00:00Z");
  const { body } = await readToolkit(member, { toolkitId: own.id });
  const adoption = await chooseToolkit(member, { memberId: firm.memberId, toolkitId: own.id });
  await chooseToolkit(member, { memberId: firm.memberId, toolkitId: own.id });
  await completeStep(member, { adoptionId: adoption.id, step: "sign-off", doneOn: "2026-11-20" });
  tenant.clock.set("2027-01-05T12:00:00Z");
  await completeStep(member, { adoptionId: adoption.id, step: "sign-off", doneOn: "2026-11-21" });
  tenant.clock.set("2026-12-06T12:00:00Z");
  const clause = { adoptionId: adoption.id, item: "supplier-clause", locale: "es" };
  const policy = await savePolicy(member, {
    ...clause,
    answers: { buyer: "Iron City Inn LLC", workers: false, days: "two", made_up: "x" },
  });
  expect(Object.keys(policy.answers)).toEqual(["buyer", "workers", "days"]);
  const signed = { policyId: policy.id, adoptedBy: "Ida Stone", adoptedOn: "2026-12-06" };
  await adoptPolicy(member, signed);
  await expect(adoptPolicy(member, signed)).rejects.toMatchObject({ code: "toolkits.policy-adopted" });
  const wrong = savePolicy(member, { ...clause, answers: { buyer: "A", workers: false, days: "never" } });
  await expect(wrong).rejects.toMatchObject({
    errors: [{ pointer: "/answers/days", code: "toolkits.answer-invalid" }],
  });
  const counted = await countToolkits(tenant.tenant.database.db, {
    from: new Date("2026-12-01T06:00:00Z"),
    until: new Date("2027-01-01T06:00:00Z"),
  });
  expect(counted).toEqual({ adoptions: 1, members: 1, stepsCompleted: 1, policiesMade: 1 });
  expect(body.path.map(({ id }) => id)).toContain("sign-off");
});

test("the office itself may not answer for a member", async () => {
  const officer = tenant.context(await tenant.officer());
  const member = await asMember();
  const adoption = await chooseToolkit(member, { memberId: firm.memberId, toolkitId: own.id });
  const asked = takeAssessment(officer, { adoptionId: adoption.id, item: "where-we-stand", answers: {} });
  await expect(asked).rejects.toMatchObject({ kind: "forbidden" });
  const unknown = chooseToolkit(member, { memberId: firm.memberId, toolkitId: "tkt_none" });
  await expect(unknown).rejects.toMatchObject({ kind: "not-found" });
});
