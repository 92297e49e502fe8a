import { z } from "zod";

const day = z.iso.date();

/** Everything a membership certificate prints, in the language it was issued in. */
export const membershipFacts = z.object({
  kind: z.literal("membership"),
  holder: z.string(),
  number: z.string(),
  level: z.string(),
  levelTitle: z.string(),
  wording: z.string(),
  certificateTitle: z.string(),
  validFrom: day,
  validUntil: day,
});

/** What a licensee's board accepted, as it stood on the day of completion. */
const creditFacts = z.object({
  boardId: z.string(),
  boardName: z.string(),
  licenseNumber: z.string(),
  contactHours: z.number().positive(),
  approvalNumber: z.string(),
  deliveryFormat: z.string(),
  /** The law or rule it rests on, where the office recorded it. */
  citation: z.string().optional(),
  retentionYears: z.number().int().positive().optional(),
});

/** Everything a certificate of completion prints. */
export const completionFacts = z.object({
  kind: z.literal("completion"),
  holder: z.string(),
  title: z.string(),
  /** Training, or session of a series. */
  activity: z.enum(["training", "session"]),
  completedOn: day,
  minutes: z.number().int().positive(),
  provider: z.string(),
  attribution: z.string().optional(),
  credit: creditFacts.optional(),
  /** Without credit because every license that counts it has its credit for this approval already. */
  earnedBefore: z.boolean().optional(),
});

export const certificateFacts = z.discriminatedUnion("kind", [membershipFacts, completionFacts]);
export type CertificateFacts = z.infer<typeof certificateFacts>;
export type MembershipFacts = z.infer<typeof membershipFacts>;
export type CompletionFacts = z.infer<typeof completionFacts>;

export interface Certificate {
  readonly id: string;
  readonly code: string;
  readonly kind: "membership" | "completion";
  readonly memberId: string | null;
  readonly personId: string | null;
  readonly locale: string;
  readonly facts: CertificateFacts;
  /** Position in the status list. */
  readonly statusIndex: number;
  readonly status: "valid" | "suspended" | "revoked";
  readonly issuedAt: Date;
}

/** Whether somebody typed a membership's number, such as MS-2026-00042, where a certificate's code is asked for. */
export function looksLikeMembershipNumber(text: string): boolean {
  return /^[a-z]{2}[\s\p{Pd}_.]*20\d{2}[\s\p{Pd}_.]*\d{5,}$/iu.test(text.trim());
}

/** What the verify page says. A suspended certificate reads as not valid, without a reason. */
export type Standing = "valid" | "expired" | "not-valid";

export function standing(certificate: Certificate, today: string): Standing {
  if (certificate.status !== "valid") return "not-valid";
  if (certificate.facts.kind === "membership" && certificate.facts.validUntil < today) return "expired";
  return "valid";
}
