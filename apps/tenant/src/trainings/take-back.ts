import type { Text } from "@concord/content";
import { DomainError } from "@concord/runtime";
import type { Unit } from "../context.ts";
import type { Training } from "./model.ts";
import { filesOfTraining } from "./store-files.ts";
import { forgetRevisions, lockTraining, saveTraining } from "./store-trainings.ts";

export interface Decision {
  readonly op: "withdraw" | "recall" | "erase";
  readonly reason?: string;
  /** What lists say in place of the title of an erased item. */
  readonly title?: Text;
}

/** A training as a decision on it leaves it: an erased one keeps nothing that was said in it. */
export function takenBack(before: Training, { op, reason, title = {} }: Decision, updatedAt: Date): Training {
  const bare = { slug: null, summary: {}, overlay: null, attribution: null, offeredRevision: null };
  return {
    ...before,
    status: op === "withdraw" ? "withdrawn" : "recalled",
    reason: reason ?? null,
    ...(op === "erase" ? { ...bare, title } : {}),
    updatedAt,
  };
}

/**
 * Takes our own training back from everybody, learners included, within the caller's transaction and under its
 * audit; it is never offered again. `erase` also destroys its bodies, and gives the files that they named.
 */
export async function takeBackTraining(
  unit: Unit,
  id: string,
  decision: Decision & { readonly op: "recall" | "erase" },
): Promise<readonly string[]> {
  const before = await lockTraining(unit.tx, id);
  if (!before) throw new DomainError("trainings.not-found", "not-found");
  await saveTraining(unit.tx, takenBack(before, decision, unit.clock.now()));
  if (decision.op !== "erase") return [];
  const files = await filesOfTraining(unit.tx, id);
  await forgetRevisions(unit.tx, id);
  return files;
}
