import { DomainError } from "@concord/runtime";

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
  /** Ends it, also in the middle of its start. */
  stop(): Promise<void>;
  /** Answers a request; undefined while nobody is there to answer. */
  fetch(request: Request, env?: object): Answer;
}

type Answer = Response | undefined | Promise<Response | undefined>;

/** What an instance is while it runs. */
export interface Running {
  fetch(request: Request, env?: object): Answer;
  close(): Promise<void>;
  /** Settles when it ended without being asked to. */
  readonly ended?: Promise<unknown>;
}

/** Boots a member. It reports how far it is, and gives up when the signal says so. */
export type Begin = (report: (status: InstanceStatus) => void, signal: AbortSignal) => Promise<Running>;

/** Starts and stops one member, and keeps where it stands. Starting twice at once starts once. */
export class Member implements Instance {
  readonly code: string;
  readonly #begin: Begin;
  #running: Running | undefined;
  #changing: Promise<void> = Promise.resolve();
  /** Every start that was asked for since the last stop. */
  #starts = new AbortController();
  status: InstanceStatus = { phase: "waiting" };

  constructor(code: string, begin: Begin) {
    this.code = code;
    this.#begin = begin;
  }

  start(): Promise<void> {
    const { signal } = this.#starts;
    return this.#inOrder(async () => {
      if (this.#running || signal.aborted) return;
      this.status = { phase: "starting" };
      try {
        const running = await this.#begin((status) => {
          this.status = status;
        }, signal);
        this.#running = running;
        this.status = { phase: "ready" };
        running.ended?.then(() => this.#lose(running));
      } catch (error) {
        this.status = failed(error instanceof DomainError ? error.code : "unexpected");
        if (!signal.aborted) throw error;
      }
    });
  }

  stop(): Promise<void> {
    this.#starts.abort();
    this.#starts = new AbortController();
    return this.#inOrder(async () => {
      const running = this.#running;
      this.#running = undefined;
      this.status = { phase: "stopped" };
      await running?.close();
    });
  }

  fetch(request: Request, env?: object): Answer {
    return this.#running?.fetch(request, env);
  }

  /** It can be started again at once. */
  #lose(running: Running): void {
    if (this.#running !== running) return;
    this.#running = undefined;
    this.status = failed("network.process-ended");
  }

  #inOrder(change: () => Promise<void>): Promise<void> {
    const next = this.#changing.then(change, change);
    this.#changing = next.catch(() => {});
    return next;
  }
}

function failed(problem: string): InstanceStatus {
  return { phase: "failed", problem };
}
