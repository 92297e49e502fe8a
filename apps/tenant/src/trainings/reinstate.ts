import type { Unit } from "../context.ts";
import { lockByItem, saveTraining } from "./store-trainings.ts";

/** Offers an adopted training again, after what took it back turned out not to be its origin's. */
export async function reinstateAdopted(unit: Unit, item: string): Promise<void> {
  const before = await lockByItem(unit.tx, item);
  if (before?.source !== "adopted" || before.status === "published") return;
  await saveTraining(unit.tx, {
    ...before,
    status: "published",
    reason: null,
    updatedAt: unit.clock.now(),
  });
}
