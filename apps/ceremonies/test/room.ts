import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Registry, Trust, verifyFirstRoot, verifyNextRoot, verifyRegistry } from "@concord/federation";
import { writeDurably } from "@concord/storage";
import { onTestFinished } from "vitest";
import type { Surroundings } from "../src/command.ts";
import { run } from "../src/run.ts";

export const passphrase = "five words drawn by chance";

type Json = Record<string, unknown>;

/** A folder in which people hold ceremonies: their keys, their network, their clock. */
export class Room {
  readonly folder: string;
  now = new Date("2026-12-01T09:00:00Z");
  /** Thrown at the write with this number, from 0, before it is done. */
  breakAt: number | undefined;
  writes = 0;
  readonly progress: string[] = [];

  private constructor(folder: string) {
    this.folder = folder;
  }

  static async open(): Promise<Room> {
    const room = new Room(await mkdtemp(join(tmpdir(), "concord-ceremony-")));
    onTestFinished(() => rm(room.folder, { recursive: true }));
    await room.put("pass.txt", `${passphrase}\n`);
    return room;
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  read(name: string): Promise<string> {
    return readFile(this.path(name), "utf8");
  }

  put(name: string, text: string): Promise<void> {
    return writeFile(this.path(name), text);
  }

  files(): Promise<string[]> {
    return readdir(this.folder);
  }

  /** Runs one command in the folder; a word with an extension is a file in it, `{n}` is a word with a space. */
  async say(line: string, more: readonly string[] = [], as: "json" | "words" = "json") {
    const words = line
      .split(" ")
      .map((word) => (/\.\w+$/.test(word) && !word.includes(":") ? this.path(word) : word));
    const signs = words.includes("--with") || line.startsWith("key make");
    const answer = await run(
      [
        "network",
        ...words,
        ...more,
        ...(/^(key make|sign)|--help/.test(line) ? [] : ["--folder", this.folder]),
        ...(signs && !line.includes("--passphrase-file") ? ["--passphrase-file", this.path("pass.txt")] : []),
        ...(as === "json" ? ["--json"] : []),
      ],
      this.#surroundings(),
    );
    const json: Json = answer.stdout.startsWith("{") ? JSON.parse(answer.stdout) : {};
    return { ...answer, json };
  }

  /** Says what must be done. */
  async done(line: string, more: readonly string[] = []): Promise<Json> {
    const { exitCode, json, stderr } = await this.say(line, more);
    if (exitCode !== 0) throw new Error(`${line}: ${stderr}`);
    return json;
  }

  async makeKeys(...names: readonly string[]): Promise<void> {
    for (const name of names) await this.done(`key make ${name}.key`);
  }

  /** A founded network: three root keys and three registry keys, of each two must sign. */
  async found(): Promise<string> {
    await this.makeKeys("root-1", "root-2", "root-3", "registry-1", "registry-2", "registry-3");
    const founded = await this.done(
      `${founding} --with root-1.key --with root-2.key --with root-3.key ${registrySigns}`,
    );
    return String(founded.network);
  }

  async join(code: string, more = ""): Promise<{ file: string; fingerprint: string }> {
    const asked = await this.done(
      `join --key ${code}.feed --code ${code} --name ${code} --url https://${code}.example --out ${code}.join${more}`,
    );
    return { file: `${code}.join`, fingerprint: String(asked.fingerprint) };
  }

  async admit(code: string): Promise<void> {
    const { file, fingerprint } = await this.join(code);
    await this.done(`member add ${file} ${registrySigns}`, ["--fingerprint", fingerprint]);
  }

  /** What a member's instance makes of the folder: it pins the id, follows the roots and takes the registry. */
  async trust(net: string, held?: Registry): Promise<Trust> {
    const first = await verifyFirstRoot(await this.read("root.json"), net);
    if (!first.verified) throw new Error(first.reason);
    let { root } = first;
    const later = (await this.files()).filter((name) => /^root-\d+\.json$/.test(name)).toSorted();
    for (const name of later) {
      const next = await verifyNextRoot(await this.read(name), root);
      if (!next.verified) throw new Error(`${name}: ${next.reason}`);
      root = next.root;
    }
    const registry = await verifyRegistry(await this.read("registry.json"), root, held);
    if (!registry.verified) throw new Error(registry.reason);
    return new Trust(root, registry.registry);
  }

  #surroundings(): Surroundings {
    return {
      clock: { now: () => this.now },
      askPassphrase: () => Promise.reject(new Error("nobody is at the terminal")),
      progress: (line) => this.progress.push(line),
      write: async (path, text, mode) => {
        if (this.writes === this.breakAt) throw new Error("the power is cut");
        this.writes += 1;
        await writeDurably(path, text, mode);
      },
      keyRounds: 1000,
    };
  }
}

const pubs = (role: string) => [1, 2, 3].map((n) => `--${role}-key ${role}-${n}.pub`).join(" ");
export const founding = `found ${pubs("root")} ${pubs("registry")}`;
export const registrySigns = "--with registry-1.key --with registry-2.key";
