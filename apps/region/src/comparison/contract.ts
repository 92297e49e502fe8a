import { z } from "@hono/zod-openapi";

/** What can be taken away as a file, by the last part of its address. */
export const datasets = ["membership", "growth", "sectors", "activity", "freshness", "network"] as const;
export type Dataset = (typeof datasets)[number];
export type ComparedDataset = Exclude<Dataset, "network">;
export const comparedDatasets = datasets.filter((name) => name !== "network");

const member = z.string().openapi({ description: "The state's code in the network" });
const place = z.string().openapi({ description: "The state's name" });
const period = z.string().openapi({ description: "Month, YYYY-MM" });
const day = z.string().openapi({ description: "Day, YYYY-MM-DD" });
const number = z.number().nullable();
const freshness = z.enum(["current", "late", "none"]);

export const rowSchemas = {
  membership: z.object({
    ...{ member, place, program: z.string(), fips: z.string().nullable() },
    ...{ period: period.nullable(), countedOn: day.nullable(), freshness },
    ...{ activeMembers: number, employeesReported: number, countiesReached: number, countiesOfState: number },
    establishments: number.openapi({ description: "Of all sectors; see establishmentsSource" }),
    establishmentsSource: z.string().nullable(),
    membersPer1000Establishments: number,
    countingDifference: z.string().nullable(),
  }),
  growth: z.object({
    ...{ period, member, place },
    status: z.enum(["published", "not-published"]),
    activeMembers: number,
  }),
  sectors: z.object({
    sector: z.string().openapi({ description: "NAICS 2022, two digits or a range" }),
    ...{ title: z.string(), activeMembers: z.number(), states: z.number() },
    ...{ establishments: number, establishmentsSource: z.string().nullable() },
    membersPer1000Establishments: number,
  }),
  activity: z.object({
    period,
    metric: z.string(),
    member: z.string().openapi({ description: "The state's code, or the region's for its total" }),
    place,
    status: z.enum(["shown", "hidden", "not-published"]),
    value: number.openapi({ description: "Null where hidden or not published; never zero in their place" }),
    rule: z.string().nullable().openapi({ description: "Why it is hidden" }),
    note: z.string().nullable(),
  }),
  freshness: z.object({
    ...{ member, place, program: z.string(), freshness, reasons: z.string() },
    ...{ newestPeriod: period.nullable(), countedOn: day.nullable(), duePeriod: period },
    ...{ signedAt: z.string().nullable(), lastHeardAt: z.string().nullable() },
  }),
} as const;

export type RowOf<D extends ComparedDataset> = z.infer<(typeof rowSchemas)[D]>;

export const stateRow = z.object({
  period,
  metric: z.string(),
  dimension: z.enum(["total", "level", "sector"]),
  code: z.string(),
  title: z.string(),
  status: z.enum(["shown", "hidden"]),
  value: number,
  rule: z.string().nullable(),
  unit: z.string().nullable(),
  countedOn: day,
});
export type StateRow = z.infer<typeof stateRow>;
