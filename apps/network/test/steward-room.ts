import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { loadProfile } from "@concord/tenant";
import { projectRoot } from "./tenant-program.ts";
import type { TrialPlace } from "./trial-place.ts";

const run = promisify(execFile);

/** Where stewards found a network of trial places and change its registry, by the program that they would use. */
export class StewardRoom {
  readonly folder: string;

  private constructor(folder: string) {
    this.folder = folder;
  }

  /** Founds a network whose members are these places, each with the key that it makes in its own folder. */
  static async found(places: readonly TrialPlace[]): Promise<StewardRoom> {
    const room = new StewardRoom(await mkdtemp(join(tmpdir(), "concord-stewards-")));
    await writeFile(join(room.folder, "passphrase"), "five words drawn by chance\n", { mode: 0o600 });
    for (const role of ["root", "registry"]) {
      for (const holder of [1, 2, 3])
        await room.say(`network key make ${role}-${holder}.key`, ["passphrase"]);
    }
    const keys = (role: string) => [1, 2, 3].map((holder) => `--${role}-key ${role}-${holder}.pub`).join(" ");
    const founding = `network found --folder network ${keys("root")} ${keys("registry")}`;
    await room.say(`${founding} --with root-1.key`, ["passphrase"]);
    for (const holder of [2, 3])
      await room.say(`network sign network/root.partial --with root-${holder}.key`, ["passphrase"]);
    await room.sign("network registry renew --folder network");
    for (const place of places) await room.sign(await room.request(place, "member add"));
    return room;
  }

  get network(): string {
    return join(this.folder, "network");
  }

  /** Says a ceremony that two holders of registry keys must sign. */
  sign(line: string): Promise<string> {
    return this.say(`${line} --with registry-1.key --with registry-2.key`, ["passphrase", "passphrase"]);
  }

  /** Has a place ask for the key in its folder, which is made where it is missing. Gives the line that takes it. */
  async request({ code, env, folder }: TrialPlace, ceremony: "member add" | "keys rotate"): Promise<string> {
    const { program } = loadProfile(env.PROFILE ?? "");
    const key = join(folder, "keys/feed.json");
    const member = ["--code", `us-${code}`, "--name", program.name.en ?? code, "--url", env.ORIGIN ?? ""];
    const file = `us-${code}.join`;
    const said = await this.#run([
      ...`network join --folder network --key ${key} --out ${file} --json`.split(" "),
      ...member,
    ]);
    const { fingerprint } = JSON.parse(said);
    return `network ${ceremony} ${file} --folder network --fingerprint ${fingerprint.replaceAll(" ", "")}`;
  }

  say(line: string, passphrases: readonly string[]): Promise<string> {
    return this.#run([...line.split(" "), ...passphrases.flatMap((file) => ["--passphrase-file", file])]);
  }

  async remove(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }

  async #run(words: readonly string[]): Promise<string> {
    const program = join(projectRoot, "apps/ceremonies/dist/main.js");
    const { stdout } = await run(process.execPath, [program, ...words], { cwd: this.folder });
    return stdout;
  }
}
