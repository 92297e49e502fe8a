import { z } from "@hono/zod-openapi";
import { adoptionId, memberId, partId, toolkitId } from "./model.ts";

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
