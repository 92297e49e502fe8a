import { DomainError } from "@concord/runtime";
import { z } from "zod";
import { defineQuery, nothing } from "../command.ts";
import type { Context } from "../context.ts";
import { can } from "../identity/index.ts";
import { mayRead, type Restrictable, restrictable, restrictedPath } from "./model.ts";
import { findRestriction, listOpen } from "./store.ts";

/** For a verb that decides about a record: throws `records.restricted` (conflict) while it is restricted. */
export async function demandUnrestricted(context: Context, about: Restrictable): Promise<void> {
  if (await findRestriction(context.db, about)) throw new DomainError("records.restricted", "conflict");
}

/**
 * For a verb that shows a record to the office or to a system of its: throws `records.restricted` (forbidden) to
 * all but its readers. The people whose record it is go on to see their own.
 */
export async function demandReadable(context: Context, about: Restrictable): Promise<void> {
  const { actor } = context;
  if (actor.kind === "system" || actor.memberIds.includes(about.id)) return;
  const found = await findRestriction(context.db, about);
  if (found && !mayRead(found, actor.personId)) throw new DomainError("records.restricted", "forbidden");
}

/** For a verb that shows lines about many records: which of those that are restricted now this actor may not read. */
export async function closedRecords(
  context: Context,
): Promise<(about: { kind: string; id: string }) => boolean> {
  const { actor } = context;
  if (actor.kind === "system") return () => false;
  const open = await listOpen(context.db);
  const closed = new Set(
    open.filter((one) => !mayRead(one, actor.personId)).map((one) => `${one.subjectKind}/${one.subjectId}`),
  );
  return ({ kind, id }) => closed.has(`${kind}/${id}`);
}

/** A record's restriction as a page of the office meets it: where it is handled, and whether this officer opened it. */
export interface MetRestriction {
  readonly path: string;
  readonly open: boolean;
}

/** Undefined where nothing stands in the way, and for whoever the page refuses anyhow. */
export async function meetRestriction(
  context: Context,
  about: Restrictable,
): Promise<MetRestriction | undefined> {
  const found = can(context.actor, "records:restrict") && (await findRestriction(context.db, about));
  if (!found) return undefined;
  return { path: restrictedPath(about), open: mayRead(found, context.actor.personId) };
}

/** One record's restriction, or undefined. */
export const readRestriction = defineQuery({
  name: "records.read",
  input: restrictable,
  load: nothing,
  authorize: (actor) => can(actor, "records:restrict"),
  run: (context, about) => findRestriction(context.db, about),
});

/** Every record that is restricted now. */
export const listRestrictions = defineQuery({
  name: "records.list",
  input: z.object({}),
  load: nothing,
  authorize: (actor) => can(actor, "records:restrict"),
  run: (context) => listOpen(context.db),
});
