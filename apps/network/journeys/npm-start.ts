import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loopbackFetch } from "@concord/peer";
import { localSite, Visitor } from "@concord/testing";
import { expect } from "vitest";
import { processTree } from "../bench/measure.ts";
import { originOf } from "../src/instances/place.ts";
import { freePort, isAlive, Program, until } from "../test/tenant-program.ts";
import type { TrialNetwork } from "./trial-network.ts";

/** A folder and a port of its own, in which `npm start` is done as a newcomer does it. */
export class Newcomer implements TrialNetwork {
  readonly folder = mkdtempSync(join(tmpdir(), "concord-start-"));
  readonly port: number;
  readonly fetch = loopbackFetch();
  readonly #started: Program[] = [];

  private constructor(port: number) {
    this.port = port;
  }

  static async arrive(): Promise<Newcomer> {
    return new Newcomer(await freePort());
  }

  start(flags: readonly string[] = [], settings: Readonly<Record<string, string>> = {}): Program {
    const env = { ...process.env, PORT: String(this.port), DATA_DIR: this.folder, ...settings };
    const known = Object.entries(env).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    );
    const program = new Program({
      command: ["node", "tools/run.mjs", "start", ...flags],
      env: Object.fromEntries(known),
    });
    this.#started.push(program);
    return program;
  }

  url(code: string, path = "/"): string {
    return originOf(code, this.port) + path;
  }

  visitor(code: string): Visitor {
    return new Visitor(localSite, originOf(code, this.port));
  }

  /** 0 while nobody answers. */
  async status(code: string, path: string): Promise<number> {
    const answer = await this.fetch(this.url(code, path)).catch(() => undefined);
    await answer?.text();
    return answer?.status ?? 0;
  }

  /** Until the address answers with 200; the program's own words where it ends instead. */
  async untilAnswers(program: Program, code: string, path: string, patienceMs: number): Promise<void> {
    const late = Date.now() + patienceMs;
    while ((await this.status(code, path)) !== 200) {
      if (!program.running) throw new Error(`it ended with ${program.child.exitCode}: ${program.said}`);
      if (Date.now() > late) throw new Error(`${path} of ${code || "the lobby"} is late: ${program.said}`);
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }

  /** Ctrl-C: it ends by itself within five seconds, and leaves neither a process nor its lock. Gives the seconds. */
  async interrupt(program: Program): Promise<number> {
    const below = processTree(program.child.pid ?? 0);
    expect(below.length).toBeGreaterThan(2);
    const begun = performance.now();
    program.child.kill("SIGINT");
    expect(await program.ended(), program.said).toBe(0);
    const seconds = (performance.now() - begun) / 1_000;
    expect(seconds).toBeLessThan(5);
    await until(() => !below.some(isAlive));
    expect((performance.now() - begun) / 1_000).toBeLessThan(6);
    expect(existsSync(join(this.folder, "network.pid"))).toBe(false);
    return seconds;
  }

  async stop(): Promise<void> {
    await Promise.all(this.#started.map((program) => program.stop()));
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });
  }
}
