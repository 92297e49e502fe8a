import type { Unit } from "../context.ts";
import type { Actor } from "../identity/index.ts";
import { type AuditRecord, type ChainedRow, rowHash } from "./model.ts";
import { newRecordKey, seal, unseal } from "./seal.ts";
import { appendRows, keepKeys, lockHead, recordName } from "./store.ts";

/** What a command did, before it is sealed and chained. */
export interface AuditEvent {
  readonly record: AuditRecord;
  readonly at: Date;
  readonly actor: Actor;
}

/**
 * Adds what a command did to the chain, in the command's own transaction.
 * Personal values are encrypted under the record's key, which is destroyed when the record is disposed of.
 */
export async function appendAudit(unit: Unit, records: readonly AuditRecord[]): Promise<void> {
  const at = unit.clock.now();
  const events = records.map((record) => ({ record, at, actor: unit.actor }));
  if (unit.auditLater) unit.auditLater.push(...events);
  else await appendEvents(unit, events);
}

/**
 * For an import: what the commands of `work` did is chained at its end, all at once, in the order in which it
 * happened and in the same transaction. Nothing is left out, and a failure leaves nothing behind.
 */
export async function auditAtEnd<T>(unit: Unit, work: (unit: Unit) => Promise<T>): Promise<T> {
  const auditLater: AuditEvent[] = [];
  const result = await work({ ...unit, auditLater });
  await appendEvents(
    unit,
    auditLater.toSorted((a, b) => a.at.getTime() - b.at.getTime()),
  );
  return result;
}

async function appendEvents(unit: Unit, events: readonly AuditEvent[]): Promise<void> {
  if (events.length === 0) return;
  const sealed = await sealAll(unit, events);
  // The lock comes last, so that writers wait for each other as briefly as can be.
  const head = await lockHead(unit.tx);
  const rows: (ChainedRow & { sha256: string })[] = [];
  let { seq, sha256: previousSha256 } = head;
  for (const [index, { record, at, actor }] of events.entries()) {
    seq += 1;
    const row: ChainedRow = {
      seq,
      at,
      actorKind: actor.kind,
      actorId: actor.id,
      action: record.action,
      subjectKind: record.subject.kind,
      subjectId: record.subject.id,
      sealed: sealed[index] ?? new Uint8Array(),
      previousSha256,
    };
    previousSha256 = rowHash(row);
    rows.push({ ...row, sha256: previousSha256 });
  }
  await appendRows(unit.tx, rows);
}

async function sealAll(unit: Unit, events: readonly AuditEvent[]): Promise<Uint8Array[]> {
  const master = unit.tenant.secrets.auditMasterKey;
  const personal = new Map(
    events
      .filter(({ record }) => holdsValues(record))
      .map(({ record }) => [recordName(record.subject), record.subject]),
  );
  const fresh = [...personal].map(([label, subject]) => ({
    ...subject,
    wrapped: seal(master, label, newRecordKey()),
  }));
  const kept = await keepKeys(unit.tx, fresh);
  return events.map(({ record }) => {
    const label = recordName(record.subject);
    const wrapped = kept.get(label);
    if (!wrapped || !holdsValues(record)) return new Uint8Array();
    const plain = JSON.stringify({ before: record.before, after: record.after });
    return seal(unseal(master, label, wrapped), label, Buffer.from(plain, "utf8"));
  });
}

function holdsValues({ before, after }: AuditRecord): boolean {
  return before !== undefined || after !== undefined;
}
