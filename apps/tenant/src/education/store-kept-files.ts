import type { Executor } from "@concord/database";
import { eq } from "drizzle-orm";
import { boardApprovals } from "./tables.ts";

/** Whether a board's letter is kept in a file. */
export async function educationKeepsFile(db: Executor, sha256: string): Promise<boolean> {
  const [row] = await db
    .select({ id: boardApprovals.id })
    .from(boardApprovals)
    .where(eq(boardApprovals.letterSha256, sha256))
    .limit(1);
  return row !== undefined;
}
