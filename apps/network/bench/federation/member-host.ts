import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import { z } from "zod";
import type { Commands } from "./member-process.ts";

const message = z.union([
  z.object({ visible: z.object({ code: z.string(), item: z.string(), at: z.number() }) }),
  z.object({ id: z.number(), value: z.unknown().optional(), error: z.string().optional() }),
]);

export interface Visible {
  readonly code: string;
  readonly item: string;
  /** Milliseconds, as `publish` gives them. */
  readonly at: number;
}

/** A process that serves some members, and what it says. */
export class MemberHost {
  readonly #child: ChildProcess;
  readonly #asked = new Map<number, PromiseWithResolvers<unknown>>();
  readonly #listeners = new Set<(seen: Visible) => void>();
  readonly #ended = Promise.withResolvers<void>();
  #calls = 0;

  constructor() {
    const program = join(import.meta.dirname, "member-process.ts");
    this.#child = fork(program, [], { execArgv: ["--import", "tsx", "--expose-gc"] });
    this.#child.once("exit", (code) => {
      for (const { reject } of this.#asked.values())
        reject(new Error(`a member's process ended with ${code}`));
      this.#ended.resolve();
    });
    this.#child.on("message", (said) => this.#hear(message.parse(said)));
  }

  async close(): Promise<void> {
    if (this.#child.connected) this.#child.send({ id: 0, command: "close", args: [] });
    await this.#ended.promise;
  }

  async call<Name extends keyof Commands>(
    command: Name,
    ...args: Parameters<Commands[Name]>
  ): Promise<Awaited<ReturnType<Commands[Name]>>> {
    this.#calls += 1;
    const answer = Promise.withResolvers<unknown>();
    this.#asked.set(this.#calls, answer);
    this.#child.send({ id: this.#calls, command, args });
    // The process runs these very commands.
    return (await answer.promise) as Awaited<ReturnType<Commands[Name]>>;
  }

  onVisible(listener: (seen: Visible) => void): void {
    this.#listeners.add(listener);
  }

  #hear(said: z.infer<typeof message>): void {
    if ("visible" in said) {
      for (const listener of this.#listeners) listener(said.visible);
      return;
    }
    const asked = this.#asked.get(said.id);
    this.#asked.delete(said.id);
    if (said.error === undefined) asked?.resolve(said.value);
    else asked?.reject(new Error(said.error));
  }
}
