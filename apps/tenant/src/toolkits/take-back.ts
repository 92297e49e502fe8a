import type { Text } from "@concord/content";
import { DomainError } from "@concord/runtime";
import type { Unit } from "../context.ts";
import type { StoredToolkit } from "./model.ts";
import { lockToolkit, putToolkit } from "./store-toolkits.ts";

export interface Decision {
  readonly op: "withdraw" | "recall" | "erase";
  readonly reason?: string;
  /** What lists say in place of the title of an erased item. */
  readonly title?: Text;
}

/** A toolkit as a decision on it leaves it: an erased one keeps nothing that was said in it. */
export function takenBack(
  before: StoredToolkit,
  { op, reason, title = {} }: Decision,
  updatedAt: Date,
): StoredToolkit {
  const bare = {
    slug: null,
    summary: {},
    audience: {},
    overlay: null,
    attribution: null,
    body: null,
    blobs: [],
  };
  return {
    ...before,
    status: op === "withdraw" ? "withdrawn" : "recalled",
    reason: reason ?? null,
    ...(op === "erase" ? { ...bare, title } : {}),
    updatedAt,
  };
}

/**
 * Takes our own toolkit back from everybody, members included, within the caller's transaction and under its audit;
 * it is never offered again. `erase` also destroys its body, and gives the files that it named.
 */
export async function takeBackToolkit(
  unit: Unit,
  id: string,
  decision: Decision & { readonly op: "recall" | "erase" },
): Promise<readonly string[]> {
  const before = await lockToolkit(unit.tx, { id });
  if (!before) throw new DomainError("toolkits.not-found", "not-found");
  await putToolkit(unit.tx, takenBack(before, decision, unit.clock.now()));
  return decision.op === "erase" ? before.blobs.map(({ sha256 }) => sha256) : [];
}
