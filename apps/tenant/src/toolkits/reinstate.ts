import type { Unit } from "../context.ts";
import { lockToolkit, putToolkit } from "./store-toolkits.ts";

/** Offers an adopted toolkit again, after what took it back turned out not to be its origin's. */
export async function reinstateAdoptedToolkit(unit: Unit, item: string): Promise<void> {
  const before = await lockToolkit(unit.tx, { item });
  if (before?.source !== "adopted" || before.status === "published") return;
  await putToolkit(unit.tx, {
    ...before,
    status: "published",
    reason: null,
    updatedAt: unit.clock.now(),
  });
}
