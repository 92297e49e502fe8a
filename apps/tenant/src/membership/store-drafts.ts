import type { Executor, Tx } from "@concord/database";
import { and, asc, eq, lt } from "drizzle-orm";
import { notRestricted } from "../records/index.ts";
import { applications, membershipFiles } from "./tables.ts";

/** Drafts not touched since then. One that is restricted stays until the office has lifted that. */
export function draftsUntouchedSince(db: Executor, since: Date, limit: number): Promise<{ id: string }[]> {
  return db
    .select({ id: applications.id })
    .from(applications)
    .where(
      and(
        eq(applications.status, "draft"),
        lt(applications.updatedAt, since),
        notRestricted("application", applications.id),
      ),
    )
    .orderBy(asc(applications.updatedAt))
    .limit(limit);
}

export async function deleteDraft(tx: Tx, applicationId: string): Promise<void> {
  await tx.delete(membershipFiles).where(eq(membershipFiles.applicationId, applicationId));
  await tx.delete(applications).where(eq(applications.id, applicationId));
}
