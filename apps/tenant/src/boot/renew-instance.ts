import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "@concord/runtime";
import type { TenantInstance } from "../app.ts";

/** What runs until the instance begins anew. */
export interface RunningInstance {
  readonly instance: TenantInstance;
  close(): Promise<void>;
}

interface Renewal {
  /** Opens it in the place that it has now; told whom to call when that has changed. */
  readonly open: (changed: () => void) => Promise<RunningInstance>;
  /** Differs when the place has changed; other processes of the instance change it too. */
  readonly mark: () => Promise<string>;
  readonly log: Logger;
}

const lookMs = 1_000;
/** For requests under way, before what they use is closed. */
const drainMs = 5_000;
/** A request that comes meanwhile waits so long. */
const patienceMs = 15_000;
const againMs = 2_000;

/**
 * Keeps an instance running through a change of its network or its key: what is under way ends, what comes waits, and
 * the process, its port and its database stay. It looks every second, so that `serve` and `worker` both follow.
 */
export async function renewInstance(renewal: Renewal): Promise<RunningInstance> {
  const renewed = new RenewedInstance(renewal);
  await renewed.open();
  return { instance: renewed.instance(), close: () => renewed.close() };
}

class RenewedInstance {
  readonly #renewal: Renewal;
  #running: RunningInstance | undefined;
  #opened = "";
  #working = false;
  #closed = false;
  #underWay = 0;
  #changing: Promise<void> | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(renewal: Renewal) {
    this.#renewal = renewal;
  }

  async open(): Promise<void> {
    const { open, mark } = this.#renewal;
    const now = await mark();
    this.#running = await open(() => this.#look());
    this.#opened = now;
    this.#timer = setInterval(() => this.#look(), lookMs).unref();
  }

  instance(): TenantInstance {
    const now = () => this.#now;
    return {
      get tenant() {
        return now().tenant;
      },
      get metrics() {
        return now().metrics;
      },
      get routes() {
        return now().routes;
      },
      fetch: (request, env) => this.#answer(request, env),
      check: () => now().check(),
      systemContext: (job) => now().systemContext(job),
      startWorker: async () => {
        this.#working = true;
        await now().startWorker();
      },
      stop: () => now().stop(),
    };
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearInterval(this.#timer);
    await this.#changing;
    await this.#running?.close();
  }

  get #now(): TenantInstance {
    if (!this.#running) throw new Error("the instance is not open");
    return this.#running.instance;
  }

  async #answer(request: Request, env?: object): Promise<Response> {
    if (this.#changing) await Promise.race([this.#changing, sleep(patienceMs, undefined, { ref: false })]);
    if (!this.#running) return new Response(null, { status: 503, headers: { "Retry-After": "15" } });
    this.#underWay += 1;
    try {
      return await this.#running.instance.fetch(request, env);
    } finally {
      this.#underWay -= 1;
    }
  }

  #look(): void {
    this.#changing ??= this.#renew()
      .catch((err: unknown) => this.#renewal.log.error({ err }, "the instance could not begin anew"))
      .finally(() => {
        this.#changing = undefined;
      });
  }

  async #renew(): Promise<void> {
    const now = await this.#renewal.mark();
    if (this.#closed || now === this.#opened) return;
    this.#renewal.log.info("the instance begins anew: its network or its key has changed");
    for (const end = performance.now() + drainMs; this.#underWay > 0 && performance.now() < end; )
      await sleep(20);
    await this.#running?.close();
    this.#running = undefined;
    while (!this.#running && !this.#closed) await this.#reopen(now);
  }

  async #reopen(now: string): Promise<void> {
    const { open, log } = this.#renewal;
    let next: RunningInstance | undefined;
    try {
      next = await open(() => this.#look());
      if (this.#working) await next.instance.startWorker();
      [this.#running, this.#opened] = [next, now];
    } catch (err) {
      log.error({ err }, "the instance could not begin anew, and tries again");
      await next?.close();
      await sleep(againMs);
    }
  }
}
