import type { RouteRule } from "@concord/testing";
import { boardId } from "./education-world.ts";
import type { TenantWorld } from "./world.ts";

type Rule = RouteRule<TenantWorld>;

/** For officers, each of whom may open everything that the office has. */
const office = (route: string, path?: (world: TenantWorld) => string, more: Partial<Rule> = {}): Rule => ({
  route,
  allow: ["officer"],
  ...(path
    ? { paths: (world) => ({ own: path(world) }), except: { foreign: "every officer may open every one" } }
    : {}),
  ...more,
});

const today: Rule[] = [
  office("GET /office"),
  office("GET /office/audit"),
  office("GET /office/people"),
  office("POST /office/people", undefined, { body: () => ({ email: "new@office.example", name: "New" }) }),
  office("POST /office/people/:id/revoke", (w) => `/office/people/${w.officer.secondPersonId}/revoke`, {
    body: () => ({ role: "officer" }),
  }),
  office("POST /office/tokens", undefined, { body: () => ({ name: "system", scopes: "audit:read" }) }),
  office("POST /office/tokens/:id/revoke", (w) => `/office/tokens/${w.tokenId}/revoke`),
];

const application = (which: "approve" | "ask" | "deny", under = "") => {
  return (world: TenantWorld) => `/office/applications/${world.applications[which]}${under}`;
};
const spare = (under: string) => (world: TenantWorld) => `/office/members/${world.spare.memberId}${under}`;
const spareRecord = (world: TenantWorld) => `/office/restricted/member/${world.spare.memberId}`;
const note = { body: () => ({ note: "Seen by the office" }) };

/** A letter and a file open by the office's address for the member whose they are as well. */
const shared = (route: string, path: (side: TenantWorld["member"]) => string): Rule => ({
  route,
  allow: ["officer", "member"],
  paths: (world, actor) => ({
    own: path(world.member),
    foreign:
      actor === "officer"
        ? path({ ...world.member, letterId: "let_0000", fileId: "fil_0000" })
        : path(world.otherMember),
  }),
});

const membership: Rule[] = [
  office("GET /office/applications"),
  office("GET /office/applications/:id", application("approve")),
  office("POST /office/applications/:id/approve", application("approve", "/approve")),
  office("POST /office/applications/:id/ask", application("ask", "/ask"), {
    body: () => ({ question: "Who signs the policy?" }),
  }),
  office("POST /office/applications/:id/deny", application("deny", "/deny"), {
    body: () => ({ reasons: "The policy is missing." }),
  }),
  office("GET /office/members"),
  office("GET /office/members/:id", spare("")),
  office("POST /office/members/:id/listing", spare("/listing"), { body: () => ({ listed: "true" }) }),
  office("POST /office/members/:id/hold", spare("/hold"), note),
  office("POST /office/members/:id/release", spare("/release"), note),
  office("POST /office/members/:id/revoke", spare("/revoke"), {
    body: () => ({ grounds: "The policy was never adopted." }),
  }),
  shared(
    "GET /office/letters/:file{let_[0-9a-f]+\\.pdf}",
    ({ letterId }) => `/office/letters/${letterId}.pdf`,
  ),
  shared("GET /office/files/:id", ({ fileId }) => `/office/files/${fileId}`),
];

const closed = (under: string) => (world: TenantWorld) =>
  `/office/restricted/application/${world.applications.restricted}${under}`;

const records: Rule[] = [
  office("GET /office/restricted"),
  office("GET /office/restricted/:kind/:id", closed("")),
  office("POST /office/restricted/:kind/:id", spareRecord),
  office("POST /office/restricted/:kind/:id/open", closed("/open")),
  office("POST /office/restricted/:kind/:id/lift", closed("/lift")),
];

const training =
  (under = "") =>
  (world: TenantWorld) =>
    `/office/trainings/${world.trainingId}${under}`;
const draft = (under: string) => (world: TenantWorld) => `/office/trainings/${world.draftId}${under}`;
const session = (under: string) => (world: TenantWorld) => `/office/sessions/${world.calledOffId}${under}`;
const one = "/office/trainings/:id{trn_[0-9a-f]+}";
const live = "/office/sessions/:id{ses_[0-9a-f]+}";

const plan = {
  "title.en": "Monthly webinar",
  "title.es": "Seminario mensual",
  locale: "en",
  day: "2026-11-12",
  from: "10:00",
  to: "11:00",
  joinUrl: "https://meet.example/room",
};

const trainings: Rule[] = [
  office("GET /office/trainings"),
  office("GET /office/trainings/new"),
  office("POST /office/trainings/new", undefined, { body: () => ({ go: "add-lesson" }) }),
  office(`GET ${one}`, training()),
  office(`GET ${one}/edit`, training("/edit")),
  office(`POST ${one}/edit`, training("/edit"), { reached: [422] }),
  office(`POST ${one}/offer`, draft("/offer")),
  office(`POST ${one}/withdraw`, draft("/withdraw"), { body: () => ({ reason: "Out of date" }) }),
  office("GET /office/sessions"),
  office("GET /office/sessions/new"),
  office("POST /office/sessions/new", undefined, { body: () => plan }),
  office(`GET ${live}`, session("")),
  office(`GET ${live}/edit`, session("/edit")),
  office(`POST ${live}/edit`, session("/edit"), { body: () => plan }),
  office(`POST ${live}/cancel`, session("/cancel")),
];

const board = (under = "") => {
  return () => `/office/boards/${boardId}${under}`;
};

const ending = (world: TenantWorld) => `/office/boards/${boardId}/approvals/${world.approvalId}/end`;

const education: Rule[] = [
  office("GET /office/boards"),
  office("GET /office/boards/:board", board()),
  office("POST /office/boards/:board", board(), { body: () => ({ stage: "approved" }) }),
  office("POST /office/boards/:board/approvals", board("/approvals"), {
    body: ({ trainingId }) => ({
      activityId: trainingId,
      mode: "self-paced",
      locale: "es",
      contactHours: "1.5",
      approvalNumber: "N-78",
      approvedOn: "2026-01-01",
    }),
  }),
  office("GET /office/boards/:board/approvals/:id{apv_[0-9a-f]+}/end", ending),
  office("POST /office/boards/:board/approvals/:id{apv_[0-9a-f]+}/end", ending, {
    body: () => ({ endsOn: "2026-12-01", reason: "The board took it back." }),
    reached: [409],
  }),
  office("GET /office/boards/:board/rosters", board("/rosters")),
  // Whatever was earned is in the first roster already.
  office("POST /office/boards/:board/rosters", board("/rosters"), { reached: [409] }),
  office("GET /office/boards/letters/:id", (world) => `/office/boards/letters/${world.approvalId}`),
  office(
    "GET /office/boards/rosters/:file{ros_[0-9a-f]+\\.csv}",
    (world) => `/office/boards/rosters/${world.rosterId}.csv`,
  ),
];

const toolkit =
  (under = "") =>
  (world: TenantWorld) =>
    `/office/toolkits/${world.toolkit.id}${under}`;

const rest: Rule[] = [
  office("GET /office/toolkits"),
  office("GET /office/toolkits/:toolkitId{tkt_[0-9a-f]+}", toolkit()),
  office("POST /office/toolkits/:toolkitId{tkt_[0-9a-f]+}/withdraw", toolkit("/withdraw")),
  office("POST /office/toolkits/:toolkitId{tkt_[0-9a-f]+}/offer", toolkit("/offer")),
  office("GET /office/figures"),
  office("POST /office/figures/publish", undefined, { body: () => ({ month: "2026-11" }) }),
  office("GET /office/figures/:file{20[0-9]{2}-[0-9]{2}[.]csv}", () => "/office/figures/2026-10.csv"),
];

const incoming =
  (under = "") =>
  (world: TenantWorld) =>
    `/office/network/incoming/${world.incoming}${under}`;
const ended = (world: TenantWorld) => `/office/network/published/${world.shared}/end`;
const seen = { body: () => ({ revision: "1" }) };

/** The world's tenant is in a network already. */
const ceremonies: Rule[] = [
  office("GET /office/network/join"),
  office("POST /office/network/join", undefined, {
    body: () => ({ address: "http://ms.localhost", id: "0".repeat(64) }),
    reached: [409],
  }),
  office("POST /office/network/join/ask", undefined, { body: () => ({ way: "file" }), reached: [409] }),
  office("GET /office/network/join/request", undefined, { reached: [409] }),
  office("POST /office/network/join/look", undefined, { reached: [409] }),
  office("POST /office/network/join/stop", undefined, { reached: [409] }),
  office("GET /office/network/key"),
  office("GET /office/network/key/request", undefined, { reached: [409] }),
  office("POST /office/network/key/ask", undefined, { body: () => ({ way: "file" }) }),
  office("POST /office/network/key/look", undefined, { reached: [409] }),
  office("POST /office/network/key/stop", undefined, { reached: [409] }),
  office("POST /office/network/key/restore"),
  office("POST /office/network/key/halt", undefined, { reached: [409] }),
  office("POST /office/network/key/resume", undefined, { reached: [409] }),
];

const network: Rule[] = [
  office("GET /office/network"),
  office("POST /office/network/sync"),
  office("GET /office/network/incoming"),
  office("GET /office/network/adopted"),
  office("GET /office/network/published"),
  office("POST /office/trainings/:id/publish", training("/publish"), { reached: [409] }),
  office("POST /office/toolkits/:id/publish", toolkit("/publish")),
  office("GET /office/network/published/:item/end", ended),
  office("POST /office/network/published/:item/end", ended, {
    body: () => ({ op: "withdraw", reason: "Out of date" }),
  }),
  office("GET /office/network/rules"),
  office("GET /office/network/problems"),
  office("POST /office/network/problems/:code/release", () => "/office/network/problems/us-al/release"),
  office("GET /office/network/members"),
  office("GET /office/network/published/:item", (world) => `/office/network/published/${world.shared}`),
  office("POST /office/network/rules/:code", () => "/office/network/rules/us-al", {
    body: () => ({ training: "follow" }),
  }),
  office("GET /office/network/incoming/:item", incoming()),
  office(
    "GET /office/network/files/:item/:sha256",
    (world) => `/office/network/files/${world.incoming}/${"0".repeat(64)}`,
    // The item has no files; the test of the review opens one.
    { reached: [404] },
  ),
  office("POST /office/network/incoming/:item/adopt", incoming("/adopt"), seen),
  office("POST /office/network/incoming/:item/apply", incoming("/apply"), { ...seen, reached: [409] }),
  office("POST /office/network/incoming/:item/overlay", incoming("/overlay"), seen),
  office("POST /office/network/incoming/:item/decline", incoming("/decline"), {
    body: () => ({ revision: "1", note: "Not for us" }),
    reached: [409],
  }),
];

export const officeRules: Rule[] = [
  ...today,
  ...membership,
  ...records,
  ...trainings,
  ...education,
  ...rest,
  ...network,
  ...ceremonies,
];
