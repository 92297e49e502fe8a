export type Phase = "waiting" | "starting" | "filling" | "ready" | "stopped" | "failed";

export interface InstanceStatus {
  readonly phase: Phase;
  /** While trial data is made: from 0 to 1. */
  readonly progress?: number;
  /** The code of what went wrong. */
  readonly problem?: string;
}

/** One member of the trial network, in this process or in its own. */
export interface Instance {
  readonly code: string;
  readonly status: InstanceStatus;
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Answers a request while it runs. */
  fetch(request: Request, env?: object): Response | Promise<Response>;
}

/** What an instance is while it runs. */
export interface Running {
  fetch(request: Request, env?: object): Response | Promise<Response>;
  close(): Promise<void>;
}

/** Starts and stops one member, and keeps where it stands. Starting twice at once starts once. */
export class Member implements Instance {
  readonly code: string;
  readonly #begin: (report: (status: InstanceStatus) => void) => Promise<Running>;
  #running: Running | undefined;
  #changing: Promise<void> = Promise.resolve();
  status: InstanceStatus = { phase: "waiting" };

  constructor(code: string, begin: (report: (status: InstanceStatus) => void) => Promise<Running>) {
    this.code = code;
    this.#begin = begin;
  }

  start(): Promise<void> {
    return this.#inOrder(async () => {
      if (this.#running) return;
      this.status = { phase: "starting" };
      try {
        this.#running = await this.#begin((status) => {
          this.status = status;
        });
        this.status = { phase: "ready" };
      } catch (error) {
        this.status = { phase: "failed", problem: error instanceof Error ? error.message : String(error) };
        throw error;
      }
    });
  }

  stop(): Promise<void> {
    return this.#inOrder(async () => {
      const running = this.#running;
      this.#running = undefined;
      this.status = { phase: "stopped" };
      await running?.close();
    });
  }

  fetch(request: Request, env?: object): Response | Promise<Response> {
    if (this.#running) return this.#running.fetch(request, env);
    return new Response("This instance is not running.\n", {
      status: 503,
      headers: {
        "Content-Type": "text/plain; charset=utf-8",
        "Retry-After": "5",
        "Cache-Control": "no-store",
      },
    });
  }

  #inOrder(change: () => Promise<void>): Promise<void> {
    const next = this.#changing.then(change, change);
    this.#changing = next.catch(() => {});
    return next;
  }
}
