import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { DomainError } from "@concord/runtime";
import { forwardTo } from "./forward.ts";
import type { InstanceStatus, Running } from "./instance.ts";
import type { Place } from "./place.ts";

/** What a child tells its parent: where it listens, and how far it is. */
export type ChildMessage =
  | { readonly port: number }
  | { readonly status: InstanceStatus }
  | { readonly problem: string };

const entry = join(import.meta.dirname, "tenant-process.ts");
const graceMs = 4_000;

/** Runs one tenant in a process of its own, with its own folder and database server. */
export async function spawnTenant(
  place: Place,
  logLevel: string,
  report: (status: InstanceStatus) => void,
): Promise<Running & { readonly pid: number }> {
  const child = spawn(process.execPath, ["--import", "tsx", entry, JSON.stringify({ place, logLevel })], {
    // The channel is how a child notices that its parent is gone.
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const port = await listeningPort(child, report);
  return {
    pid: child.pid ?? 0,
    fetch: forwardTo(port),
    close: () => end(child),
  };
}

function listeningPort(child: ChildProcess, report: (status: InstanceStatus) => void): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) =>
      reject(new DomainError("network.child-ended", "unavailable", { code: code ?? -1 })),
    );
    child.on("message", (message: ChildMessage) => {
      if ("port" in message) resolve(message.port);
      else if ("status" in message) report(message.status);
      else reject(new Error(message.problem));
    });
  });
}

function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const kill = setTimeout(() => child.kill("SIGKILL"), graceMs);
    child.once("exit", () => {
      clearTimeout(kill);
      resolve();
    });
    child.kill("SIGTERM");
  });
}
