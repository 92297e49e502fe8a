import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { localSite, Visitor } from "@concord/testing";

export const projectRoot = join(import.meta.dirname, "../../..");

/** Longer than a start ever takes on a machine that does other things too. */
const patienceMs = 120_000;

export interface ProgramOptions {
  /** The program and its arguments, as in `docker-compose.yml`; serves one tenant unless given. */
  readonly command?: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

const serve = ["node", "apps/tenant/dist/main.js", "serve"];

/** A program of ours as a process of its own. It inherits no setting but what a shell needs. */
export class Program {
  readonly child: ChildProcessByStdio<null, Readable, Readable>;
  readonly origin: string;
  readonly #port: string;
  readonly #closed: Promise<unknown>;
  #said = "";

  constructor({ command = serve, env }: ProgramOptions) {
    const [name = "", ...args] = command;
    this.origin = env.ORIGIN ?? "";
    this.#port = env.PORT ?? "";
    const { PATH = "", HOME = "", TMPDIR } = process.env;
    this.child = spawn(name === "node" ? process.execPath : name, args, {
      cwd: projectRoot,
      env: { PATH, HOME, ...(TMPDIR ? { TMPDIR } : {}), ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => {
        this.#said += text;
      });
    }
    this.#closed = once(this.child, "close");
    this.#closed.catch(() => undefined);
    // A test runner that is stopped half-way takes its programs along.
    const { child } = this;
    const orphan = () => void child.kill("SIGKILL");
    process.once("exit", orphan);
    child.once("close", () => process.off("exit", orphan));
  }

  /** Everything it wrote so far, to either stream. */
  get said(): string {
    return this.#said;
  }

  get running(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  visitor(): Visitor {
    return new Visitor(localSite, this.origin);
  }

  fetch(path: string, init?: RequestInit): Promise<Response> {
    return Promise.resolve(localSite.fetch(new Request(new URL(path, this.origin), init)));
  }

  /** Throws, with what it said, where it ends instead. */
  async untilReady(): Promise<this> {
    await until(async () => {
      if (!this.running) throw new Error(`it ended with ${this.child.exitCode}: ${this.#said}`);
      const health = new Request(`http://127.0.0.1:${this.#port}/readyz`);
      const answer = await Promise.resolve(localSite.fetch(health)).catch(() => undefined);
      return answer?.status === 200;
    });
    return this;
  }

  /** Its exit code, once it has ended by itself. */
  async ended(): Promise<number | null> {
    const late = sleep(patienceMs, "late", { ref: false });
    if ((await Promise.race([this.#closed, late])) === "late") throw new Error(`it goes on: ${this.#said}`);
    return this.child.exitCode;
  }

  async kill(): Promise<void> {
    this.child.kill("SIGKILL");
    await this.#closed;
  }

  async stop(): Promise<void> {
    if (this.running) this.child.kill("SIGTERM");
    await this.#closed;
  }
}

/** Waits for a condition and never for a time. */
export async function until(
  condition: () => Promise<boolean> | boolean,
  withinMs = patienceMs,
): Promise<void> {
  for (const end = Date.now() + withinMs; !(await condition()); await sleep(50)) {
    if (Date.now() > end) throw new Error("it did not come to be");
  }
}

/** Below the ports that outgoing connections take, so that it is still free after a restart. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 12_000);
    const server = createServer();
    const free = await new Promise<boolean>((resolve) => {
      server.once("error", () => resolve(false));
      server.listen(port, () => resolve(true));
    });
    if (!free) continue;
    await new Promise((resolve) => server.close(resolve));
    return port;
  }
}

/** The embedded server of a data folder: its process and the folder of its socket (lines 1 and 5 of postmaster.pid). */
export function serverOf(dataDir: string): { pid: number; sockets: string } {
  const lines = readFileSync(join(dataDir, "postgres/data/postmaster.pid"), "utf8").split("\n");
  return { pid: Number(lines[0]), sockets: lines[4] ?? "" };
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
