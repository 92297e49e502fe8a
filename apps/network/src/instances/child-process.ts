import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { DomainError } from "@concord/runtime";
import { forwardTo } from "./forward.ts";
import type { InstanceStatus, Running } from "./instance.ts";
import type { Place } from "./place.ts";

/** What a child tells its parent: where it listens, how far it is, or the code of what stopped it. */
export type ChildMessage =
  | { readonly port: number }
  | { readonly status: InstanceStatus }
  | { readonly problem: string };

const entry = fileURLToPath(new URL("./tenant-process.ts", import.meta.url));
/** In `pnpm dev` the source itself runs. */
const loader = entry.endsWith(".ts") ? ["--import", "tsx"] : [];
const graceMs = 3_500;

export interface ChildOptions {
  readonly place: Place;
  readonly logLevel: string;
  readonly report: (status: InstanceStatus) => void;
  /** Ends the child while it starts. */
  readonly signal: AbortSignal;
}

/** Runs one tenant in a process of its own, with its own folder and database server. */
export async function spawnTenant({ place, logLevel, report, signal }: ChildOptions): Promise<Running> {
  const child = spawn(process.execPath, [...loader, entry, JSON.stringify({ place, logLevel })], {
    // The channel is how a child notices that its parent is gone.
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const ended = once(child, "exit");
  const giveUp = () => void end(child);
  signal.addEventListener("abort", giveUp);
  try {
    const port = await listeningPort(child, report);
    return { fetch: forwardTo(port), close: () => end(child), ended };
  } catch (error) {
    await end(child);
    throw error;
  } finally {
    signal.removeEventListener("abort", giveUp);
  }
}

function listeningPort(child: ChildProcess, report: (status: InstanceStatus) => void): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", () => reject(new DomainError("network.process-ended", "unavailable")));
    child.on("message", (message: ChildMessage) => {
      if ("port" in message) resolve(message.port);
      else if ("status" in message) report(message.status);
      else reject(new DomainError(message.problem, "unavailable"));
    });
  });
}

function end(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null)
    return Promise.resolve();
  return new Promise((resolve) => {
    const kill = setTimeout(() => child.kill("SIGKILL"), graceMs);
    child.once("exit", () => {
      clearTimeout(kill);
      resolve();
    });
    child.kill("SIGTERM");
  });
}
