import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "@concord/runtime";

const stopMilliseconds = 3_000;

/** Work that nobody waits for but `stop`: its failure is logged, never thrown. */
export class Background {
  readonly #log: Logger;
  readonly #running = new Set<Promise<void>>();
  readonly #stopping = new AbortController();

  constructor(log: Logger) {
    this.#log = log;
  }

  /** Aborted when the peer stops. */
  get signal(): AbortSignal {
    return this.#stopping.signal;
  }

  run(doing: string, work: () => Promise<unknown>): void {
    if (this.signal.aborted) return;
    const running = work()
      .then(() => undefined)
      .catch((err: unknown) => {
        if (!this.signal.aborted) this.#log.error({ err, doing }, "federation work failed");
      })
      .finally(() => this.#running.delete(running));
    this.#running.add(running);
  }

  /** Aborts what is under way and waits for it, but not for ever. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    const patience = new AbortController();
    const idle = Promise.allSettled(this.#running).then(() => patience.abort());
    await Promise.race([
      idle,
      sleep(stopMilliseconds, undefined, { signal: patience.signal, ref: false }).catch(() => {}),
    ]);
  }
}
