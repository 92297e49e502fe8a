import { spawn } from "node:child_process";
import { inRoot, ownNode, root } from "./places.mjs";

const graceMs = 4_800;
const signals = { SIGINT: 2, SIGTERM: 15, SIGHUP: 1 };

/**
 * Runs the project's Node until it ends and gives its exit code. The child leads a group of its own, so that
 * Ctrl-C in a terminal reaches it once, through here, and nothing of it is left after five seconds.
 */
export function runNode(args, env) {
  const preload = ["--import", `data:text/javascript,${encodeURIComponent(endWithParent)}`];
  const child = spawn(ownNode, [...preload, ...args], {
    cwd: root,
    env: { ...env, CONCORD_LAUNCHER: String(process.pid) },
    detached: true,
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const stop = forward(child);
  return new Promise((resolve) => {
    child.on("error", (error) => {
      console.error(`Could not start ${ownNode}: ${error.message}`);
      resolve(1);
    });
    child.on("exit", (code, signal) => {
      stop();
      endGroup(child);
      resolve(code ?? 128 + (signals[signal] ?? 9));
    });
  });
}

/**
 * If this launcher is killed outright, its end of the channel closes and the child shuts down by itself.
 * What the child forks inherits this line, and must not obey it: only a child of the launcher does.
 */
const endWithParent = `if (process.channel && String(process.ppid) === process.env.CONCORD_LAUNCHER) {
  process.channel.unref();
  process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
}`;

function forward(child) {
  let first;
  const handlers = Object.keys(signals).map((name) => {
    const handle = () => {
      // npm and the terminal both pass a Ctrl-C on; only a second one, later, is meant.
      if (first === undefined) {
        first = performance.now();
        child.kill(name);
        setTimeout(() => endGroup(child), graceMs).unref();
      } else if (performance.now() - first > 1_000) {
        endGroup(child);
      }
    };
    process.on(name, handle);
    return [name, handle];
  });
  return () => {
    for (const [name, handle] of handlers) process.off(name, handle);
  };
}

function endGroup(child) {
  try {
    process.kill(-child.pid, "SIGKILL");
  } catch {
    // The group is gone already.
  }
}

/** Runs a program, keeps what it says, and shows it as it comes when `show` is set. */
export function capture(program, args, { env, show }) {
  return new Promise((resolve) => {
    let output = "";
    const child = spawn(program, args, { cwd: inRoot(), env, stdio: ["ignore", "pipe", "pipe"] });
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text) => {
        output += text;
        if (show) process.stdout.write(text);
      });
    }
    child.on("error", (error) => resolve({ code: 1, output: `${output}${error.message}` }));
    child.on("close", (code) => resolve({ code: code ?? 1, output }));
  });
}
