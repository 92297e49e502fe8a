import { z } from "zod";

export const contexts = [
  "https://www.w3.org/ns/credentials/v2",
  "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
] as const;

const dateTime = z.iso.datetime({ offset: true });
const uri = z.string().regex(/^(https?:\/\/|urn:|did:|mailto:)\S+$/);

const issuerProfile = z.looseObject({
  id: uri,
  type: z.array(z.string()).refine((types) => types.includes("Profile")),
  name: z.string().min(1),
});

/** An entry of a Bitstring Status List 1.0, section 2.1. */
const statusEntry = z.looseObject({
  id: z.string().optional(),
  type: z.literal("BitstringStatusListEntry"),
  statusPurpose: z.enum(["revocation", "suspension"]),
  statusListIndex: z.string().regex(/^(0|[1-9]\d{0,8})$/),
  statusListCredential: uri,
});

/** Open Badges 3.0, Achievement (appendix B.1.1), as far as certificates here use it. */
const achievement = z.looseObject({
  id: uri,
  type: z.array(z.string()).refine((types) => types.includes("Achievement")),
  achievementType: z.string().optional(),
  name: z.string().min(1),
  description: z.string(),
  inLanguage: z.string().optional(),
  criteria: z.looseObject({ narrative: z.string() }),
});

const identityObject = z.looseObject({
  type: z.literal("IdentityObject"),
  hashed: z.boolean(),
  identityHash: z.string().min(1),
  identityType: z.string(),
});

/** Open Badges 3.0, AchievementSubject (appendix B.1.3). */
const achievementSubject = z.looseObject({
  id: uri,
  type: z.array(z.string()).refine((types) => types.includes("AchievementSubject")),
  identifier: z.array(identityObject).min(1),
  licenseNumber: z.string().optional(),
  creditsEarned: z.number().nonnegative().optional(),
  activityEndDate: dateTime.optional(),
  achievement,
});

/** Open Badges 3.0, AchievementCredential: a W3C Verifiable Credential 2.0. Members unknown here are kept. */
export const achievementCredential = z.looseObject({
  "@context": z.array(z.string()).refine((given) => contexts.every((one, index) => given[index] === one)),
  id: uri,
  type: z
    .array(z.string())
    .refine((types) => types.includes("VerifiableCredential") && types.includes("OpenBadgeCredential")),
  name: z.string().min(1),
  issuer: issuerProfile,
  validFrom: dateTime,
  validUntil: dateTime.optional(),
  credentialSubject: achievementSubject,
  credentialStatus: statusEntry.optional(),
});
export type AchievementCredential = z.infer<typeof achievementCredential>;

/** The registered JWT claims (RFC 7519) that repeat what the credential says; times in whole seconds. */
export const jwtClaims = z.looseObject({
  iss: z.string(),
  jti: z.string(),
  nbf: z.number().int(),
  sub: z.string(),
  exp: z.number().int().optional(),
});

/** Seconds since 1970 of an RFC 3339 date-time, fractions dropped. */
export function epochSeconds(moment: string): number {
  return Math.floor(Date.parse(moment) / 1000);
}
