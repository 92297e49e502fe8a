import { z } from "@hono/zod-openapi";
import { adoptionId, memberId, partId, policyId, toolkitId } from "./model.ts";

const texts = z.record(z.string(), z.string());

const toolkitSummary = z
  .object({
    id: toolkitId,
    source: z.enum(["own", "adopted"]),
    /** Its id in the network, where it is shared. */
    item: z.string().nullable(),
    revision: z.number().int(),
    title: texts,
    summary: texts,
    audience: texts,
    languages: z.array(z.string()),
    sectors: z.array(z.string()),
    steps: z.array(partId),
    attribution: z.string().nullable(),
    licence: z.string().nullable(),
    url: z.url(),
  })
  .openapi("ToolkitSummary");

export const toolkitDetail = toolkitSummary
  .extend({ body: z.record(z.string(), z.unknown()) })
  .openapi("Toolkit");

export const toolkitList = z.object({ toolkits: z.array(toolkitSummary) }).openapi("ToolkitList");

export const adoptionList = z
  .object({
    memberId,
    adoptions: z.array(
      z.object({
        id: adoptionId,
        toolkitId,
        title: texts,
        chosenAt: z.iso.datetime(),
        stepsDone: z.number().int(),
        stepsTotal: z.number().int(),
        finished: z.boolean(),
        steps: z.array(z.object({ step: partId, doneOn: z.iso.date(), hasEvidence: z.boolean() })),
      }),
    ),
  })
  .openapi("MemberToolkits");

const moment = z.iso.datetime();

export const chooseRequest = z.object({ toolkitId }).openapi("ChooseToolkitRequest");

export const adoptionView = z
  .object({ id: adoptionId, memberId, toolkitId, chosenAt: moment })
  .openapi("ToolkitAdoption");

const stepView = z
  .object({
    step: partId,
    doneOn: z.iso.date(),
    evidence: z.object({ fileName: z.string(), mediaType: z.string(), size: z.number().int() }).nullable(),
  })
  .openapi("ToolkitStepDone");

const assessmentView = z
  .object({
    id: z.string(),
    item: partId,
    percent: z.number(),
    level: z.string(),
    answers: z.record(z.string(), z.string()),
    takenAt: moment,
  })
  .openapi("SelfAssessment");

const policyView = z
  .object({
    id: policyId,
    item: partId,
    version: z.number().int(),
    locale: z.string(),
    languages: z.array(z.string()),
    updatedAt: moment,
    adoptedOn: z.iso.date().nullable(),
    adoptedBy: z.string().nullable(),
    position: z.string().nullable(),
    /** The filled text as PDF/UA and as a Word file; `?lang=` picks another of its languages. */
    pdf: z.url(),
    docx: z.url(),
  })
  .openapi("FilledPolicy");

export const views = { step: stepView, assessment: assessmentView, policy: policyView };

export const workView = adoptionView
  .extend({
    stepsDone: z.number().int(),
    stepsTotal: z.number().int(),
    steps: z.array(stepView),
    assessments: z.array(assessmentView),
    policies: z.array(policyView.pick({ id: true, item: true, version: true, adoptedOn: true })),
  })
  .openapi("ToolkitWork");

export const assessRequest = z
  .object({ item: partId, answers: z.record(partId, z.string().max(64)) })
  .openapi("SelfAssessmentRequest");

export const policyRequest = z
  .object({
    item: partId,
    locale: z.string().min(2).max(12),
    answers: z.record(
      partId,
      z.union([z.string().max(4_000), z.boolean(), z.array(z.string().max(64)).max(40)]),
    ),
  })
  .openapi("PolicyRequest");

export const adoptPolicyRequest = z
  .object({ adoptedBy: z.string(), position: z.string().optional(), adoptedOn: z.iso.date() })
  .openapi("PolicyAdoptionRequest");

export const stepRequest = z
  .object({
    doneOn: z.iso.date(),
    /** A PDF, PNG, JPEG or Word file as base64; left out, the one before stays. */
    evidence: z
      .object({ fileName: z.string().min(1).max(200), content: z.base64().max(11_000_000) })
      .optional(),
  })
  .openapi("ToolkitStepRequest");
