import { z } from "@hono/zod-openapi";
import { applicationForm } from "./model.ts";

const { legalName, sector, level } = applicationForm.shape;

/** A member as the public directory shows it. */
export const publicMember = z
  .object({
    id: z.string(),
    name: legalName,
    doingBusinessAs: z.string().nullable(),
    /** NAICS 2022 sector. */
    sector,
    level,
    website: z.string().nullable(),
    memberSince: z.iso.date(),
    /** Only published locations; counties by FIPS code. */
    locations: z.array(z.object({ city: z.string(), countyFips: z.string(), street: z.string().optional() })),
    url: z.url(),
  })
  .openapi("Member");

export const publicMemberList = z
  .object({
    members: z.array(publicMember),
    /** How many fit in all; a search by name is counted up to 1,001. */
    total: z.number().int(),
  })
  .openapi("MemberList");

/** Whatever is known of the form; each answer that is given is judged, what is missing is not. */
export const applicationRequest = z
  .object({ form: applicationForm.partial(), locale: z.string().min(2).max(10).optional() })
  .openapi("ApplicationRequest");

export const applicationView = z
  .object({
    id: z.string(),
    reference: z.string(),
    kind: z.enum(["new", "renewal"]),
    status: z.enum(["draft", "submitted", "needs-information", "approved", "denied"]),
    memberId: z.string().nullable(),
    createdAt: z.iso.datetime(),
    submittedAt: z.iso.datetime().nullable(),
    decidedAt: z.iso.datetime().nullable(),
  })
  .openapi("ApplicationStatus");

export const startedApplication = applicationView
  .extend({
    /** Hands the application in; whoever has it can read and change it. */
    secret: z.string(),
    /** The same for the applicant's browser. */
    resumeUrl: z.url(),
  })
  .openapi("StartedApplication");

export const applicationDetail = applicationView
  .extend({ form: z.record(z.string(), z.unknown()), officeNote: z.string().nullable() })
  .openapi("Application");

export const applicationList = z
  .object({ applications: z.array(applicationDetail) })
  .openapi("ApplicationList");

export const submissionRequest = z.object({ secret: z.string() }).openapi("SubmissionRequest");
/** A file that proves a commitment, or the notarized affidavit. */
export const fileRequest = z
  .object({
    secret: z.string(),
    /** The id of a commitment that asks for an upload, or `affidavit`. */
    purpose: z.string(),
    /** PDF, Word, PNG or JPEG, at most 10 MiB. */
    file: z.instanceof(File).openapi({ type: "string", format: "binary" }),
  })
  .openapi("FileRequest");

export const attachedFile = z.object({ id: z.string(), purpose: z.string() }).openapi("AttachedFile");

export const denialRequest = z.object({ reasons: z.string() }).openapi("DenialRequest");
export const questionRequest = z.object({ question: z.string() }).openapi("QuestionRequest");

export const approval = z
  .object({
    application: applicationView,
    memberId: z.string(),
    memberNumber: z.string(),
    verificationCode: z.string(),
  })
  .openapi("Approval");

/** Read by the office alone. */
const note = z.string();
export const noteRequest = z.object({ note }).openapi("NoteRequest");
export const revocationRequest = z
  .object({
    /** Goes into the letter word for word. */
    grounds: z.string(),
    note: note.optional(),
  })
  .openapi("RevocationRequest");

export const memberStanding = z
  .object({
    id: z.string(),
    number: z.string(),
    status: z.enum(["active", "lapsed", "revoked", "held"]),
    validFrom: z.iso.date(),
    validUntil: z.iso.date(),
  })
  .openapi("MemberStanding");
