import type { Executor } from "@concord/database";
import { and, count, eq, gt, isNull } from "drizzle-orm";
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

/** How many files were added to a member's record since then, apart from those of its applications. */
export async function countFilesAdded(db: Executor, memberId: string, since: Date): Promise<number> {
  const [row] = await db
    .select({ number: count() })
    .from(membershipFiles)
    .where(
      and(
        eq(membershipFiles.memberId, memberId),
        isNull(membershipFiles.applicationId),
        gt(membershipFiles.addedAt, since),
      ),
    );
  return row?.number ?? 0;
}
