import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, expect, test } from "vitest";
import { buildProgram } from "../test/program.ts";
import { founding } from "../test/room.ts";

const { room, concord, remove } = buildProgram();
afterAll(remove);

function say(line: string) {
  const args = ["network", ...line.split(" ")];
  return spawnSync(concord, args, { cwd: room, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}

test("without a terminal no passphrase is asked for, and nothing is made", () => {
  const { status, stderr } = say("key make lonely.key");
  expect([status, stderr]).toEqual([1, expect.stringContaining("--passphrase-file")]);
  expect(readdirSync(room)).toEqual([]);
});

test("a folder that is missing is made, and a place where nothing can be written is refused in words", () => {
  writeFileSync(join(room, "pass.txt"), "five words drawn by chance\n");
  expect(say("key make safe/deep/anna.key --passphrase-file pass.txt").status).toBe(0);
  expect(readdirSync(join(room, "safe/deep")).toSorted()).toEqual(["anna.key", "anna.pub"]);
  const refused = say("key make pass.txt/anna.key --passphrase-file pass.txt");
  expect([refused.status, refused.stderr]).toEqual([1, expect.stringContaining("cannot be written")]);
  expect(readFileSync(join(room, "pass.txt"), "utf8")).toBe("five words drawn by chance\n");
}, 60_000);

test("killed at any moment, the program leaves a folder that holds, and finishes when it is said again", async () => {
  writeFileSync(join(room, "pass.txt"), "five words drawn by chance\n");
  const unlocked = "--passphrase-file pass.txt";
  const names = ["root-1", "root-2", "root-3", "registry-1", "registry-2", "registry-3"];
  for (const name of names) expect(say(`key make ${name}.key ${unlocked}`).status).toBe(0);
  const roots = [1, 2, 3].map((n) => `--with root-${n}.key`).join(" ");
  const registry = "--with registry-1.key --with registry-2.key";
  expect(say(`${founding} ${roots} ${registry} ${unlocked}`)).toMatchObject({ status: 0 });
  const renew = ["network", ..."registry renew".split(" "), ...`${registry} ${unlocked}`.split(" ")];
  for (const delay of [100, 250, 350, 450]) {
    const running = spawn(concord, renew, { cwd: room, stdio: "ignore" });
    await Promise.race([sleep(delay), once(running, "exit")]);
    running.kill("SIGKILL");
    expect(say("verify root.json").status, `killed after ${delay} ms`).toBe(0);
    expect(say("verify registry.json").status, `killed after ${delay} ms`).toBe(0);
  }
  expect(say(`registry renew ${registry} ${unlocked}`).status).toBe(0);
  expect(readdirSync(room).filter((name) => name.endsWith(".partial"))).toEqual([]);
}, 120_000);
