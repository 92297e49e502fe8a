import type { Unit } from "../context.ts";
import { markAllSent } from "./store.ts";

/** Notes every waiting message as sent on the day it was written: an import of what happened sends nothing. */
export async function settleHistory(unit: Unit): Promise<void> {
  await markAllSent(unit.tx);
}
