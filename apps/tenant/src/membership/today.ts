import { type Day, dayIn } from "@concord/runtime";
import type { Context } from "../context.ts";

/** The day it is where the program is. */
export function todayOf(context: Context): Day {
  return dayIn(context.tenant.profile.jurisdiction.timeZones.default, context.clock.now());
}
