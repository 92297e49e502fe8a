import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Visitor } from "@concord/testing";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { openBooks } from "./kill/check-books.ts";
import { StewardRoom } from "./steward-room.ts";
import { type Program, projectRoot, until } from "./tenant-program.ts";
import { appointFirstOfficer, officer, type TrialPlace, trialPlace } from "./trial-place.ts";
import { offerTraining, publishTraining, rewriteTraining, writeTraining } from "./write-training.ts";

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

const copy = promisify(execFile);
const word = Math.random().toString(36).slice(2, 8);
const titled = (title: string) => ({
  en: `${title} ${word}`,
  es: `Título ${title} ${word}`,
  said: "At night",
});

const chapter = readFileSync(join(projectRoot, "docs/operations.md"), "utf8");
const section = /^### A restored database$.*?(?=^### )/ms.exec(chapter)?.[0] ?? "";
/** As the chapter says it. */
const command = /^```\n(node .*)\n```$/m.exec(section)?.[1] ?? "";

let ms: TrialPlace;
let al: TrialPlace;
let room: StewardRoom;
let giving: Program;
let taking: Program;
let office: Visitor;

beforeAll(async () => {
  [ms, al] = await Promise.all([trialPlace("ms"), trialPlace("al")]);
  room = await StewardRoom.found([ms, al]);
  for (const { env } of [ms, al]) await appointFirstOfficer({ ...env, NETWORK_DIR: room.network });
  [giving, taking] = await Promise.all([start(ms), start(al)]);
  office = await signIn(giving);
});
afterAll(async () => {
  await Promise.all([ms?.remove(), al?.remove()]);
  await room?.remove();
});

const told = () => ({ LOG_LEVEL: "error", NETWORK_DIR: room.network });
const start = (place: TrialPlace) => place.start(told()).untilReady();

async function signIn(program: Program): Promise<Visitor> {
  const visitor = program.visitor();
  await visitor.signIn(officer.email);
  return visitor;
}

/** An errand of Mississippi's instance, as an operator says it. */
async function say(line: string) {
  const [, ...args] = line.split(" ");
  const { PATH = "", HOME = "" } = process.env;
  const env = { PATH, HOME, ...ms.env, ...told() };
  return await new Promise<{ exitCode: number; stdout: string; stderr: string }>((resolve) => {
    execFile(process.execPath, args, { cwd: projectRoot, env }, (error, stdout, stderr) =>
      resolve({ exitCode: Number(error?.code ?? 0), stdout, stderr }),
    );
  });
}

async function share(title: string): Promise<string> {
  const id = await writeTraining(office, titled(title));
  await offerTraining(office, id);
  expect(await publishTraining(office, id)).toBe(true);
  return id;
}

async function revise(id: string, title: string): Promise<void> {
  await rewriteTraining(office, id, titled(title));
  await offerTraining(office, id);
  expect(await publishTraining(office, id)).toBe(true);
}

/** Alabama has taken so many entries of Mississippi. */
async function alabamaHas(entries: number): Promise<void> {
  const sql = openBooks(al.folder, "al");
  const applied = () => sql`select verified_through as through from peer.feeds where code = 'us-ms'`;
  await until(async () => (await applied())[0]?.through === entries);
  await sql.end();
}

const cluster = (place: TrialPlace) => join(place.folder, "postgres");
const backup = () => join(ms.folder, "backup");

test("a database put back from a backup gets its own entries back, and the line to say next is said as printed", async () => {
  const early = await share("Early");
  await alabamaHas(1);
  await giving.stop();
  await copy("cp", ["-a", cluster(ms), backup()]);
  giving = await start(ms);
  await share("Lost");
  await revise(early, "Mended");
  await alabamaHas(3);

  const busy = await say(command);
  expect(busy).toMatchObject({ exitCode: 1, stdout: "" });
  expect(busy.stderr).toContain("Stop serve and worker");

  await giving.stop();
  await rm(cluster(ms), { recursive: true });
  await copy("cp", ["-a", backup(), cluster(ms)]);
  await taking.stop();
  const alone = await say(`${command} --json`);
  expect(alone.exitCode).toBe(1);
  expect(JSON.parse(alone.stdout)).toMatchObject({ state: "unreachable", seq: 1, silent: ["us-al"] });
  taking = await start(al);

  const found = await say(command);
  expect(found.exitCode, found.stderr).toBe(0);
  expect(found.stdout).toContain("2 entries of ours came back");
  expect(found.stderr).toContain("Brought back up to entry 3");
  const again = await say(`${command} --json`);
  const outcome = JSON.parse(again.stdout);
  expect(outcome).toMatchObject({
    state: "close-epoch",
    epoch: 1,
    seq: 3,
    recovered: 0,
    missing: 0,
    silent: [],
  });
  const line = `concord network epoch close us-ms --seq 3 --head ${outcome.head} --cause restored`;
  expect(found.stdout).toContain(`Next: ${line}\n`);
  expect(outcome.next[0]).toBe(line);

  await room.sign(`${line.replace("concord ", "")} --folder network`);
  await taking.stop();
  taking = await start(al);
  expect(JSON.parse((await say(`${command} --json`)).stdout)).toMatchObject({ state: "new-key" });
  await rm(join(ms.folder, "keys/feed.json"));
  await room.sign(await room.request(ms, "keys rotate"));
  await taking.stop();
  taking = await start(al);
  const restored = await say(`${command} --json`);
  expect(JSON.parse(restored.stdout)).toMatchObject({ state: "restored", epoch: 2, seq: 3 });

  giving = await start(ms);
  office = await signIn(giving);
  await share("After");
  await alabamaHas(4);
  // What came back is the office's own again: it can be revised and taken back.
  await office.open("/office/network");
  expect(office.text).toContain("2 items that you had published since that backup came back");
  const lost = rowOf(await office.open("/office/trainings"), "Lost");
  await revise(/trn_[0-9a-f]+/.exec(lost)?.[0] ?? "", "Lost and mended");
  await alabamaHas(5);
  await recall(rowOf(await office.open("/office/network/published"), "Mended"));
  await alabamaHas(6);
  expect(JSON.parse((await sayStopped(`${command} --json`)).stdout)).toMatchObject({ state: "in-order" });
});

const rowOf = ({ html }: { readonly html: string }, title: string) =>
  html.split("<tr").find((row) => row.includes(`${title} ${word}`)) ?? "";

async function recall(row: string): Promise<void> {
  const [end = ""] = /\/office\/network\/published\/[\w.-]+\/end/.exec(row) ?? [];
  await office.open(end);
  await office.submit(end, { op: "recall", reason: "A number was wrong" });
  expect(office.text).toContain("The network was told");
}

async function sayStopped(line: string) {
  await giving.stop();
  return await say(line);
}

test("wrong use and wrong settings are told apart, and help needs no settings", async () => {
  const program = command.replace(" restore", "");
  expect(await say(`${program} mend`)).toMatchObject({ exitCode: 2, stdout: "" });
  expect(await say(`${command} --jsn`)).toMatchObject({ exitCode: 2, stdout: "" });
  const help = await say(`${command} --help`);
  expect(help).toMatchObject({ exitCode: 0, stderr: "" });
  expect(help.stdout).toContain("Exit codes: 0 done");
});
