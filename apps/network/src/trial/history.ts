import { preparing } from "@concord/database";
import type { Clock, Day } from "@concord/runtime";
import { auditAtEnd, type Context, readFill, recordFill, type Unit } from "@concord/tenant";

/** Fills one instance with what happened there, stage by stage. */
export interface History {
  readonly context: Context;
  /** How many steps of each stage are done, from this run or one before it. */
  readonly done: ReadonlyMap<string, number>;
  readonly report: (steps: number) => void;
}

export async function openHistory(context: Context, report: (steps: number) => void): Promise<History> {
  return { context: quiet(context), done: await readFill(context, {}), report };
}

/** History sends no mail: its jobs were done long ago. What it asks of the database it asks often. */
function quiet(context: Context): Context {
  const { tenant } = context;
  const database = preparing(tenant.database, context.log);
  return {
    ...context,
    db: database.db,
    tenant: { ...tenant, database, jobs: { ...tenant.jobs, enqueue: async () => {} } },
  };
}

export interface Stage<Item> {
  readonly name: string;
  readonly plan: readonly Item[];
  /** Steps per transaction: few enough that others are not kept waiting, enough that commits do not dominate. */
  readonly batch?: number;
  /** Whether the steps of a batch may run side by side; each of them must then stand alone. */
  readonly together?: boolean;
  readonly make: (unit: Unit, item: Item, index: number) => Promise<unknown>;
}

/** Makes what is not there yet. A batch commits whole, with its note of how far the stage is: never doubled, never half. */
export async function fill<Item>(history: History, stage: Stage<Item>): Promise<void> {
  const { context, done, report } = history;
  const { name, plan, batch = 20, together = false, make } = stage;
  const begun = Math.min(done.get(name) ?? 0, plan.length);
  report(begun);
  for (let from = begun; from < plan.length; from += batch) {
    const steps = plan.slice(from, from + batch);
    const through = from + steps.length;
    await context.tenant.database.transaction((tx) =>
      auditAtEnd({ ...context, db: tx, tx }, async (unit) => {
        if (together) await Promise.all(steps.map((item, index) => make(unit, item, from + index)));
        else for (const [index, item] of steps.entries()) await make(unit, item, from + index);
        await recordFill(unit, { stage: name, through });
      }),
    );
    report(steps.length);
  }
}

/** The unit at a moment of the past; a day is its late morning in most of the region. */
export function at(unit: Unit, when: Day | Date): Unit {
  const moment = typeof when === "string" ? new Date(`${when}T16:00:00Z`) : when;
  const clock: Clock = { now: () => moment };
  return { ...unit, clock };
}
