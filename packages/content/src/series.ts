import { z } from "zod";
import { blockList } from "./block.ts";
import { localizedText, partId, parts } from "./localized.ts";
import { quiz } from "./quiz.ts";
import { bodyHead, objectives, reference, sectors } from "./training.ts";

const partHead = { id: partId, title: localizedText, summary: localizedText };

const agendaStep = z.object({
  id: partId,
  minutes: z.int().positive().max(600),
  title: localizedText,
  detail: localizedText,
});

/** A part that is a training of its own; `training` is its slug in the library or its item id in the network. */
const trainingPart = z.object({
  ...partHead,
  type: z.literal("training"),
  training: z.string().min(1).max(200),
});

const livePart = z.object({
  ...partHead,
  type: z.literal("live"),
  minutes: z.int().positive().max(600),
  objectives,
  agenda: parts(agendaStep, 30),
  /** What participants are given to read or take home. */
  blocks: blockList,
  /** What only the presenter sees. */
  presenter: blockList.default([]),
  quiz: quiz.optional(),
});

export const seriesBody = z.object({
  schema: z.literal("concord.series/1"),
  ...bodyHead,
  objectives,
  sectors: sectors.default([]),
  parts: parts(z.discriminatedUnion("type", [trainingPart, livePart]), 40),
  references: parts(reference, 60).default([]),
});

export type SeriesBody = z.infer<typeof seriesBody>;
export type SeriesPart = SeriesBody["parts"][number];
