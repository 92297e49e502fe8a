import type { RouteRule } from "@concord/testing";
import type { TenantWorld } from "./world.ts";

type Rule = RouteRule<TenantWorld>;

/** A page that anybody may open; most have nothing to fill in. */
const open = (route: string, path?: (world: TenantWorld) => string | Promise<string>): Rule => ({
  route,
  allow: "anyone",
  ...(path ? { paths: async (world) => ({ own: await path(world) }) } : {}),
});

/** The first address of a page that fits. */
async function found(world: TenantWorld, page: string, pattern: RegExp): Promise<string> {
  const response = await world.app.fetch(new Request(new URL(page, world.origin)));
  const match = pattern.exec(await response.text());
  if (!match?.[0]) throw new Error(`${page} names no ${pattern}`);
  return match[0];
}

const foundation: Rule[] = [
  open("GET /healthz"),
  open("GET /readyz"),
  open("GET /.well-known/security.txt"),
  open("GET /problems/:code", () => "/problems/http.not-found"),
  open("GET /assets/:name", (world) => found(world, "/", /\/assets\/[\w.-]+/)),
  open("GET /brand.css"),
  open("GET /emblem.svg"),
  open("GET /api/docs"),
  open("GET /api/docs/start.js"),
  open("GET /api/docs/:asset", () => "/api/docs/swagger-ui.css"),
  open("GET /api/openapi.json"),
  open("GET /"),
  open("GET /help"),
  open("GET /rules"),
  open("GET /trial/activity"),
  open("GET /trial/network"),
  open("GET /trial/offer", () => "/trial/offer?from=us-ms"),
];

const identity: Rule[] = [
  open("GET /sign-in"),
  open("GET /sign-in/confirm"),
  { ...open("POST /sign-in"), body: () => ({ email: "somebody@example.org" }) },
  { ...open("POST /sign-in/confirm"), body: () => ({ token: "not one" }), reached: [422] },
  open("POST /sign-out"),
  // Only a trial has it; what would be mail is everybody's there.
  open("GET /mailbox"),
  open("GET /mailbox/:id", (world) => found(world, "/mailbox", /\/mailbox\/mai_\w+/)),
];

const membership: Rule[] = [
  open("GET /join"),
  open("POST /join"),
  open("POST /join/made-up"),
  open("GET /join/:step", () => "/join/organization"),
  open("POST /join/:step", () => "/join/organization"),
  open("GET /join/status"),
  // Only where the oath is sworn before a notary; the affidavit's own test prints one.
  { ...open("GET /join/affidavit.pdf"), reached: [404] },
  open("GET /join/resume/:secret", (world) => `/join/resume/${world.draftSecret}`),
  open("GET /members"),
  open("GET /members.csv"),
  open("GET /members/:id", (world) => `/members/${world.member.memberId}`),
  open("GET /verify"),
  open("GET /verify/:code", (world) => `/verify/${world.member.certificateCode}`),
  open("GET /credentials/issuer"),
  open("GET /credentials/keys"),
  {
    ...open("GET /credentials/keys/:thumbprint", async (world) => {
      const kid = await found(world, "/credentials/keys", /[\w-]+(?=","alg")/);
      return `/credentials/keys/${kid}`;
    }),
  },
  open("GET /credentials/status/1"),
  open("GET /credentials/achievements/:id", () => "/credentials/achievements/completion"),
];

const content: Rule[] = [
  open("GET /figures"),
  open("GET /figures/:file{20[0-9]{2}-[0-9]{2}[.]csv}", () => "/figures/2026-10.csv"),
  open("GET /toolkits"),
  open("GET /toolkits/posters"),
  open("GET /toolkits/posters/awareness.pdf"),
  open("GET /toolkits/files/:sha256{[0-9a-f]{64}}", ({ toolkit }) => `/toolkits/files/${toolkit.file}`),
  open("GET /toolkits/:toolkitId{tkt_[0-9a-f]+}", ({ toolkit }) => `/toolkits/${toolkit.id}`),
  open("GET /toolkits/:toolkitId{tkt_[0-9a-f]+}/:item", (w) => `/toolkits/${w.toolkit.id}/contact-guide`),
  open(
    "GET /toolkits/:toolkitId{tkt_[0-9a-f]+}/posters/:file{[a-z0-9-]+\\.pdf}",
    ({ toolkit }) => `/toolkits/${toolkit.id}/posters/help-poster.pdf`,
  ),
  open("GET /trainings"),
  open("GET /trainings/:id{trn_[0-9a-f]+}", ({ trainingId }) => `/trainings/${trainingId}`),
  open("GET /trainings/:id{trn_[0-9a-f]+}/credit", ({ trainingId }) => `/trainings/${trainingId}/credit`),
  {
    ...open("GET /trainings/assets/:sha256", () => `/trainings/assets/${"0".repeat(64)}`),
    // The sample has no pictures; the test of the catalogue opens one.
    reached: [404],
  },
];

const session = (under: string) => (world: TenantWorld) => `/trainings/sessions/${world.sessionId}${under}`;
const registration = (under: string) => (world: TenantWorld) =>
  `/trainings/registrations/${world.registrationKey}${under}`;

/** Whoever has the key of a registration is the one who registered. */
const sessions: Rule[] = [
  open("GET /trainings/calendar.ics"),
  open("GET /trainings/sessions/:file{ses_[0-9a-f]+\\.ics}", session(".ics")),
  open("GET /trainings/sessions/:id{ses_[0-9a-f]+}", session("")),
  open("GET /trainings/sessions/:id{ses_[0-9a-f]+}/credit", session("/credit")),
  {
    ...open("POST /trainings/sessions/:id{ses_[0-9a-f]+}", session("")),
    body: () => ({ name: "Guest", email: "guest@example.org" }),
  },
  open("GET /trainings/registrations/:file{[\\w-]{43}\\.ics}", registration(".ics")),
  open("GET /trainings/registrations/:key", registration("")),
  open("POST /trainings/registrations/:key/cancel", registration("/cancel")),
];

export const publicRules: Rule[] = [...foundation, ...identity, ...membership, ...content, ...sessions];
