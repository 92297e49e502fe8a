import { z } from "zod";
import { localizedText } from "./localized.ts";

/** The figures of a release; each has a unit and a definition in it. */
export const figureMetrics = [
  "members",
  "employees",
  "counties",
  "joined",
  "renewed",
  "lapsed",
  "revoked",
  "completions",
  "contact-hours",
  "toolkit-adoptions",
] as const;
export type FigureMetric = (typeof figureMetrics)[number];

const count = z.int().nonnegative();
const code = z.string().min(1).max(40);

/**
 * A protected total. A hidden one says by which rule: `small-count` for 1 to `threshold - 1`, `small-difference`
 * where it would differ by so little from what was published of the same month before.
 */
const protectedCell = z.discriminatedUnion("state", [
  z.object({ state: z.literal("shown"), value: z.number().nonnegative() }),
  z.object({ state: z.literal("hidden"), rule: z.enum(["small-count", "small-difference"]) }),
]);
export type ProtectedCell = z.infer<typeof protectedCell>;

const metric = z.object({
  unit: localizedText,
  definition: localizedText,
  /** How this state's counting differs from the definition, such as for-profit firms only. */
  difference: localizedText.optional(),
});

/**
 * One month of one tenant. Membership is exact, since it is a public register; what is about learners is one total
 * each and no breakdown. A member is counted once, in one level and one sector.
 */
export const figuresBody = z
  .object({
    schema: z.literal("concord.figures/1"),
    /** YYYY-MM. */
    period: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/),
    /** The day up to which is counted, in the program's time zone: the month's last, or earlier while it runs. */
    asOf: z.iso.date(),
    /** When the figures were computed. */
    computedAt: z.iso.datetime(),
    jurisdiction: z.object({ code, fips: z.string().regex(/^\d{2}$/), name: localizedText }),
    program: localizedText,
    official: z.boolean(),
    /** The demonstration notice; only an official release goes without. */
    notice: localizedText.optional(),
    membership: z.object({
      active: count,
      byLevel: z.array(z.object({ level: code, title: localizedText, members: count })).max(20),
      /** NAICS 2022, two digits or a range such as 31-33. */
      bySector: z.array(z.object({ sector: code, title: localizedText, members: count })).max(40),
      employees: count,
      counties: z.object({ reached: count, of: count }),
      joined: count,
      renewed: count,
      lapsed: count,
      revoked: count,
    }),
    activity: z.object({
      completions: protectedCell,
      contactHours: protectedCell,
      toolkitAdoptions: protectedCell,
    }),
    protection: z.object({ threshold: z.int().min(11), rule: localizedText }),
    metrics: z.record(z.enum(figureMetrics), metric),
  })
  .superRefine((release, context) => {
    const fault = (message: string, path: string[]) => context.addIssue({ code: "custom", message, path });
    const { active, byLevel, bySector, counties } = release.membership;
    for (const [name, rows] of Object.entries({ byLevel, bySector })) {
      const sum = rows.reduce((total, row) => total + row.members, 0);
      if (sum !== active) fault("figures-sum", ["membership", name]);
    }
    if (counties.reached > counties.of) fault("figures-counties", ["membership", "counties"]);
    for (const [name, cell] of Object.entries(release.activity)) {
      const small = cell.state === "shown" && cell.value > 0 && cell.value < release.protection.threshold;
      if (small) fault("figures-unprotected", ["activity", name]);
    }
    if (!release.official && !release.notice) fault("figures-notice", ["notice"]);
  });

export type Figures = z.infer<typeof figuresBody>;
