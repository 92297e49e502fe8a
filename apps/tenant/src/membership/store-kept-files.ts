import type { Executor } from "@concord/database";
import { eq } from "drizzle-orm";
import { membershipFiles } from "./tables.ts";

/** Whether somebody handed in a file with these bytes. */
export async function membershipKeepsFile(db: Executor, sha256: string): Promise<boolean> {
  const [row] = await db
    .select({ id: membershipFiles.id })
    .from(membershipFiles)
    .where(eq(membershipFiles.sha256, sha256))
    .limit(1);
  return row !== undefined;
}
