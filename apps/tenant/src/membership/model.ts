import { z } from "zod";
import { email } from "../identity/index.ts";
import type { MembershipRules } from "../profile/index.ts";

const text = (max: number) => z.string().trim().max(max, "field.too-big");
const needed = (max: number) => text(max).min(1, "field.required");
/** An empty box of a form means nothing was said. */
const optional = (max: number) =>
  text(max)
    .optional()
    .transform((value) => (value === "" ? undefined : value));

export const location = z.object({
  label: optional(100),
  street: needed(200),
  city: needed(100),
  /** The state, by two letters; which there are is the profile's to say. */
  region: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z]{2}$/, "membership.region"),
  postalCode: z
    .string()
    .trim()
    .regex(/^\d{5}(-\d{4})?$/, "membership.postal-code"),
  countyFips: z.string().regex(/^\d{5}$/, "field.required"),
  /** Any address may be a substitute given by an address confidentiality program: it is never published unless asked. */
  published: z.boolean().default(false),
});
export type Location = z.infer<typeof location>;

/** What the directory shows of a published place; whoever agrees to it is told the same. */
export function shownOfPlace({ directory }: Pick<MembershipRules, "directory">): "street" | "city" {
  return directory?.showsAddress === true ? "street" : "city";
}

/** A complete application, as a profile's rules then judge it. */
export const applicationForm = z.object({
  legalName: needed(200),
  doingBusinessAs: optional(200),
  entityType: needed(40),
  fileNumber: optional(40),
  sector: z.string().regex(/^\d{2}(-\d{2})?$/, "field.required"),
  employees: z.coerce
    .number({ error: "membership.employees" })
    .int("membership.employees")
    .min(0, "membership.employees")
    .max(3_000_000, "membership.employees"),
  website: optional(300).pipe(z.url({ protocol: /^https?$/, error: "membership.website" }).optional()),
  heardFrom: optional(200),
  contactName: needed(200),
  contactPhone: needed(40).regex(/^[+\d][\d\s().x-]{6,}$/i, "membership.phone"),
  contactEmail: email,
  locations: z.array(location).min(1, "field.required").max(50, "membership.too-many-locations"),
  level: needed(40),
  commitments: z.array(z.string().max(80)),
  /** A campaign's day, where the level asks for one. */
  campaignOn: optional(10).pipe(z.iso.date("membership.date").optional()),
  listed: z.boolean().default(false),
  publicRecordRead: z.literal(true, "membership.public-record"),
  signature: needed(200),
});
export type ApplicationForm = z.infer<typeof applicationForm>;

/** What was typed so far: any subset, nothing judged yet. */
export type ApplicationDraft = { readonly [Field in keyof ApplicationForm]?: unknown };
export const applicationDraft = z
  .record(z.string(), z.unknown())
  .transform((typed): ApplicationDraft => pickFields(typed))
  .refine(fitsDraft, "membership.draft-too-large");

/** What was typed later replaces what was typed before, field by field. */
export function mergeDrafts(before: ApplicationDraft, typed: ApplicationDraft): ApplicationDraft {
  return { ...before, ...typed };
}

export function fitsDraft(draft: ApplicationDraft): boolean {
  return JSON.stringify(draft).length <= 65_536;
}

/** Fields that no form has, such as the name of a button, are dropped. */
function pickFields(typed: Readonly<Record<string, unknown>>): ApplicationDraft {
  return Object.fromEntries(Object.entries(typed).filter(([key]) => key in applicationForm.shape));
}

/** A draft that nobody touches for so long is removed. */
export const draftDays = 30;

/** Whether a draft has been left alone for so long that its link no longer opens it. */
export function isForsaken(
  { status, updatedAt }: Pick<Application, "status" | "updatedAt">,
  now: Date,
): boolean {
  return status === "draft" && updatedAt < draftsForsakenBefore(now);
}

export function draftsForsakenBefore(now: Date): Date {
  return new Date(now.getTime() - draftDays * 86_400_000);
}

export type ApplicationStatus = "draft" | "submitted" | "needs-information" | "approved" | "denied";
export type MemberStatus = "active" | "lapsed" | "revoked" | "held";

export interface Application {
  readonly id: string;
  readonly reference: string;
  readonly kind: "new" | "renewal";
  readonly status: ApplicationStatus;
  readonly form: ApplicationDraft;
  /** As it was last handed in; null before. */
  readonly handedIn: ApplicationDraft | null;
  readonly locale: string;
  readonly personId: string | null;
  readonly memberId: string | null;
  readonly officeNote: string | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  /** When it was first handed in; an answer to a question does not change it. */
  readonly submittedAt: Date | null;
  readonly decidedAt: Date | null;
}

export interface Member {
  readonly id: string;
  readonly number: string;
  readonly legalName: string;
  readonly doingBusinessAs: string | null;
  readonly entityType: string;
  readonly fileNumber: string | null;
  readonly sector: string;
  readonly employees: number;
  readonly website: string | null;
  readonly level: string;
  readonly commitments: readonly string[];
  readonly status: MemberStatus;
  readonly listed: boolean;
  readonly contactName: string;
  readonly contactEmail: string;
  readonly contactPhone: string | null;
  readonly locale: string;
  /** Days as YYYY-MM-DD in the program's time zone. */
  readonly joinedOn: string;
  readonly validFrom: string;
  readonly validUntil: string;
}

/** Letters and digits that are not mistaken for each other when spoken. */
const spoken = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

/** A reference such as `7KQ-4MX`, from the last bytes of an id, whose end is random. */
export function spokenReference(randomHex: string): string {
  const bytes = Buffer.from(randomHex.slice(-16), "hex");
  const letters = [...bytes].slice(-7).map((byte) => spoken[byte % spoken.length] ?? "2");
  return `${letters.slice(0, 3).join("")}-${letters.slice(3).join("")}`;
}

/** Lower case without accents or leading article, so that lists read as a phone book does. */
export function sortName(legalName: string): string {
  return plain(legalName).replace(/^the\s+/, "");
}

/** What a search by name looks through: every name, in the spelling that `plain` gives the words searched for. */
export function searchName(...names: readonly (string | null | undefined)[]): string {
  return names.flatMap((name) => (name ? plain(name) : [])).join(" / ");
}

/** Lower case without accents, with single spaces. */
export function plain(words: string): string {
  return words.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase().replaceAll(/\s+/g, " ").trim();
}
