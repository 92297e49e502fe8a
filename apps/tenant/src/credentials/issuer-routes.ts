import { type CredentialKey, createStatusList } from "@concord/credentials";
import { addHeader } from "@concord/http";
import { DomainError } from "@concord/runtime";
import { Hono } from "hono";
import type { Tenant } from "../context.ts";
import type { PortalEnv } from "../portal/environment.ts";
import { demonstrationNotice, textIn } from "../profile/index.ts";
import { issuerUrls } from "./badge.ts";
import { listNotValid } from "./verify.ts";

/** How long a copy of the status list may be believed: a hold must be seen soon. */
const statusMinutes = 15;

/** What a verifier of our badges fetches: the issuer's profile, its keys, what was earned, and the status list. */
export function issuerRoutes(keyOf: (tenant: Tenant) => Promise<CredentialKey>): Hono<PortalEnv> {
  const app = new Hono<PortalEnv>();
  // Keys and status lists have no field for words: a trial says it in the header, as its API does.
  app.use("/credentials/*", async (c, next) => {
    await next();
    const notice = demonstrationNotice(c.get("context").tenant.profile, "en");
    if (notice) addHeader(c, "Demonstration-Notice", notice);
  });
  app.get("/credentials/issuer", (c) => {
    const { tenant } = c.get("context");
    const urls = issuerUrls(tenant);
    const notice = demonstrationNotice(tenant.profile, "en");
    return c.json({
      "@context": [
        "https://www.w3.org/ns/credentials/v2",
        "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
      ],
      id: urls.issuer,
      type: ["Profile"],
      name: textIn(tenant.profile.program.name, "en"),
      url: tenant.origin,
      email: tenant.profile.office.email,
      description: [notice, textIn(tenant.profile.program.description, "en")].filter(Boolean).join(" "),
    });
  });
  app.get("/credentials/keys", async (c) => {
    const key = await keyOf(c.get("context").tenant);
    return c.json({ keys: [signingJwk(key)] });
  });
  app.get("/credentials/keys/:thumbprint", async (c) => {
    const key = await keyOf(c.get("context").tenant);
    if (!key.kid.endsWith(`/${c.req.param("thumbprint")}`))
      throw new DomainError("http.not-found", "not-found");
    return c.json(signingJwk(key));
  });
  app.get("/credentials/status/1", async (c) => {
    const context = c.get("context");
    const urls = issuerUrls(context.tenant);
    const now = context.clock.now();
    const list = await createStatusList(
      {
        url: urls.status,
        issuer: urls.issuer,
        purpose: "suspension",
        validFrom: now,
        validUntil: new Date(now.getTime() + statusMinutes * 60_000),
        set: await listNotValid(context, {}),
      },
      await keyOf(context.tenant),
    );
    return c.body(list, 200, { "Content-Type": "application/vc+jwt", "Cache-Control": "no-cache" });
  });
  app.get("/credentials/achievements/:id", (c) => {
    const { tenant } = c.get("context");
    return c.json(achievement(tenant, c.req.param("id")));
  });
  return app;
}

function achievement(tenant: Tenant, name: string) {
  const level = tenant.profile.membership.levels.find(({ id }) => id === name);
  if (!level && name !== "completion") throw new DomainError("http.not-found", "not-found");
  const { certificate, summary } = level ?? {};
  return {
    id: `${issuerUrls(tenant).achievements}/${name}`,
    type: ["Achievement"],
    achievementType: level ? "Membership" : "CertificateOfCompletion",
    name: certificate ? textIn(certificate.title, "en") : "Certificate of completion",
    description: [
      demonstrationNotice(tenant.profile, "en"),
      certificate ? textIn(certificate.wording, "en") : "The course is named in each certificate.",
    ]
      .filter(Boolean)
      .join(" "),
    criteria: { narrative: summary ? textIn(summary, "en") : "The holder finished the course named." },
  };
}

function signingJwk(key: CredentialKey) {
  return { ...key.publicJwk, kid: key.kid, alg: "RS256", use: "sig" };
}
