import { createRouter, problemResponses } from "@concord/http";
import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import type { ApiEnv } from "../api-environment.ts";
import { demonstrationNotice, discreetFileName } from "../profile/index.ts";
import { certificatePdf, verificationUrl } from "./certificate-pdf.ts";
import { completionFacts, membershipFacts } from "./model.ts";
import { ownCertificateRoutes } from "./own-api.ts";
import { readCertificate, verifyCertificate } from "./verify.ts";

const verified = z
  .object({
    code: z.string(),
    /** `not-valid` never says why. */
    standing: z.enum(["valid", "expired", "not-valid"]),
    /** Everything that the certificate prints, in the language it was issued in. */
    facts: z.union([membershipFacts, completionFacts]),
    locale: z.string(),
    url: z.url(),
    meaning: z.string(),
    /** The demonstration notice, where the instance is not official. */
    notice: z.string().optional(),
  })
  .openapi("VerifiedCertificate");

const verifyRoute = createRoute({
  method: "get",
  path: "/api/v1/certificates/{code}",
  operationId: "verifyCertificate",
  tags: ["Certificates"],
  summary: "Resolve a printed code to every printed fact and whether it holds today",
  request: { params: z.object({ code: z.string().max(60) }) },
  responses: {
    200: { description: "The certificate", content: { "application/json": { schema: verified } } },
    ...problemResponses("not-found", "invalid"),
  },
});

const pdfRoute = createRoute({
  method: "get",
  path: "/api/v1/certificates/{code}/pdf",
  operationId: "downloadCertificate",
  tags: ["Certificates"],
  summary: "The certificate as PDF/UA, while it holds (scope credentials:read or membership:read)",
  security: [{ bearer: [] }],
  request: { params: z.object({ code: z.string().max(60) }) },
  responses: {
    200: {
      description: "The certificate",
      content: { "application/pdf": { schema: z.string().openapi({ format: "binary" }) } },
    },
    ...problemResponses("unauthenticated", "forbidden", "not-found", "invalid", "conflict"),
  },
});

/** Verification for other systems, and the certificate itself for the office's own. */
export function credentialsApi(): OpenAPIHono<ApiEnv> {
  const api = createRouter<ApiEnv>();
  ownCertificateRoutes(api);
  api.openapi(verifyRoute, async (c) => {
    const { tenant } = c.get("context");
    const { certificate, standing } = await verifyCertificate(c.get("context"), c.req.valid("param"));
    const { code, facts, locale } = certificate;
    const notice = demonstrationNotice(tenant.profile, "en");
    c.header("Cache-Control", "no-store");
    return c.json(
      {
        code,
        standing,
        facts,
        locale,
        url: verificationUrl(tenant, certificate),
        meaning: "Membership is neither an inspection nor an endorsement.",
        ...(notice ? { notice } : {}),
      },
      200,
    );
  });
  api.openapi(pdfRoute, async (c) => {
    const context = c.get("context");
    const found = await verifyCertificate(context, c.req.valid("param"));
    const certificate = await readCertificate(context, { certificateId: found.certificate.id });
    const name = discreetFileName(context.tenant.profile, certificate.code, "pdf");
    c.header("Content-Type", "application/pdf");
    c.header("Cache-Control", "private, no-store");
    c.header("Content-Disposition", `attachment; filename="${name}"`);
    return c.body(new Uint8Array(await certificatePdf(context.tenant, certificate)), 200);
  });
  return api;
}
