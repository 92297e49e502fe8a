import { checkContrast } from "@concord/ui";
import type { Fault } from "./faults.ts";
import type { ProfileFile } from "./schema.ts";

/** A brand whose colors cannot be read by everybody is refused, with the pair and the ratio. */
export function brandFaults(brand: ProfileFile["brand"]): Pick<Fault, "path" | "problem" | "mend">[] {
  const faults = checkContrast({ ...brand, emblemSvg: "", name: "", acronym: "" });
  return faults.map(({ pair, ratio, needed }) => ({
    path: "/brand/colors",
    problem: `${pair} has a contrast of ${ratio}:1, and WCAG AA needs ${needed}:1`,
    mend: "make the darker color of the pair darker, or the lighter one lighter",
  }));
}
