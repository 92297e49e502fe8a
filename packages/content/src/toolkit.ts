import { z } from "zod";
import { imageBlob } from "./blob.ts";
import { blockList, unsupportedPart } from "./block.ts";
import { localizedText, partId, parts } from "./localized.ts";
import { policyTemplate } from "./policy-template.ts";
import { selfAssessment } from "./self-assessment.ts";
import { bodyHead, reference, sectors } from "./training.ts";

const itemHead = { id: partId, title: localizedText, summary: localizedText };
const line = z.object({ id: partId, text: localizedText });

const knownItem = z.discriminatedUnion("type", [
  z.object({ ...itemHead, type: z.literal("self-assessment"), assessment: selfAssessment }),
  z.object({ ...itemHead, type: z.literal("policy-template"), template: policyTemplate }),
  z.object({ ...itemHead, type: z.literal("checklist"), items: parts(line) }),
  z.object({ ...itemHead, type: z.literal("guide"), blocks: blockList }),
  z.object({
    ...itemHead,
    type: z.literal("poster"),
    headline: localizedText,
    lines: parts(line, 20),
    call: localizedText,
    hotlines: z.array(partId).min(1).max(6),
    image: z.object({ blob: imageBlob, alt: localizedText }).optional(),
  }),
]);

const itemTypes = ["self-assessment", "policy-template", "checklist", "guide", "poster"];
const unsupportedItem = unsupportedPart.refine(({ type }) => !itemTypes.includes(type), {
  message: "item-invalid",
  abort: true,
});

/** One step on the way to adopting the toolkit; `evidence` says what to keep as proof. */
const step = z.object({
  id: partId,
  title: localizedText,
  summary: localizedText,
  evidence: localizedText,
  /** The items of this toolkit that help with it. */
  items: z.array(partId).max(20).default([]),
  /** Trainings that help with it, by slug in the library or item id in the network. */
  trainings: z.array(z.string().min(1).max(200)).max(20).default([]),
});

export const toolkitBody = z
  .object({
    schema: z.literal("concord.toolkit/1"),
    ...bodyHead,
    sectors: sectors.default([]),
    path: parts(step, 30),
    items: parts(z.union([knownItem, unsupportedItem]), 60),
    references: parts(reference, 60).default([]),
  })
  .superRefine((toolkit, context) => {
    const known = new Set(toolkit.items.map(({ id }) => id));
    for (const [index, { items }] of toolkit.path.entries()) {
      const unknown = items.filter((id) => !known.has(id));
      if (unknown.length > 0)
        context.addIssue({ code: "custom", message: "item-unknown", path: ["path", index, "items"] });
    }
  });

export type ToolkitBody = z.infer<typeof toolkitBody>;
export type ToolkitItem = z.infer<typeof knownItem>;
export type AnyToolkitItem = ToolkitBody["items"][number];

export function isKnownItem(item: AnyToolkitItem): item is ToolkitItem {
  return itemTypes.includes(item.type);
}
