import { type CredentialKey, issueCredential } from "@concord/credentials";
import { rateLimit } from "@concord/http";
import { type Clock, DomainError, dayIn } from "@concord/runtime";
import { localHref } from "@concord/ui";
import { Hono } from "hono";
import type { Context, Tenant } from "../context.ts";
import type { PortalContext, PortalEnv } from "../portal/environment.ts";
import { attempt } from "../portal/forms.ts";
import { discreetFileName } from "../profile/index.ts";
import { badgeFacts, credentialKeyOf } from "./badge.ts";
import { certificatePdf } from "./certificate-pdf.ts";
import { issuerRoutes } from "./issuer-routes.ts";
import { messages } from "./messages.ts";
import type { Certificate } from "./model.ts";
import { readCertificate, verifyCertificate } from "./verify.ts";
import { VerifiedPage, VerifyPage } from "./views/verify-page.tsx";

/** Verification for anybody, and the certificate itself for its holder and the office. */
export function credentialsPortal({ clock }: { clock: Clock }): Hono<PortalEnv> {
  const app = new Hono<PortalEnv>();
  const keyOf = keyReader();
  const slow = rateLimit({ clock, capacity: 60, perSecond: 1 });
  app.route("/", issuerRoutes(keyOf));
  app.get("/verify", (c) => {
    const code = c.req.query("code")?.trim();
    if (!code) return c.html(<VerifyPage site={c.get("site")} number={sampleNumber(c)} />);
    return c.redirect(localHref(c.get("site"), `/verify/${encodeURIComponent(code)}`), 303);
  });
  app.get("/verify/:code", slow, verified);
  app.get("/certificates/:file{crt_[0-9a-f]+\\.pdf}", async (c) => {
    const certificate = await held(c);
    const pdf = await certificatePdf(c.get("context").tenant, certificate);
    return download(c, certificate, new Uint8Array(pdf), "application/pdf", "pdf");
  });
  app.get("/certificates/:file{crt_[0-9a-f]+\\.jwt}", async (c) => {
    const { tenant } = c.get("context");
    const certificate = await held(c);
    const jwt = await issueCredential(badgeFacts(tenant, certificate), await keyOf(tenant));
    return download(c, certificate, jwt, "application/vc+jwt", "jwt");
  });
  return app;
}

async function verified(c: PortalContext): Promise<Response> {
  const site = c.get("site");
  const context = c.get("context");
  const code = c.req.param("code") ?? "";
  const number = sampleNumber(c);
  c.header("Cache-Control", "no-store");
  try {
    const found = await attempt(c, [messages], () => verifyCertificate(context, { code }));
    if (!found.ok)
      return c.html(<VerifyPage {...{ site, number, code }} errors={found.errors} />, found.status);
    const { profile } = context.tenant;
    return c.html(<VerifiedPage site={site} profile={profile} today={todayOf(context)} {...found.value} />);
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== "credentials.code-not-found") throw error;
    return c.html(<VerifyPage {...{ site, number, code }} unknown />, 404);
  }
}

function sampleNumber(c: PortalContext): string {
  const context = c.get("context");
  return `${context.tenant.code.toUpperCase()}-${todayOf(context).slice(0, 4)}-00042`;
}

function todayOf({ tenant, clock }: Context): string {
  return dayIn(tenant.profile.jurisdiction.timeZones.default, clock.now());
}

async function held(c: PortalContext): Promise<Certificate> {
  const [certificateId = ""] = (c.req.param("file") ?? "").split(".");
  return readCertificate(c.get("context"), { certificateId });
}

function download(
  c: PortalContext,
  certificate: Certificate,
  body: string | Uint8Array<ArrayBuffer>,
  type: string,
  extension: string,
): Response {
  const name = discreetFileName(c.get("context").tenant.profile, certificate.code, extension);
  c.header("Content-Type", type);
  c.header("Cache-Control", "private, no-store");
  c.header("Content-Disposition", `attachment; filename="${name}"`);
  return c.body(body);
}

/** Reads the key file's key once. */
function keyReader(): (tenant: Tenant) => Promise<CredentialKey> {
  let key: Promise<CredentialKey> | undefined;
  return (tenant) => {
    key ??= credentialKeyOf(tenant);
    return key;
  };
}
