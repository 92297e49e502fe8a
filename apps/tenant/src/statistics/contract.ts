import type { figuresBody } from "@concord/content";
import { z } from "@hono/zod-openapi";
import { month } from "./model.ts";

/** The body as it was signed; its own schema says what each figure is. */
const figures = z.custom<z.infer<typeof figuresBody>>().openapi({
  type: "object",
  description: "concord.figures/1: period, definitions, membership exact, activity protected",
});

export const figuresRelease = z
  .object({
    month,
    revision: z.number().int(),
    item: z.string(),
    publishedAt: z.iso.datetime(),
    figures,
  })
  .openapi("FiguresRelease");

export const figuresList = z.object({ releases: z.array(figuresRelease) }).openapi("FiguresList");
export const figuresPreview = z.object({ figures }).openapi("FiguresPreview");
export const monthParam = z.object({ month });
