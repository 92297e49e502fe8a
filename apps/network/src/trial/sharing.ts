import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";

const names = z.array(z.string()).default([]);
const short = z.strictObject({
  of: z.string(),
  lessons: z.array(z.string()).min(1),
  title: z.strictObject({ en: z.string(), es: z.string() }),
});
const sharing = z.strictObject({
  /** How many organizations apply for the first time. */
  applications: z.int().min(1).default(150),
  trainings: names,
  toolkits: names,
  shares: names,
  /** `<profile code>/<name>` */
  adopts: z.array(z.string().regex(/^[a-z0-9]+\/[a-z0-9-]+$/)).default([]),
  /** How many of the newest months its figures are not published yet. */
  monthsLate: z.int().min(0).default(0),
  short: z.record(z.string(), short).default({}),
});
export type Sharing = z.infer<typeof sharing>;
export type ShortVersion = z.infer<typeof short>;

const all = z.record(z.string(), sharing);

/** What each state of the trial offers, shares and adopts; a state that is not named offers the shared library's first steps. */
export function readSharing(): { of(code: string): Sharing } {
  const read = all.parse(parse(readFileSync(join(import.meta.dirname, "sharing.yaml"), "utf8")));
  const other = sharing.parse({ trainings: ["recognize-and-respond"], toolkits: ["workplace-toolkit"] });
  return { of: (code) => read[code] ?? other };
}
