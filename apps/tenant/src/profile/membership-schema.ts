import { z } from "zod";
import { basis, localized, slug } from "./text-schema.ts";

export const entityTypes = ["for-profit", "nonprofit", "association", "public-body"] as const;

const commitmentKinds = [
  "policy",
  "training",
  "campaign",
  "new-hire-materials",
  "supplier-clause",
  "conduct",
  "signs",
  "reporting-contact",
  "promotion",
  "learn",
  "do",
] as const;

const months = z.int().min(1).max(120);

const commitment = z.strictObject({
  id: slug,
  text: localized,
  kind: z.enum(commitmentKinds).describe("What the member's checklist offers beside it"),
  evidence: z.enum(["none", "upload", "campaign-date"]),
  priorMonths: months.optional().describe("Must have happened within so many months before applying"),
  everyMonths: months.optional().describe("Falls due again after so many months of membership"),
});
export type Commitment = z.infer<typeof commitment>;

const level = z.strictObject({
  id: slug,
  title: localized,
  summary: localized,
  certificate: z.strictObject({
    title: localized.describe("For instance: Certificate of recognition"),
    wording: localized.describe("The sentence under the member's name, without the name itself"),
  }),
  term: z.strictObject({ months, basis }),
  commitments: z.array(commitment).min(1),
  basis: basis.describe("What the level and its commitments rest on"),
});
export type Level = z.infer<typeof level>;

const renewal = z.strictObject({
  openDaysBefore: z.int().min(1).max(365).describe("A renewal may come not sooner than this before expiry"),
  early: z.enum(["reject", "accept"]).describe("What happens to one that comes sooner"),
  late: z.enum(["new-application", "grace"]).describe("What happens to one that comes after expiry"),
  graceDays: z.int().positive().optional(),
  basis,
});
export type RenewalRule = z.infer<typeof renewal>;

export const membershipSchema = z.strictObject({
  eligibility: z.strictObject({ entityTypes: z.array(z.enum(entityTypes)).min(1), basis }),
  levels: z.array(level).min(1),
  renewal: renewal.refine((rule) => (rule.late === "grace") === (rule.graceDays !== undefined), {
    message: "`late: grace` and `graceDays` go together",
    params: { mend: "give both, or neither" },
  }),
  oath: z.strictObject({
    method: z.enum(["e-signature", "notary"]),
    statement: localized.describe("What the applicant signs or swears"),
    basis,
  }),
  fee: z
    .strictObject({ dollars: z.number().nonnegative(), basis })
    .optional()
    .describe("Unset where it is not known: pages say `ask the office`"),
  publicRecordNotice: z.strictObject({ text: localized, basis }),
  directory: z
    .strictObject({
      showsAddress: z.boolean().describe("Never shows a location marked as never published"),
      basis,
    })
    .optional(),
  revocation: z.strictObject({ text: localized, basis }).optional(),
});
export type MembershipRules = z.infer<typeof membershipSchema>;
