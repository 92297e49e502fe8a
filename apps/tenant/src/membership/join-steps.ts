import { z } from "zod";
import { applicationForm } from "./model.ts";

/** The pages of the application, in order, with the fields that each one asks for. */
export const joinSteps = ["organization", "locations", "contact", "commitments", "review"] as const;
export type JoinStep = (typeof joinSteps)[number];

const { shape } = applicationForm;

/** What must hold before the next page opens; the last page's rules are those of the whole form. */
export const stepSchemas = {
  organization: z.object({
    legalName: shape.legalName,
    doingBusinessAs: shape.doingBusinessAs,
    entityType: shape.entityType,
    fileNumber: shape.fileNumber,
    sector: shape.sector,
    employees: shape.employees,
    website: shape.website,
    heardFrom: shape.heardFrom,
  }),
  locations: z.object({ locations: shape.locations }),
  contact: z.object({
    contactName: shape.contactName,
    contactPhone: shape.contactPhone,
    contactEmail: shape.contactEmail,
  }),
  commitments: z.object({ level: shape.level, commitments: shape.commitments, campaignOn: shape.campaignOn }),
} as const;

export function isJoinStep(value: string): value is JoinStep {
  return joinSteps.some((step) => step === value);
}

export function stepAfter(step: JoinStep): JoinStep {
  return joinSteps[joinSteps.indexOf(step) + 1] ?? "review";
}

/** The page on which a field stands, for links from an error to where it can be mended. */
export function stepOfField(name: string): JoinStep {
  const [first = ""] = name.split(".");
  if (first === "files") return "commitments";
  const step = joinSteps.find((one) => one !== "review" && first in stepSchemas[one].shape);
  return step ?? "review";
}
