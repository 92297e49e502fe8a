import { type AchievementCredential, achievementCredential, jwtClaims } from "./achievement-credential.ts";
import type { TrustedKey } from "./credential-key.ts";
import { claimsOf } from "./issue-credential.ts";
import { openCredential } from "./signed-credential.ts";
import { readStatus } from "./status-list.ts";

/** Why a credential does not verify; the list is closed, and vectors hold an example of each. */
export const verificationReasons = [
  "malformed",
  "header-not-allowed",
  "key-unknown",
  "key-mismatch",
  "signature-invalid",
  "credential-invalid",
  "claims-mismatch",
  "issuer-mismatch",
  "not-yet-valid",
  "expired",
  "status-unknown",
  "suspended",
  "revoked",
] as const;
type VerificationReason = (typeof verificationReasons)[number];

type Verification =
  | { readonly verified: true; readonly credential: AchievementCredential }
  | { readonly verified: false; readonly reason: VerificationReason };

interface VerificationOptions {
  readonly keys: readonly TrustedKey[];
  readonly now: Date;
  /** Fetches a status list credential; undefined where it cannot be had. Without it, status is not looked at. */
  readonly statusList?: (url: string) => Promise<string | undefined>;
}

/**
 * Verifies an Open Badges 3.0 JWT (section 8.2.6): form, header, signature by a trusted key, shape, claims that repeat
 * the credential, the issuer's own key, time, and status. Never trusts the header's `jwk`, never throws on bad input.
 */
export async function verifyCredential(jwt: string, options: VerificationOptions): Promise<Verification> {
  const opened = await openCredential(jwt, options.keys);
  if (!opened.opened) return refuse(opened.reason);
  const { data: credential } = achievementCredential.safeParse(opened.payload);
  if (!credential) return refuse("credential-invalid");
  if (!claimsAgree(opened.payload, credential)) return refuse("claims-mismatch");
  if (opened.key.issuer !== credential.issuer.id) return refuse("issuer-mismatch");
  const now = options.now.getTime();
  if (now < Date.parse(credential.validFrom)) return refuse("not-yet-valid");
  if (credential.validUntil !== undefined && now >= Date.parse(credential.validUntil))
    return refuse("expired");
  const fault = await statusFault(credential, options);
  return fault ? refuse(fault) : { verified: true, credential };
}

function claimsAgree(payload: unknown, credential: AchievementCredential): boolean {
  const { data: claims } = jwtClaims.safeParse(payload);
  if (!claims) return false;
  const { iss, jti, nbf, sub, exp } = claims;
  const expected = { exp: undefined, ...claimsOf(credential) };
  return (
    iss === expected.iss &&
    jti === expected.jti &&
    nbf === expected.nbf &&
    sub === expected.sub &&
    exp === expected.exp
  );
}

async function statusFault(
  credential: AchievementCredential,
  { keys, now, statusList }: VerificationOptions,
): Promise<VerificationReason | undefined> {
  const entry = credential.credentialStatus;
  if (!entry || !statusList) return undefined;
  const url = entry.statusListCredential;
  const list = await statusList(url);
  if (list === undefined) return "status-unknown";
  const index = Number(entry.statusListIndex);
  const purpose = entry.statusPurpose;
  const status = await readStatus(list, keys, { url, issuer: credential.issuer.id, purpose, index, now });
  if (status === "clear") return undefined;
  if (status === "unknown") return "status-unknown";
  return purpose === "suspension" ? "suspended" : "revoked";
}

function refuse(reason: VerificationReason): Verification {
  return { verified: false, reason };
}
