import { problemResponses } from "@concord/http";
import { dayIn } from "@concord/runtime";
import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import type { ApiEnv } from "../api-environment.ts";
import { demandPerson } from "../identity/index.ts";
import { verificationUrl } from "./certificate-pdf.ts";
import { certificateFacts, standing } from "./model.ts";
import { listMyCertificates } from "./verify.ts";

const ownCertificates = z
  .object({
    certificates: z.array(
      z.object({
        code: z.string(),
        standing: z.enum(["valid", "expired", "not-valid"]),
        /** Everything that the certificate prints: the course, the day and, where a board counted it, the credit. */
        facts: certificateFacts,
        locale: z.string(),
        issuedAt: z.iso.datetime(),
        /** Where anybody can check it, and where its holder fetches it as PDF. */
        url: z.url(),
        pdf: z.url(),
      }),
    ),
  })
  .openapi("OwnCertificates");

const listRoute = createRoute({
  method: "get",
  path: "/api/v1/me/certificates",
  operationId: "listOwnCertificates",
  tags: ["Certificates"],
  security: [{ bearer: [] }],
  summary: "Your certificates, newest first: a transcript of what you finished (scope credentials:read)",
  description: "For a token that a person made for a program of their own, on the portal.",
  responses: {
    200: { description: "Certificates", content: { "application/json": { schema: ownCertificates } } },
    ...problemResponses("unauthenticated", "forbidden"),
  },
});

/** A person's own certificates, for a program of theirs. */
export function ownCertificateRoutes(api: OpenAPIHono<ApiEnv>): void {
  api.openapi(listRoute, async (c) => {
    const context = c.get("context");
    const { tenant, clock, actor } = context;
    const found = await listMyCertificates(context, { personId: demandPerson(actor) });
    const today = dayIn(tenant.profile.jurisdiction.timeZones.default, clock.now());
    const certificates = found.map((certificate) => ({
      code: certificate.code,
      standing: standing(certificate, today),
      facts: certificate.facts,
      locale: certificate.locale,
      issuedAt: certificate.issuedAt.toISOString(),
      url: verificationUrl(tenant, certificate),
      pdf: `${tenant.origin}/api/v1/certificates/${certificate.code}/pdf`,
    }));
    return c.json({ certificates }, 200);
  });
}
