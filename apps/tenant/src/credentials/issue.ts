import { randomBytes } from "node:crypto";
import { newVerificationCode } from "@concord/credentials";
import type { Unit } from "../context.ts";
import { type Level, textIn } from "../profile/index.ts";
import type { Certificate, CompletionFacts, MembershipFacts } from "./model.ts";
import { insertCertificate, revoke, setMembershipStatus } from "./store.ts";

/** What a membership certificate needs to know of the member; the membership slice has more. */
export interface CertifiedMember {
  readonly id: string;
  readonly number: string;
  readonly legalName: string;
  readonly locale: string;
  readonly validFrom: string;
  readonly validUntil: string;
}

/** Issues the certificate of one term, within the caller's transaction and under its audit. */
export function issueMembershipCertificate(
  unit: Unit,
  { member, level }: { member: CertifiedMember; level: Level },
): Promise<Certificate> {
  const facts: MembershipFacts = {
    kind: "membership",
    holder: member.legalName,
    number: member.number,
    level: level.id,
    levelTitle: textIn(level.title, member.locale),
    certificateTitle: textIn(level.certificate.title, member.locale),
    wording: textIn(level.certificate.wording, member.locale),
    validFrom: member.validFrom,
    validUntil: member.validUntil,
  };
  return insertCertificate(unit.tx, {
    ...fresh(unit),
    kind: "membership",
    memberId: member.id,
    personId: null,
    locale: member.locale,
    facts,
  });
}

/** Issues a certificate of completion, within the caller's transaction and under its audit. */
export function issueCompletionCertificate(
  unit: Unit,
  issued: { personId: string | null; memberId: string | null; locale: string; facts: CompletionFacts },
): Promise<Certificate> {
  return insertCertificate(unit.tx, { ...fresh(unit), kind: "completion", ...issued });
}

/** Suspends a membership's certificates at once; `final` revokes them for good. */
export async function suspendMembershipCertificates(
  unit: Unit,
  memberId: string,
  final: boolean,
): Promise<void> {
  await setMembershipStatus(unit.tx, memberId, final ? "revoked" : "suspended");
}

export async function releaseMembershipCertificates(unit: Unit, memberId: string): Promise<void> {
  await setMembershipStatus(unit.tx, memberId, "valid");
}

/** Revokes certificates for good, within the caller's transaction and under its audit, and returns them. */
export function revokeCertificates(unit: Unit, ids: readonly string[]): Promise<Certificate[]> {
  return revoke(unit.tx, ids);
}

function fresh(unit: Unit) {
  return {
    id: unit.ids.next("crt"),
    code: newVerificationCode(randomBytes(16)),
    status: "valid" as const,
    issuedAt: unit.clock.now(),
  };
}
