import { z } from "zod";
import { defineQuery, nothing } from "../command.ts";
import type { Context } from "../context.ts";
import { can } from "../identity/index.ts";
import { closedRecords } from "../records/index.ts";
import { unseal } from "./seal.ts";
import { findKey, listRows, type StoredRow } from "./store.ts";

export interface AuditLine {
  readonly seq: number;
  readonly at: Date;
  readonly actorKind: string;
  readonly actorId: string;
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  /** The record is restricted, and not open to whoever reads this. */
  readonly closed: boolean;
  /** Undefined where the record is closed or its key was destroyed, or where nothing personal was kept. */
  readonly values?: { readonly before?: unknown; readonly after?: unknown };
}

/**
 * The newest lines of the chain, opened for an officer. Of a restricted record the lines stand and their values do
 * not, whenever they were written: what was disclosed is in those from before.
 */
export const listAudit = defineQuery({
  name: "audit.list",
  input: z.object({
    before: z.number().int().positive().optional(),
    limit: z.number().int().min(1).max(200).default(50),
    subject: z.object({ kind: z.string(), id: z.string() }).optional(),
  }),
  load: nothing,
  authorize: (actor) => can(actor, "audit:read"),
  async run(context, input): Promise<AuditLine[]> {
    const rows = await listRows(context.db, {
      limit: input.limit,
      ...(input.before === undefined ? {} : { before: input.before }),
      ...(input.subject ? { subject: input.subject } : {}),
    });
    const isClosed = await closedRecords(context);
    return Promise.all(
      rows.map((row) => open(context, row, isClosed({ kind: row.subjectKind, id: row.subjectId }))),
    );
  },
});

async function open(context: Context, row: StoredRow, closed: boolean): Promise<AuditLine> {
  const { sealed, previousSha256: _previous, sha256: _hash, ...facts } = row;
  const line = { ...facts, closed };
  if (closed || sealed.byteLength === 0) return line;
  const wrapped = await findKey(context.db, row.subjectKind, row.subjectId);
  if (!wrapped) return line;
  const label = `${row.subjectKind}/${row.subjectId}`;
  const key = unseal(context.tenant.secrets.auditMasterKey, label, wrapped);
  return { ...line, values: JSON.parse(Buffer.from(unseal(key, label, sealed)).toString("utf8")) };
}
