import { createIds, type Logger, systemClock } from "@concord/runtime";
import { sql as drizzleSql } from "drizzle-orm";
import { fromDrizzle, type PgBoss } from "pg-boss";
import { afterCommit } from "../after-commit.ts";
import type { Tx } from "../database.ts";
import { connectBoss, createBoss } from "./boss.ts";
import type { Queue, QueueDefinition } from "./queue.ts";
import { Workers } from "./workers.ts";

export interface EnqueueOptions {
  readonly startAfter?: Date;
  /** While a job with this key waits in the queue, another one is not added. */
  readonly singletonKey?: string;
}

export interface Jobs {
  /** Adds a job within the caller's transaction: it runs after the commit, at least once, or never after a rollback. */
  enqueue<T extends object>(tx: Tx, queue: Queue<T>, data: T, options?: EnqueueOptions): Promise<void>;
  /** Names what is done with a queue's jobs; it is done only in a process that called `start`. */
  work<T extends object>(queue: Queue<T>, handler: (data: T) => Promise<void>): Promise<void>;
  /** A job without data by a cron expression of five fields, in UTC; one per tick however many processes there are. */
  schedule(queue: Queue<object>, cron: string): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
}

export interface JobsOptions {
  readonly url: string;
  readonly queues: readonly QueueDefinition[];
  readonly log: Logger;
  /** How often a worker looks by itself, for jobs that other processes added; 15 unless told. */
  readonly pollSeconds?: number;
}

/** Connects to the queues of a migrated database and creates those that are missing; it works on none before `start`. */
export async function createJobs(options: JobsOptions): Promise<Jobs> {
  const sql = connectBoss(options.url);
  const boss = createBoss(sql, options.log);
  const workers = new Workers(boss, options.log, options.pollSeconds ?? 15);
  try {
    await ensureQueues(boss, options.queues);
  } catch (error) {
    await sql.end();
    throw error;
  }
  const ids = createIds(systemClock);
  return {
    async enqueue(tx, queue, data, { startAfter, singletonKey } = {}) {
      await boss.send(queue.name, data, {
        db: fromDrizzle(tx, drizzleSql),
        ...(startAfter && { startAfter }),
        singletonKey: singletonKey ?? ids.next("job"),
      });
      const wait = startAfter ? startAfter.getTime() - systemClock.now().getTime() : 0;
      afterCommit(tx, () => workers.wake(queue.name, wait));
    },
    // What comes out of a queue is what `enqueue` put in, whose type the queue's own type fixed.
    work: (queue, handler) => workers.add(queue, handler as (data: object) => Promise<void>),
    schedule: (queue, cron) => boss.schedule(queue.name, cron, {}, { tz: "UTC" }),
    async start() {
      await boss.start();
      await workers.start();
      // Jobs of a worker that was killed wait for the next pass otherwise.
      boss.supervise().catch((err) => options.log.error({ err }, "the job queue could not be tidied"));
    },
    async stop() {
      workers.stop();
      await boss.stop({ graceful: true, timeout: 3_000 });
      await sql.end({ timeout: 1 });
    },
  };
}

async function ensureQueues(boss: PgBoss, queues: readonly QueueDefinition[]): Promise<void> {
  const present = new Map((await boss.getQueues()).map((queue) => [queue.name, queue]));
  for (const { name, retryLimit, retryDelay } of queues) {
    // A worker that was killed is noticed by its missing heartbeat, and its jobs are given out again.
    const settings = {
      retryLimit,
      retryDelay,
      retryBackoff: true,
      retryDelayMax: 3600,
      heartbeatSeconds: 15,
    };
    const found = present.get(name);
    if (!found) await boss.createQueue(name, { ...settings, policy: "short" });
    else if (found.retryLimit !== retryLimit || found.retryDelay !== retryDelay) {
      await boss.updateQueue(name, settings);
    }
  }
}
