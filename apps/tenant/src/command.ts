import { fieldErrors, textFaults } from "@concord/http";
import { DomainError } from "@concord/runtime";
import type { z } from "zod";
import { appendAudit } from "./audit/append.ts";
import type { AuditRecord } from "./audit/index.ts";
import type { Context, Unit } from "./context.ts";
import type { Actor } from "./identity/index.ts";

interface Guarded<Schema extends z.ZodType, Subject, Scope> {
  /** Permission-like name, `slice.verb`; it appears in logs. */
  readonly name: string;
  readonly input: Schema;
  /** Fetches the object that authorization judges; throws `not-found` where there is none. */
  readonly load: (scope: Scope, input: z.output<Schema>) => Promise<Subject>;
  readonly authorize: (actor: Actor, subject: Subject, input: z.output<Schema>) => boolean;
}

export interface CommandDefinition<Schema extends z.ZodType, Subject, Result>
  extends Guarded<Schema, Subject, Unit> {
  readonly run: (
    unit: Unit,
    input: z.output<Schema>,
    subject: Subject,
  ) => Promise<{ result: Result; audit: AuditRecord | readonly AuditRecord[] }>;
}

export interface QueryDefinition<Schema extends z.ZodType, Subject, Result>
  extends Guarded<Schema, Subject, Context> {
  readonly run: (context: Context, input: z.output<Schema>, subject: Subject) => Promise<Result>;
}

export type Verb<Input, Result> = (context: Context | Unit, input: Input) => Promise<Result>;

/**
 * A write. Its guards are structural: without `authorize` and `audit` it does not compile.
 * The write, its audit rows, its jobs and its outgoing entries commit in one transaction.
 * Given a Unit it joins that transaction. Throws DomainError.
 */
export function defineCommand<Schema extends z.ZodType, Subject, Result>(
  definition: CommandDefinition<Schema, Subject, Result>,
): Verb<z.input<Schema>, Result> {
  return async (context, raw) => {
    const input = parseInput(definition.input, raw);
    const work = async (unit: Unit) => {
      const subject = await definition.load(unit, input);
      demand(definition.authorize(unit.actor, subject, input), unit.actor, definition.name);
      const { result, audit } = await definition.run(unit, input, subject);
      await appendAudit(unit, "action" in audit ? [audit] : audit);
      return result;
    };
    if ("tx" in context) return work(context);
    return context.tenant.database.transaction((tx) => work({ ...context, db: tx, tx }));
  };
}

/** A read, guarded like a command. */
export function defineQuery<Schema extends z.ZodType, Subject, Result>(
  definition: QueryDefinition<Schema, Subject, Result>,
): Verb<z.input<Schema>, Result> {
  return async (context, raw) => {
    const input = parseInput(definition.input, raw);
    const subject = await definition.load(context, input);
    demand(definition.authorize(context.actor, subject, input), context.actor, definition.name);
    return definition.run(context, input, subject);
  };
}

/** For verbs that judge the actor alone. */
export async function nothing(): Promise<undefined> {}

function demand(allowed: boolean, actor: Actor, name: string): void {
  if (allowed) return;
  if (actor.kind === "public")
    throw new DomainError("identity.sign-in-needed", "unauthenticated", { verb: name });
  throw new DomainError("identity.not-allowed", "forbidden", { verb: name });
}

function parseInput<Schema extends z.ZodType>(schema: Schema, raw: unknown): z.output<Schema> {
  const faults = textFaults(raw);
  const parsed = faults.length === 0 ? schema.safeParse(raw) : undefined;
  if (parsed?.success) return parsed.data;
  throw new DomainError("request.invalid", "invalid", {}, parsed ? fieldErrors(parsed.error) : faults);
}
