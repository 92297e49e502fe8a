import { type Day, dayIn } from "@concord/runtime";
import type { Context } from "../context.ts";

/** The day it is where the program is. */
export function todayOf(context: Context): Day {
  return dayOf(context, context.clock.now());
}

/** The day it was then, where the program is. */
export function dayOf(context: Context, at: Date): Day {
  return dayIn(context.tenant.profile.jurisdiction.timeZones.default, at);
}
