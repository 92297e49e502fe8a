import { completionCertificatePdf, membershipCertificatePdf } from "@concord/documents";
import type { Tenant } from "../context.ts";
import { pageUrl } from "../portal/page-url.ts";
import { letterheadOf } from "../profile/index.ts";
import type { Certificate } from "./model.ts";

/** Where anybody can check a certificate; printed on it as text and as a QR code. */
export function verificationUrl(tenant: Tenant, certificate: Pick<Certificate, "code" | "locale">): string {
  return pageUrl(tenant, certificate.locale, `/verify/${certificate.code}`);
}

/** The certificate as PDF/UA-1, from nothing but the facts that were kept when it was issued. */
export function certificatePdf(tenant: Tenant, certificate: Certificate): Promise<Uint8Array> {
  const { facts, code, locale } = certificate;
  const head = {
    ...letterheadOf(tenant.profile, locale),
    verificationCode: code,
    verificationUrl: verificationUrl(tenant, certificate),
  };
  if (facts.kind === "membership") {
    return membershipCertificatePdf({
      ...head,
      member: facts.holder,
      level: facts.levelTitle,
      title: facts.certificateTitle,
      wording: facts.wording,
      validFrom: facts.validFrom,
      validUntil: facts.validUntil,
      membershipNumber: facts.number,
    });
  }
  const { credit } = facts;
  return completionCertificatePdf({
    ...head,
    learner: facts.holder,
    course: facts.title,
    days: [facts.completedOn],
    minutes: facts.minutes,
    provider: { name: facts.provider },
    attribution: facts.attribution,
    ...(credit && { credit: { ...credit, board: credit.boardName } }),
  });
}
