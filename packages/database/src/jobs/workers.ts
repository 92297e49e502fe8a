import type { Logger } from "@concord/runtime";
import type { Job, JobResult, PgBoss } from "pg-boss";
import type { QueueDefinition } from "./queue.ts";

/** Jobs of one queue worked on at once in this process. */
const batchSize = 5;
const longestTimer = 2 ** 31 - 1;

export type Handler = (data: object) => Promise<void>;

/** The workers of this process: what they do, and how they are woken. */
export class Workers {
  readonly #boss: PgBoss;
  readonly #log: Logger;
  readonly #pollSeconds: number;
  readonly #handlers = new Map<string, Handler>();
  readonly #ids = new Map<string, string>();
  readonly #timers = new Set<NodeJS.Timeout>();
  #running = false;

  constructor(boss: PgBoss, log: Logger, pollSeconds: number) {
    this.#boss = boss;
    this.#log = log;
    this.#pollSeconds = pollSeconds;
  }

  async add(queue: QueueDefinition, handler: Handler): Promise<void> {
    if (this.#handlers.has(queue.name)) throw new Error(`${queue.name} has a worker already`);
    this.#handlers.set(queue.name, handler);
    if (this.#running) await this.#begin(queue.name, handler);
  }

  async start(): Promise<void> {
    this.#running = true;
    for (const [name, handler] of this.#handlers) await this.#begin(name, handler);
  }

  stop(): void {
    this.#running = false;
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
  }

  /** Makes this process look into the queue after `waitMs`. */
  wake(name: string, waitMs = 0): void {
    const id = this.#ids.get(name);
    if (id === undefined || !this.#running) return;
    if (waitMs <= 0) {
      this.#boss.notifyWorker(id);
      return;
    }
    const timer = setTimeout(
      () => {
        this.#timers.delete(timer);
        this.wake(name);
      },
      Math.min(waitMs, longestTimer),
    );
    timer.unref();
    this.#timers.add(timer);
  }

  async #begin(name: string, handler: Handler): Promise<void> {
    const options = {
      batchSize,
      burstWhenBatchFull: true,
      perJobResults: true,
      pollingIntervalSeconds: this.#pollSeconds,
    } as const;
    const work = (jobs: Job<object>[]) => Promise.all(jobs.map((job) => this.#run(name, handler, job)));
    this.#ids.set(name, await this.#boss.work<object, object, typeof options>(name, options, work));
  }

  async #run(name: string, handler: Handler, job: Job<object>): Promise<JobResult> {
    try {
      await handler(job.data ?? {});
      return { id: job.id, status: "completed" };
    } catch (err) {
      // Ids only: the data may be personal, and so may an error's message, which the logger drops.
      this.#log.error({ err, queue: name, job: job.id }, "a job failed");
      return { id: job.id, status: "failed" };
    }
  }
}
