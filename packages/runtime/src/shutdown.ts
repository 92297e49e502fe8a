import type { Logger } from "./logger.ts";

type Closer = () => Promise<void> | void;

/** What must be closed, in reverse order of opening; each closer runs once even if another fails. */
export class Shutdown {
  readonly #closers: { name: string; close: Closer }[] = [];
  readonly #log: Logger;
  #closing: Promise<void> | undefined;

  constructor(log: Logger) {
    this.#log = log;
  }

  add(name: string, close: Closer): void {
    this.#closers.push({ name, close });
  }

  close(): Promise<void> {
    this.#closing ??= this.#run();
    return this.#closing;
  }

  async #run(): Promise<void> {
    for (const { name, close } of this.#closers.reverse()) {
      try {
        await close();
      } catch (err) {
        this.#log.error({ err, closing: name }, "closing failed");
      }
    }
  }
}

/** Runs `close` on the first SIGINT or SIGTERM and then ends the process; `close` has `graceMs` to finish. */
export function closeOnSignal(close: () => Promise<void>, graceMs = 4_500): void {
  const end = () => {
    setTimeout(() => process.exit(1), graceMs).unref();
    close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once("SIGINT", end);
  process.once("SIGTERM", end);
}
