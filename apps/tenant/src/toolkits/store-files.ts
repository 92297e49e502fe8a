import type { Executor } from "@concord/database";
import { and, eq } from "drizzle-orm";
import { toolkitAssets, toolkitSteps, toolkits } from "./tables.ts";

/** Whether a toolkit of our own, or a member's evidence, is kept in a file. */
export async function toolkitsKeepFile(db: Executor, sha256: string): Promise<boolean> {
  const [[asset], [evidence]] = await Promise.all([
    db
      .select({ id: toolkits.id })
      .from(toolkitAssets)
      .innerJoin(toolkits, eq(toolkits.id, toolkitAssets.toolkitId))
      .where(and(eq(toolkitAssets.sha256, sha256), eq(toolkits.source, "own")))
      .limit(1),
    db.select({ step: toolkitSteps.step }).from(toolkitSteps).where(eq(toolkitSteps.sha256, sha256)).limit(1),
  ]);
  return asset !== undefined || evidence !== undefined;
}
