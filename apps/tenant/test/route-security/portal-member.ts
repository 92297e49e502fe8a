import type { RouteRule } from "@concord/testing";
import { persons } from "./portal-suite.ts";
import { policyAnswers } from "./toolkit-world.ts";
import type { TenantWorld } from "./world.ts";

type Rule = RouteRule<TenantWorld>;
type Side = TenantWorld["member"];

/** The member's own object, and the same of the other member. */
const each =
  (path: (side: Side) => string): NonNullable<Rule["paths"]> =>
  (world) => ({ own: path(world.member), foreign: path(world.otherMember) });

const member: Rule["allow"] = ["member"];
const toolkitOf = (under: string) => each(({ desk }) => `${desk}${under}`);
const policyOf = (under: string) => each(({ policy }) => `${policy}${under}`);
const done = { doneOn: "2026-10-30" };

/** Officers may read and mend every membership; otherMember is refused as a role of its own. */
const mayOfficeToo = { allow: ["member", "officer"] };
const officeReads = (path: (side: Side) => string): Pick<Rule, "allow" | "paths"> => ({
  ...mayOfficeToo,
  paths: (world, actor) => ({
    own: path(world.member),
    // What nobody holds: an officer may open every one there is.
    foreign: actor === "officer" ? path(nobodys(world.otherMember)) : path(world.otherMember),
  }),
});

function nobodys(side: Side): Side {
  const none = "0".repeat(32);
  return {
    ...side,
    memberId: `mem_${none}`,
    letterId: `let_${none}`,
    fileId: `fil_${none}`,
    certificateId: `crt_${none}`,
  };
}

const membership: Rule[] = [
  { route: "GET /member", allow: persons },
  {
    route: "GET /member/:id{mem_[0-9a-f]+}",
    ...officeReads(({ memberId }) => `/member/${memberId}`),
  },
  {
    route: "GET /member/:id{mem_[0-9a-f]+}/contact",
    ...officeReads(({ memberId }) => `/member/${memberId}/contact`),
  },
  {
    route: "POST /member/:id{mem_[0-9a-f]+}/contact",
    ...officeReads(({ memberId }) => `/member/${memberId}/contact`),
    body: () => ({ contactName: "Dana", contactEmail: "bay@oyster.example", employees: "24" }),
    reached: [422],
  },
  {
    route: "POST /member/:id{mem_[0-9a-f]+}/listing",
    ...officeReads(({ memberId }) => `/member/${memberId}/listing`),
    body: () => ({ listed: "true" }),
  },
  {
    route: "GET /member/:id{mem_[0-9a-f]+}/commitments/:commitment",
    ...officeReads(({ memberId }) => `/member/${memberId}/commitments/train-staff`),
  },
  {
    route: "POST /member/:id{mem_[0-9a-f]+}/commitments/:commitment",
    ...officeReads(({ memberId }) => `/member/${memberId}/commitments/train-staff`),
    body: () => done,
  },
  {
    route: "GET /member/:id{mem_[0-9a-f]+}/renew",
    ...officeReads(({ memberId }) => `/member/${memberId}/renew`),
  },
  {
    route: "POST /member/:id{mem_[0-9a-f]+}/renew",
    ...officeReads(({ memberId }) => `/member/${memberId}/renew`),
    // It opens months from now.
    reached: [409],
  },
  {
    route: "GET /member/letters/:file{let_[0-9a-f]+\\.pdf}",
    ...officeReads(({ letterId }) => `/member/letters/${letterId}.pdf`),
  },
  { route: "GET /member/files/:id", ...officeReads(({ fileId }) => `/member/files/${fileId}`) },
  {
    route: "GET /certificates/:file{crt_[0-9a-f]+\\.pdf}",
    ...officeReads(({ certificateId }) => `/certificates/${certificateId}.pdf`),
  },
  {
    route: "GET /certificates/:file{crt_[0-9a-f]+\\.jwt}",
    ...officeReads(({ certificateId }) => `/certificates/${certificateId}.jwt`),
  },
];

const staff: Rule[] = [
  {
    route: "GET /member/roster",
    allow: member,
    paths: ({ member: { memberId } }) => ({ own: `/member/roster?member=${memberId}` }),
  },
  {
    route: "POST /member/roster/link",
    allow: member,
    body: (world) => ({ memberId: world.member.memberId }),
  },
];

const step = "/member/toolkit/:id{tka_[0-9a-f]+}";
const policy = `${step}/policy/:policy{pol_[0-9a-f]+}`;

const toolkits: Rule[] = [
  {
    route: "GET /member/toolkit",
    allow: member,
    paths: ({ member: { memberId } }) => ({ own: `/member/toolkit?member=${memberId}` }),
  },
  {
    route: "POST /member/toolkit",
    allow: member,
    body: (world) => ({ member: world.member.memberId, toolkit: world.toolkit.id }),
    except: {
      "empty-form": "without a member and a toolkit there is nothing to judge; the page of errors shows",
    },
  },
  { route: `GET ${step}`, allow: member, paths: toolkitOf("") },
  { route: `GET ${step}/steps/:step`, allow: member, paths: toolkitOf("/steps/train-staff") },
  {
    route: `POST ${step}/steps/:step`,
    allow: member,
    paths: toolkitOf("/steps/train-staff"),
    body: () => done,
  },
  { route: `GET ${step}/evidence/:step`, allow: member, paths: toolkitOf("/evidence/post-signs") },
  { route: `POST ${step}/steps/:step/undo`, allow: member, paths: toolkitOf("/steps/train-staff/undo") },
  { route: `GET ${step}/assessment`, allow: member, paths: toolkitOf("/assessment") },
  {
    route: `POST ${step}/assessment`,
    allow: member,
    paths: toolkitOf("/assessment"),
    body: () => ({ item: "where-we-stand" }),
    reached: [422],
  },
  {
    route: `GET ${step}/assessment/:result{asm_[0-9a-f]+}`,
    allow: member,
    paths: each(({ assessment }) => assessment),
  },
  { route: `GET ${step}/policy`, allow: member, paths: toolkitOf("/policy?item=zero-tolerance") },
  {
    route: `POST ${step}/policy`,
    allow: member,
    paths: toolkitOf("/policy?item=zero-tolerance"),
    body: () => policyAnswers,
  },
  { route: `GET ${policy}`, allow: member, paths: policyOf("") },
  { route: `GET ${policy}/:file{policy\\.[a-z]+}`, allow: member, paths: policyOf("/policy.docx") },
  {
    route: `POST ${policy}/adopt`,
    allow: member,
    paths: policyOf("/adopt"),
    body: () => ({ adoptedBy: "Beau Ladner", position: "Owner", adoptedOn: "2026-11-01" }),
  },
];

const systems: Rule[] = [
  {
    route: "GET /member/systems/:member{mem_[0-9a-f]+}",
    allow: member,
    paths: each(({ memberId }) => `/member/systems/${memberId}`),
  },
  {
    route: "POST /member/systems/:member{mem_[0-9a-f]+}",
    allow: member,
    paths: each(({ memberId }) => `/member/systems/${memberId}`),
    body: () => ({ name: "Payroll" }),
  },
  {
    route: "POST /member/systems/tokens/:id{tok_[0-9a-f]+}/revoke",
    allow: member,
    paths: each(({ spareTokenId }) => `/member/systems/tokens/${spareTokenId}/revoke`),
  },
];

export const memberRules: Rule[] = [...membership, ...staff, ...toolkits, ...systems];
