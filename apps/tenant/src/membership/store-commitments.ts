import type { Executor, Tx } from "@concord/database";
import { asc, desc, eq } from "drizzle-orm";
import { commitmentRecords, membershipFiles } from "./tables.ts";

export type CommitmentRecord = typeof commitmentRecords.$inferSelect;

export async function insertRecord(tx: Tx, record: CommitmentRecord): Promise<CommitmentRecord> {
  await tx.insert(commitmentRecords).values(record);
  return record;
}

export interface KeptRecord extends CommitmentRecord {
  readonly fileName: string | null;
}

/** The latest record of each commitment of a membership. */
export function latestRecords(db: Executor, memberId: string): Promise<KeptRecord[]> {
  return db
    .selectDistinctOn([commitmentRecords.commitment], {
      id: commitmentRecords.id,
      memberId: commitmentRecords.memberId,
      commitment: commitmentRecords.commitment,
      doneOn: commitmentRecords.doneOn,
      fileId: commitmentRecords.fileId,
      recordedAt: commitmentRecords.recordedAt,
      fileName: membershipFiles.fileName,
    })
    .from(commitmentRecords)
    .leftJoin(membershipFiles, eq(membershipFiles.id, commitmentRecords.fileId))
    .where(eq(commitmentRecords.memberId, memberId))
    .orderBy(
      asc(commitmentRecords.commitment),
      desc(commitmentRecords.doneOn),
      desc(commitmentRecords.recordedAt),
    );
}
