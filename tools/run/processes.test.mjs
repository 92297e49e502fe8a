import { spawn } from "node:child_process";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";

const processes = join(import.meta.dirname, "processes.mjs");
const launcher = (script, first) => `
  ${first}
  const { runNode } = await import(${JSON.stringify(processes)});
  process.exitCode = await runNode(["-e", ${JSON.stringify(script)}], process.env);`;
const ready = 'process.stdout.write("ready " + process.pid + "\\n");';
const stay = "setInterval(() => {}, 1000);";
/** The launcher's own clock stands still, until a word comes in: then five seconds have passed. */
const fiveSecondsAtAWord = `
  const { mock } = await import("node:test");
  mock.timers.enable({ apis: ["setTimeout"] });
  process.stdin.once("data", () => {
    process.stdin.destroy();
    mock.timers.tick(5_000);
  });`;

/** Starts the launcher around a script and waits until the script says that it is ready. */
async function launch(script, first = "") {
  const child = spawn(process.execPath, ["--input-type=module", "-e", launcher(script, first)]);
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text) => {
    output += text;
  });
  const ended = new Promise((resolve) => child.on("close", (code) => resolve(code)));
  while (!output.includes("ready")) await wait(20);
  const pid = Number(/ready (\d+)/.exec(output)?.[1]);
  return { child, ended, pid, said: () => output };
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

test("the exit code is passed on", async () => {
  const { ended } = await launch(`${ready} process.exit(7);`);
  expect(await ended).toBe(7);
});

test("an interrupt that comes twice, as through npm and the terminal, reaches the child once", async () => {
  const { child, ended, said } = await launch(
    `process.on("SIGINT", () => { console.log("asked"); setTimeout(() => process.exit(0), 300); }); ${stay} ${ready}`,
  );
  child.kill("SIGINT");
  await wait(50);
  child.kill("SIGINT");
  expect(await ended).toBe(0);
  expect(said().match(/asked/g)).toHaveLength(1);
});

test("a child that does not listen is killed when five seconds are over", async () => {
  const { child, ended, pid, said } = await launch(
    `process.on("SIGTERM", () => console.log("asked")); ${stay} ${ready}`,
    fiveSecondsAtAWord,
  );
  child.kill("SIGTERM");
  while (!said().includes("asked")) await wait(20);
  child.stdin.write("now");
  // Nobody else kills it: with a longer grace, this waits for ever.
  expect(await ended).toBe(137);
  expect(isAlive(pid)).toBe(false);
});

test("a launcher that is killed outright leaves no child behind", async () => {
  const { child, ended, pid } = await launch(`${stay} ${ready}`);
  child.kill("SIGKILL");
  await ended;
  for (let tries = 0; tries < 100 && isAlive(pid); tries += 1) await wait(20);
  expect(isAlive(pid)).toBe(false);
});
