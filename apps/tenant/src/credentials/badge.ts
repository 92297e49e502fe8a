import { type CredentialFacts, type CredentialKey, readCredentialKey } from "@concord/credentials";
import type { Tenant } from "../context.ts";
import { demonstrationNotice, textIn } from "../profile/index.ts";
import { verificationUrl } from "./certificate-pdf.ts";
import { messages } from "./messages.ts";
import type { Certificate } from "./model.ts";

/** Where the instance answers as an issuer of Open Badges 3.0. */
export function issuerUrls(tenant: Tenant) {
  const base = `${tenant.origin}/credentials`;
  return {
    issuer: `${base}/issuer`,
    keys: `${base}/keys`,
    status: `${base}/status/1`,
    achievements: `${base}/achievements`,
  };
}

export function credentialKeyOf(tenant: Tenant): Promise<CredentialKey> {
  return readCredentialKey(tenant.secrets.credentialKeyPem, issuerUrls(tenant).keys);
}

/** A certificate as the facts of an Open Badges 3.0 credential; the holder is named by an opaque URN. */
export function badgeFacts(tenant: Tenant, certificate: Certificate): CredentialFacts {
  const { facts, locale } = certificate;
  const urls = issuerUrls(tenant);
  const t = messages.in(locale);
  const membership = facts.kind === "membership";
  const notice = demonstrationNotice(tenant.profile, locale);
  const hours = membership ? undefined : facts.credit?.contactHours;
  return {
    id: verificationUrl(tenant, certificate),
    issuer: { id: urls.issuer, name: textIn(tenant.profile.program.name, "en") },
    subject: {
      id: holderUrn(certificate),
      name: facts.holder,
      ...(membership
        ? {}
        : { licenseNumber: facts.credit?.licenseNumber, hours, completedAt: startOf(facts.completedOn) }),
    },
    achievement: {
      id: membership ? `${urls.achievements}/${facts.level}` : `${urls.achievements}/completion`,
      name: membership ? facts.certificateTitle : facts.title,
      // A badge travels alone: what every page says of a trial must be in it.
      description: [notice, membership ? facts.wording : t("fact.completion")].filter(Boolean).join(" "),
      criteria: t(membership ? "verify.not-endorsement" : "verify.completion-not"),
      type: membership ? "Membership" : "CertificateOfCompletion",
      language: locale,
    },
    validFrom: membership ? startOf(facts.validFrom) : certificate.issuedAt,
    ...(membership && { validUntil: endOf(facts.validUntil) }),
    statusList: { url: urls.status, index: certificate.statusIndex, purpose: "suspension" },
  };
}

/** The last 32 digits of our identifiers are a UUID (RFC 9562). */
function holderUrn({ memberId, personId, id }: Certificate): string {
  const hex = (personId ?? memberId ?? id).slice(-32);
  return `urn:uuid:${hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5")}`;
}

function startOf(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

/** The whole last day, wherever in the country it is. */
function endOf(day: string): Date {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 36 * 3_600_000);
}
