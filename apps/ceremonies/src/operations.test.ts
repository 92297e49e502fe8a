import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { buildProgram, project } from "../test/program.ts";

const { folder, room, concord, remove } = buildProgram();
afterAll(remove);

const chapter =
  /^## The network$.*?(?=^## )/ms.exec(readFileSync(join(project, "docs/operations.md"), "utf8"))?.[0] ?? "";
const sections = chapter.split(/^### /m).slice(1);

interface Block {
  readonly section: string;
  readonly commands: string;
}

const blocks: Block[] = sections.flatMap((text) => {
  const section = text.slice(0, text.indexOf("\n"));
  return [...text.matchAll(/^```sh\n(.*?)^```$/gms)].map(([, commands = ""]) => ({ section, commands }));
});

test("every command of the chapter on the network runs as it is written, in order", () => {
  expect(blocks.length).toBeGreaterThan(15);
  for (const { section, commands } of blocks) {
    const PATH = `${folder}:${process.env.PATH}`;
    const ran = spawnSync("sh", ["-eu", "-c", commands], { cwd: room, encoding: "utf8", env: { PATH } });
    expect(ran.status, `${section}:\n${commands}\n${ran.stdout}${ran.stderr}`).toBe(0);
  }
}, 120_000);

test("the chapter tells of every ceremony when, who, what one needs, what to check and what if it breaks off", () => {
  const ceremonies = sections.filter((text) => text.includes("```sh"));
  expect(ceremonies.length).toBe(8);
  for (const text of ceremonies) {
    for (const part of ["| when |", "| who |", "| you need |", "**Check:**", "**If it breaks off"])
      expect(text.includes(part), `${text.slice(0, 40)}: ${part}`).toBe(true);
  }
});

test("the chapter leaves no ceremony out", () => {
  const list = spawnSync(concord, ["network", "--help"], { encoding: "utf8" }).stdout;
  const names = [...list.matchAll(/^ {2}(\w+(?: \w+)?) {2,}/gm)].map(([, name]) => name ?? "");
  expect(names.length).toBeGreaterThan(10);
  const commands = blocks.map((block) => block.commands).join("\n");
  expect(names.filter((name) => !commands.includes(`concord network ${name}`))).toEqual([]);
});
