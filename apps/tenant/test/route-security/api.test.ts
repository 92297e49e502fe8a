import { describeRouteSecurity } from "@concord/testing";
import { permissions } from "../../src/identity/index.ts";
import { sampleTraining } from "../sample-training.ts";
import { type ApiWorld, noBody, open, openApi, type Rule, scoped } from "./api-world.ts";
import { areaOf } from "./areas.ts";
import { boardId } from "./education-world.ts";
import { policySent } from "./toolkit-world.ts";

type Side = ApiWorld["member"];

const membership: Rule[] = [
  open("GET /api/v1/members"),
  open("GET /api/v1/members/:memberId", (world) => `/api/v1/members/${world.member.memberId}`),
  open("GET /api/v1/certificates/:code", (world) => `/api/v1/certificates/${world.member.certificateCode}`),
  scoped("POST /api/v1/applications", "membership:apply", undefined, { body: () => ({ form: {} }) }),
  {
    route: "POST /api/v1/applications/:applicationId/submission",
    allow: ["membership:apply"],
    // The secret opens one application and no other.
    paths: ({ drafts }) => ({
      own: `/api/v1/applications/${drafts[0]?.id}/submission`,
      foreign: `/api/v1/applications/${drafts[1]?.id}/submission`,
    }),
    body: ({ drafts }) => ({ secret: drafts[0]?.secret }),
    reached: [422],
  },
  {
    route: "POST /api/v1/applications/:applicationId/files",
    allow: ["membership:apply"],
    accepts: "multipart",
    paths: ({ drafts }) => ({
      own: `/api/v1/applications/${drafts[0]?.id}/files`,
      foreign: `/api/v1/applications/${drafts[1]?.id}/files`,
    }),
    body: ({ drafts }) => ({
      secret: drafts[0]?.secret,
      purpose: "adopt-policy",
      file: new File(["%PDF-1.7 our policy"], "policy.pdf", { type: "application/pdf" }),
    }),
  },
  scoped("GET /api/v1/applications", "membership:approve"),
  ...(["approve", "deny", "ask"] as const).flatMap((which) => {
    const path = (world: ApiWorld) => `/api/v1/applications/${world.applications[which]}`;
    const route = "/api/v1/applications/:applicationId";
    if (which === "deny")
      return scoped(`POST ${route}/denial`, "membership:approve", (world) => `${path(world)}/denial`, {
        body: () => ({ reasons: "The policy is missing." }),
      });
    if (which === "ask")
      return scoped(`POST ${route}/question`, "membership:approve", (world) => `${path(world)}/question`, {
        body: () => ({ question: "Who signs the policy?" }),
      });
    return [
      scoped(`GET ${route}`, "membership:approve", path),
      scoped(`POST ${route}/approval`, "membership:approve", (world) => `${path(world)}/approval`, noBody),
    ];
  }),
];

const spare = (under: string) => (world: ApiWorld) => `/api/v1/members/${world.spare.memberId}${under}`;
const note = { body: () => ({ note: "Seen by the office" }) };

/** In this order, each finds the member in a standing that allows it. */
const standing: Rule[] = [
  scoped("POST /api/v1/members/:memberId/hold", "membership:approve", spare("/hold"), note),
  scoped("POST /api/v1/members/:memberId/release", "membership:approve", spare("/release"), note),
  scoped("POST /api/v1/members/:memberId/revocation", "membership:approve", spare("/revocation"), {
    body: () => ({ grounds: "The policy was never adopted." }),
  }),
  scoped(
    "GET /api/v1/certificates/:code/pdf",
    "credentials:read",
    (world) => `/api/v1/certificates/${world.member.certificateCode}/pdf`,
    { allow: ["credentials:read", "membership:read"] },
  ),
];

const sessionPlan = {
  title: { en: "By a system", es: "Por un sistema" },
  ...{ locale: "en", day: "2026-11-19", from: "10:00", to: "11:00", joinUrl: "https://meet.example/a" },
};
const training = (under: string) => (world: ApiWorld) => `/api/v1/trainings/${world.trainingId}${under}`;
const draft = (under: string) => (world: ApiWorld) => `/api/v1/trainings/${world.draftId}${under}`;
const session = (under: string) => (world: ApiWorld) => `/api/v1/sessions/${world.sessionId}${under}`;
const boards = (under: string) => () => `/api/v1/boards/${boardId}${under}`;

/** The office's own work on trainings, sessions and boards. */
const teaching: Rule[] = [
  scoped("POST /api/v1/trainings", "trainings:manage", undefined, {
    body: () => ({ body: sampleTraining("By a system") }),
  }),
  scoped("POST /api/v1/trainings/files", "trainings:manage", undefined, {
    accepts: "multipart",
    body: () => ({ file: new File(["no picture"], "picture.png", { type: "image/png" }) }),
    reached: [422],
  }),
  scoped("PUT /api/v1/trainings/:trainingId", "trainings:manage", draft(""), {
    body: () => ({ body: sampleTraining("By a system, again") }),
  }),
  scoped("POST /api/v1/trainings/:trainingId/offer", "trainings:manage", draft("/offer"), noBody),
  scoped("POST /api/v1/trainings/:trainingId/withdrawal", "trainings:manage", draft("/withdrawal"), {
    body: () => ({ reason: "Out of date" }),
  }),
  scoped("POST /api/v1/sessions", "sessions:manage", undefined, { body: () => sessionPlan }),
  scoped("PUT /api/v1/sessions/:sessionId", "sessions:manage", session(""), { body: () => sessionPlan }),
  scoped(
    "POST /api/v1/sessions/:sessionId/cancellation",
    "sessions:manage",
    (world) => `/api/v1/sessions/${world.calledOffId}/cancellation`,
    noBody,
  ),
  scoped("GET /api/v1/boards", "boards:manage"),
  scoped("PUT /api/v1/boards/:boardId/standing", "boards:manage", boards("/standing"), {
    body: () => ({ stage: "talking" }),
  }),
  scoped("POST /api/v1/boards/:boardId/approvals", "boards:manage", boards("/approvals"), {
    body: ({ trainingId }) => ({
      ...{ activityId: trainingId, mode: "self-paced", locale: "es", contactHours: 1 },
      ...{ approvalNumber: "N-79", approvedOn: "2026-01-01" },
    }),
  }),
  scoped(
    "POST /api/v1/approvals/:approvalId/end",
    "boards:manage",
    (world) => `/api/v1/approvals/${world.approvalId}/end`,
    { body: () => ({ endsOn: "2026-12-01", reason: "The board took it back." }) },
  ),
  scoped(
    "POST /api/v1/approvals/:approvalId/letter",
    "boards:manage",
    (world) => `/api/v1/approvals/${world.letterlessId}/letter`,
    {
      accepts: "multipart",
      body: () => ({ file: new File(["%PDF-1.7 we approve"], "letter.pdf", { type: "application/pdf" }) }),
      // Never replaced.
      reached: [409],
    },
  ),
  scoped(
    "GET /api/v1/approvals/:approvalId/letter",
    "boards:manage",
    (world) => `/api/v1/approvals/${world.approvalId}/letter`,
  ),
  scoped(
    "GET /api/v1/members/:memberId/staff",
    "membership:read",
    (world) => `/api/v1/members/${world.member.memberId}/staff`,
  ),
];

/** For the learner with the key of one enrollment, or with a token of their own; no other token learns. */
const ofEnrollment = (route: string, under: string, more: Partial<Rule> = {}): Rule => ({
  route,
  allow: ["learnerKey", "personToken"],
  paths({ staff, learner }, actor) {
    const byKey = `/api/v1/enrollments/${staff.enrollmentId}${under}`;
    const byToken = `/api/v1/enrollments/${learner.enrollmentId}${under}`;
    return actor === "personToken" ? { own: byToken, foreign: byKey } : { own: byKey, foreign: byToken };
  },
  ...more,
});
const enrollment = "/api/v1/enrollments/:enrollmentId";

const taking: Rule[] = [
  open("POST /api/v1/trainings/:trainingId/enrollments", training("/enrollments"), {
    body: ({ linkToken }) => ({ name: "Stella Staff", locale: "en", via: linkToken }),
  }),
  ofEnrollment(`GET ${enrollment}`, ""),
  ofEnrollment(`GET ${enrollment}/lessons/:lessonId`, "/lessons/one"),
  ofEnrollment(`POST ${enrollment}/lessons/:lessonId/completion`, "/lessons/one/completion", noBody),
  // One lesson is still before them.
  ofEnrollment(`POST ${enrollment}/quiz`, "/quiz", { body: () => ({ answers: {} }), reached: [409] }),
  open("GET /api/v1/sessions/:sessionId", session("")),
  open("GET /api/v1/sessions/:sessionId/calendar", session("/calendar")),
  open("POST /api/v1/attendance", undefined, {
    body: () => ({ code: "222222", email: "guest@example.org" }),
    reached: [422],
  }),
];

/** For a person's own program; the path names nobody. */
const mine = (route: string, more: Partial<Rule> = {}): Rule => ({ route, allow: ["personToken"], ...more });

const own: Rule[] = [
  mine("GET /api/v1/me/enrollments"),
  mine("POST /api/v1/me/enrollments", { body: ({ trainingId }) => ({ trainingId, locale: "en" }) }),
  mine("GET /api/v1/me/licenses"),
  mine("POST /api/v1/me/licenses", {
    body: () => ({ jurisdiction: "ms", boardId, profession: "registered-nurse", number: "not one" }),
    reached: [422],
  }),
  mine("DELETE /api/v1/me/licenses/:licenseId", {
    paths: ({ licenseId, otherLicenseId }) => ({
      own: `/api/v1/me/licenses/${licenseId}`,
      foreign: `/api/v1/me/licenses/${otherLicenseId}`,
    }),
    ...noBody,
  }),
  mine("GET /api/v1/me/certificates"),
];

const learning: Rule[] = [
  open("GET /api/v1/trainings"),
  open("GET /api/v1/trainings/:trainingId", (world) => `/api/v1/trainings/${world.trainingId}`),
  open("GET /api/v1/sessions"),
  open(
    "POST /api/v1/sessions/:sessionId/registrations",
    (world) => `/api/v1/sessions/${world.sessionId}/registrations`,
    { body: () => ({ name: "Guest", email: "guest@example.org" }) },
  ),
  scoped(
    "GET /api/v1/sessions/:sessionId/attendance",
    "sessions:manage",
    (world) => `/api/v1/sessions/${world.sessionId}/attendance`,
  ),
  open("GET /api/v1/approvals"),
  open(
    "GET /api/v1/activities/:activityId/credit",
    (world) =>
      `/api/v1/activities/${world.trainingId}/credit?jurisdiction=ms&board=${boardId}&profession=registered-nurse&mode=self-paced&locale=en`,
  ),
  scoped("GET /api/v1/boards/:boardId/rosters", "rosters:read", () => `/api/v1/boards/${boardId}/rosters`),
  scoped(
    "POST /api/v1/boards/:boardId/rosters",
    "boards:manage",
    () => `/api/v1/boards/${boardId}/rosters`,
    // Whatever was earned is in the first roster already.
    { ...noBody, reached: [409] },
  ),
  scoped("GET /api/v1/rosters/:rosterId/csv", "rosters:read", (w) => `/api/v1/rosters/${w.rosterId}/csv`),
];

const rest: Rule[] = [
  open("GET /api/v1/toolkits"),
  open("GET /api/v1/toolkits/:toolkitId", (world) => `/api/v1/toolkits/${world.toolkit.id}`),
  scoped(
    "GET /api/v1/members/:memberId/toolkits",
    "toolkits:manage",
    (world) => `/api/v1/members/${world.member.memberId}/toolkits`,
    { allow: ["toolkits:manage", "memberToken"] },
  ),
  open("GET /api/v1/figures"),
  open("GET /api/v1/figures/:month", () => "/api/v1/figures/2026-10"),
  scoped("GET /api/v1/figures/:month/preview", "figures:read", () => "/api/v1/figures/2026-10/preview"),
  scoped(
    "POST /api/v1/figures/:month/publish",
    "figures:publish",
    () => "/api/v1/figures/2026-11/publish",
    noBody,
  ),
];

/** For a token of the member's own people: never the office's, and no other member's. */
const membersOwn = (route: string, path: (side: Side) => string, more: Partial<Rule> = {}): Rule => ({
  route,
  allow: ["memberToken"],
  paths: ({ member, otherMember }) => ({ own: path(member), foreign: path(otherMember) }),
  ...more,
});
const work = "/api/v1/toolkit-adoptions";

const membersWork: Rule[] = [
  membersOwn(
    "POST /api/v1/members/:memberId/toolkits",
    ({ memberId }) => `/api/v1/members/${memberId}/toolkits`,
    { body: (world) => ({ toolkitId: world.toolkit.id }) },
  ),
  membersOwn(`GET ${work}/:adoptionId`, ({ adoptionId }) => `${work}/${adoptionId}`),
  membersOwn(
    `POST ${work}/:adoptionId/assessments`,
    ({ adoptionId }) => `${work}/${adoptionId}/assessments`,
    { body: () => ({ item: "where-we-stand", answers: {} }), reached: [422] },
  ),
  membersOwn(`POST ${work}/:adoptionId/policies`, ({ adoptionId }) => `${work}/${adoptionId}/policies`, {
    body: policySent,
  }),
  membersOwn(
    `PUT ${work}/:adoptionId/steps/:step`,
    ({ adoptionId }) => `${work}/${adoptionId}/steps/train-staff`,
    { body: () => ({ doneOn: "2026-10-30" }) },
  ),
  membersOwn(
    `DELETE ${work}/:adoptionId/steps/:step`,
    ({ adoptionId }) => `${work}/${adoptionId}/steps/train-staff`,
    noBody,
  ),
  membersOwn("GET /api/v1/policies/:policyId", ({ policyId }) => `/api/v1/policies/${policyId}`),
  membersOwn("GET /api/v1/policies/:policyId/:format", ({ policyId }) => `/api/v1/policies/${policyId}/docx`),
  membersOwn(
    "POST /api/v1/policies/:policyId/adoption",
    ({ policyId }) => `/api/v1/policies/${policyId}/adoption`,
    { body: () => ({ adoptedBy: "Beau Ladner", adoptedOn: "2026-11-01" }) },
  ),
];

const incoming = (under: string) => (world: ApiWorld) => `/api/v1/network/items/${world.incoming}${under}`;

const network: Rule[] = [
  scoped("GET /api/v1/network/items", "network:read"),
  scoped("GET /api/v1/network/published", "network:read"),
  scoped("GET /api/v1/network/peers", "network:read"),
  scoped("GET /api/v1/network/rules", "network:read"),
  scoped("GET /api/v1/network/problems", "network:read"),
  scoped("GET /api/v1/network/registry", "network:read"),
  scoped(
    "POST /api/v1/network/problems/:code/release",
    "network:adopt",
    () => "/api/v1/network/problems/us-al/release",
    // It is not set aside.
    { ...noBody, reached: [409] },
  ),
  scoped(
    "GET /api/v1/network/published/:item",
    "network:read",
    (world) => `/api/v1/network/published/${world.shared}`,
  ),
  scoped("PUT /api/v1/network/rules/:code", "network:adopt", () => "/api/v1/network/rules/us-al", {
    body: () => ({ training: "follow" }),
  }),
  scoped("POST /api/v1/network/published", "network:publish", undefined, {
    body: (world) => ({ kind: "toolkit", id: world.toolkit.id }),
  }),
  scoped("POST /api/v1/network/items/:item/adopt", "network:adopt", incoming("/adopt"), {
    body: () => ({ revision: 1 }),
  }),
  scoped("POST /api/v1/network/items/:item/decline", "network:adopt", incoming("/decline"), {
    body: () => ({ revision: 1, note: "Not for us" }),
    reached: [409],
  }),
  scoped("GET /api/v1/network/items/:item", "network:read", incoming("")),
  scoped("PUT /api/v1/network/items/:item/overlay", "network:adopt", incoming("/overlay"), {
    body: () => ({ overlay: { schema: "concord.overlay/1", contacts: [], lawNotes: [], texts: {} } }),
  }),
  scoped(
    "POST /api/v1/network/published/:item/end",
    "network:publish",
    (world) => `/api/v1/network/published/${world.shared}/end`,
    { body: () => ({ op: "withdraw", reason: "A test" }) },
  ),
];

/** For other members of the network alone, who sign each request; here nobody may. The peer's own tests are signed. */
const members = (route: string, path?: string): Rule => ({
  route,
  allow: [],
  ...(path ? { paths: () => ({ own: path }) } : {}),
  except: { "content-type": "who does not sign is refused before the body is read" },
});

const federation: Rule[] = [
  open("GET /federation/v1/registry"),
  open("GET /federation/v1/root/:version{[0-9]{1,6}}", () => "/federation/v1/root/1"),
  members("GET /federation/v1/feeds/:code/checkpoint", "/federation/v1/feeds/us-ms/checkpoint"),
  members("GET /federation/v1/feeds/:code/entries", "/federation/v1/feeds/us-ms/entries?from=1"),
  members("GET /federation/v1/blobs/:sha256{[0-9a-f]{64}}", `/federation/v1/blobs/${"0".repeat(64)}`),
  members("POST /federation/v1/hints"),
  members("POST /federation/v1/receipts"),
];

describeRouteSecurity<ApiWorld>("the API and the federation", {
  open: openApi,
  actors: {
    ...Object.fromEntries(
      permissions.map((scope) => [
        scope,
        (world: ApiWorld) => ({ authorization: `Bearer ${world.tokens.get(scope)}` }),
      ]),
    ),
    personToken: (world) => ({ authorization: `Bearer ${world.learner.token}` }),
    memberToken: (world) => ({ authorization: `Bearer ${world.member.token}` }),
    learnerKey: (world) => ({ "learner-key": world.staff.key }),
    unknownToken: () => ({ authorization: "Bearer cct_nobody" }),
    /** The API never takes cookies. */
    officersCookie: (world) => ({ cookie: world.officer.cookie }),
  },
  accepts: "json",
  maxBodyBytes: 12 * 1024 * 1024,
  covers: (route) => ["api", "federation"].includes(areaOf(route)),
  rules: [
    ...membership,
    ...standing,
    ...teaching,
    ...taking,
    ...own,
    ...learning,
    ...rest,
    ...membersWork,
    ...network,
    ...federation,
  ],
});
