import { type ChildProcess, execFileSync, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { KilledPlace, Told } from "./place.ts";

const packageRoot = join(import.meta.dirname, "../..");

/** Puts the program into one file, which starts in a fraction of the time. */
export function bundleMember(): void {
  const bundling = ["../../tools/bundle.ts", "test/kill/member.ts"];
  execFileSync(process.execPath, bundling, { cwd: packageRoot, stdio: "inherit" });
}

/** A member's process, and what it said while it ran. */
export class RunningMember {
  readonly #child: ChildProcess;
  readonly #ready = Promise.withResolvers<void>();
  /** Whether a pull is under way. */
  pulling = false;
  published = 0;

  constructor(place: KilledPlace, onPublished: (entry: { seq: number; sha256: string }) => void) {
    this.#child = fork(join(packageRoot, "dist/member.js"), [JSON.stringify(place)], {
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    this.#child.on("message", (told: Told) => {
      if ("ready" in told) this.#ready.resolve();
      else if ("pulling" in told) this.pulling = told.pulling;
      else {
        this.published += 1;
        onPublished(told.published);
      }
    });
    this.#child.on("exit", (code) => this.#ready.reject(new Error(`${place.code} ended with ${code}`)));
    this.#ready.promise.catch(() => undefined);
  }

  async untilReady(): Promise<this> {
    await this.#ready.promise;
    return this;
  }

  async kill(): Promise<void> {
    const exited = once(this.#child, "exit");
    this.#child.kill("SIGKILL");
    await exited;
  }
}
