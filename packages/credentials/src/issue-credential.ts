import {
  type AchievementCredential,
  achievementCredential,
  contexts,
  epochSeconds,
} from "./achievement-credential.ts";
import type { CredentialKey } from "./credential-key.ts";
import { signCredential } from "./signed-credential.ts";

interface StatusReference {
  /** Address of the status list credential. */
  readonly url: string;
  readonly index: number;
  /** A suspension may be lifted, a revocation never is. */
  readonly purpose?: "revocation" | "suspension";
}

export interface CredentialFacts {
  /** A URI that names this credential for good. */
  readonly id: string;
  readonly issuer: { readonly id: string; readonly name: string };
  /** `id` is an opaque URI of the holder; the name is what the certificate prints. */
  readonly subject: {
    readonly id: string;
    readonly name: string;
    readonly licenseNumber?: string | undefined;
    readonly hours?: number | undefined;
    readonly completedAt?: Date | undefined;
  };
  readonly achievement: {
    readonly id: string;
    readonly name: string;
    readonly description: string;
    readonly criteria: string;
    readonly type: "Membership" | "CertificateOfCompletion";
    readonly language: string;
  };
  readonly validFrom: Date;
  readonly validUntil?: Date | undefined;
  readonly statusList?: StatusReference | undefined;
}

/**
 * Issues an Open Badges 3.0 credential as a JWT signed with RS256.
 * Throws a ZodError where the facts do not make a valid credential, such as an id that is no URI.
 */
export async function issueCredential(facts: CredentialFacts, key: CredentialKey): Promise<string> {
  const credential = credentialOf(facts);
  return signCredential({ ...credential, ...claimsOf(credential) }, key);
}

/** `iss`, `jti`, `nbf`, `sub` and `exp` as Open Badges 3.0 section 8.2.4 derives them. */
export function claimsOf(credential: AchievementCredential) {
  return {
    iss: credential.issuer.id,
    jti: credential.id,
    nbf: epochSeconds(credential.validFrom),
    sub: credential.credentialSubject.id,
    ...(credential.validUntil !== undefined && { exp: epochSeconds(credential.validUntil) }),
  };
}

/** The credential before it is signed, checked against its own schema. */
export function credentialOf(facts: CredentialFacts): AchievementCredential {
  return achievementCredential.parse(describe(facts));
}

function describe({ id, issuer, subject, achievement, validFrom, validUntil, statusList }: CredentialFacts) {
  return {
    "@context": [...contexts],
    id,
    type: ["VerifiableCredential", "OpenBadgeCredential"],
    name: achievement.name,
    issuer: { id: issuer.id, type: ["Profile"], name: issuer.name },
    validFrom: writeMoment(validFrom),
    ...(validUntil && { validUntil: writeMoment(validUntil) }),
    credentialSubject: {
      id: subject.id,
      type: ["AchievementSubject"],
      identifier: [
        { type: "IdentityObject", hashed: false, identityHash: subject.name, identityType: "name" },
      ],
      ...(subject.licenseNumber !== undefined && { licenseNumber: subject.licenseNumber }),
      ...(subject.hours !== undefined && { creditsEarned: subject.hours }),
      ...(subject.completedAt && { activityEndDate: writeMoment(subject.completedAt) }),
      achievement: {
        id: achievement.id,
        type: ["Achievement"],
        achievementType: achievement.type,
        name: achievement.name,
        description: achievement.description,
        inLanguage: achievement.language,
        criteria: { narrative: achievement.criteria },
      },
    },
    ...(statusList && { credentialStatus: statusOf(statusList) }),
  };
}

function statusOf({ url, index, purpose = "revocation" }: StatusReference) {
  return {
    id: `${url}#${index}`,
    type: "BitstringStatusListEntry",
    statusPurpose: purpose,
    statusListIndex: String(index),
    statusListCredential: url,
  };
}

/** Whole seconds: a JWT's times have no fractions, and the two must agree. */
function writeMoment(moment: Date): string {
  return `${moment.toISOString().slice(0, 19)}Z`;
}
