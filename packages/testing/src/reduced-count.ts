import { appendFileSync } from "node:fs";

/**
 * How often a long test repeats: `used` in `npm test`, `full` in a soak. What was taken is noted for the
 * end of the run, so that a reduced count is never silent.
 */
export function reducedCount(name: string, used: number, full: number): number {
  const taken = process.env.CONCORD_SOAK === "1" ? full : used;
  const notes = process.env.CONCORD_COUNTS;
  if (notes) appendFileSync(notes, `${JSON.stringify({ name, used: taken, full })}\n`);
  return taken;
}
