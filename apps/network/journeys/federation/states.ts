import { execFile } from "node:child_process";
import { cp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { loopbackFetch } from "@concord/peer";
import { openBooks } from "../../test/kill/check-books.ts";
import { processesNaming } from "../../test/processes.ts";
import { StewardRoom } from "../../test/steward-room.ts";
import { Program, until } from "../../test/tenant-program.ts";
import { appointFirstOfficer, type TrialPlace, trialPlace } from "../../test/trial-place.ts";
import type { Sites } from "../walker.ts";

export type Sql = ReturnType<typeof openBooks>;

/** Where a state's own entries end, as the file beside its keys has it. */
interface Mark {
  readonly epoch: number;
  readonly seq: number;
  readonly head: string;
}

interface State {
  readonly place: TrialPlace;
  program?: Program;
}

// Postgres refuses a folder of another owner, so a copy keeps owners and modes.
const copyTree = (from: string, to: string) => promisify(execFile)("cp", ["-a", from, to]);

/**
 * The states of one network, found by their codes: each has a folder, keys, a copy of the network's documents and a
 * process of its own, and is stopped, robbed and put back alone. Those who keep the network's keys have a room apart.
 */
export class States implements Sites {
  readonly fetch = loopbackFetch();
  readonly #states: Map<string, State>;
  readonly #room: StewardRoom;
  readonly #others: Program[] = [];
  readonly #copies: string[] = [];

  private constructor(places: readonly TrialPlace[], room: StewardRoom) {
    this.#states = new Map(places.map((place) => [place.code, { place }]));
    this.#room = room;
  }

  /** A network of states that nobody has started yet. */
  static async found(codes: readonly string[]): Promise<States> {
    const places = await Promise.all(codes.map((code) => trialPlace(code)));
    try {
      return new States(places, await StewardRoom.found(places));
    } catch (error) {
      await Promise.all(places.map((place) => place.remove()));
      throw error;
    }
  }

  /** A state that was not there asks to join and is taken in. */
  async admit(profile: string, code: string): Promise<void> {
    const place = await trialPlace(profile, code);
    this.#states.set(code, { place });
    await this.#room.sign(await this.#room.request(place, "member add"));
  }

  /** Its operator brings in the network's documents, names the first officer and starts it. */
  async open(code: string): Promise<void> {
    await this.#copyDocuments(code);
    await appointFirstOfficer({ ...this.#place(code).env, ...this.#told(code) });
    await this.start(code);
  }

  async start(code: string): Promise<void> {
    this.#state(code).program = await this.#place(code).start(this.#told(code)).untilReady();
  }

  async stop(code: string): Promise<void> {
    await this.#state(code).program?.stop();
  }

  /** Without warning; returns when nothing of its folder runs any more. */
  async kill(code: string): Promise<void> {
    await this.#state(code).program?.kill();
    await until(async () => (await processesNaming(this.folderOf(code))).length === 0);
  }

  /** The network's newest documents come into its folder, and it starts anew with them. */
  async handOut(code: string): Promise<void> {
    await this.stop(code);
    await this.#copyDocuments(code);
    await this.start(code);
  }

  async closeEpoch(code: string, { seq, head }: Mark, cause: "stolen" | "restored"): Promise<void> {
    const where = `--seq ${seq} --head ${head} --cause ${cause}`;
    await this.#room.sign(`network epoch close us-${code} ${where} --folder network`);
  }

  /** Makes a new online key in the place of the old one, and has the registry name it. */
  async renewKey(code: string): Promise<void> {
    await rm(join(this.folderOf(code), "keys/feed.json"));
    await this.#room.sign(await this.#room.request(this.#place(code), "keys rotate"));
  }

  /** Throws where a signed statement does not hold, as the command for it says. */
  async verify(signed: string): Promise<void> {
    await writeFile(join(this.#room.folder, "statement"), signed);
    await this.#room.say("network verify statement --folder network", []);
  }

  /** Every key that the registry names for a member's feed, past ones included. */
  async keysOf(code: string): Promise<{ readonly kid: string }[]> {
    const { payload } = JSON.parse(await readFile(join(this.#room.network, "registry.json"), "utf8"));
    const { members } = JSON.parse(Buffer.from(payload, "base64url").toString());
    const { epochs } = members.find((member: { code: string }) => member.code === `us-${code}`);
    return epochs.flatMap((epoch: { keys: { jwk: { kid: string } }[] }) => epoch.keys.map(({ jwk }) => jwk));
  }

  async markOf(code: string): Promise<Mark> {
    return JSON.parse(await readFile(join(this.folderOf(code), "keys/feed-high-water.json"), "utf8"));
  }

  /** Everything that a stopped state has, keys and database, in another place. */
  async copyOf(code: string, name: string): Promise<string> {
    const folder = `${this.folderOf(code)}-${name}`;
    this.#copies.push(folder);
    await copyTree(this.folderOf(code), folder);
    return folder;
  }

  /** Runs a copy at the state's own address, as whoever can bring its visitors there. */
  async impersonate(code: string, copy: string): Promise<Program> {
    const env = { ...this.#place(code).env, ...this.#told(code), DATA_DIR: copy };
    const program = new Program({ env });
    this.#others.push(program);
    return await program.untilReady();
  }

  /** The stopped state's database is again what it was in the copy; keys and files stay as they are. */
  async putBack(code: string, copy: string): Promise<void> {
    const database = join(this.folderOf(code), "postgres");
    await rm(database, { recursive: true });
    await copyTree(join(copy, "postgres"), database);
  }

  /** The stopped state's operator asks for what it signed and lost. Gives where its epoch must be closed. */
  async restoreFeed(code: string): Promise<Mark & { readonly state: string }> {
    const command = ["node", "apps/tenant/dist/main.js", "feed", "restore", "--json"];
    const program = new Program({ command, env: { ...this.#place(code).env, ...this.#told(code) } });
    await program.ended();
    const answer = program.said.split("\n").find((line) => line.startsWith('{"code"'));
    if (!answer) throw new Error(program.said);
    return JSON.parse(answer);
  }

  /** Looks into its database past the product. */
  async look<T>(code: string, read: (sql: Sql) => Promise<T>): Promise<T> {
    const sql = openBooks(this.folderOf(code), code);
    try {
      return await read(sql);
    } finally {
      await sql.end();
    }
  }

  folderOf(code: string): string {
    return this.#place(code).folder;
  }

  url(code: string, path = "/"): string {
    return `${this.#place(code).env.ORIGIN}${path}`;
  }

  async remove(): Promise<void> {
    await Promise.all(this.#others.map((program) => program.stop()));
    await Promise.all([...this.#states.values()].map(({ place }) => place.remove()));
    await Promise.all(this.#copies.map((folder) => rm(folder, { recursive: true, force: true })));
    await this.#room.remove();
  }

  async #copyDocuments(code: string): Promise<void> {
    await cp(this.#room.network, this.#told(code).NETWORK_DIR, { recursive: true });
  }

  #told(code: string) {
    return { NETWORK_DIR: join(this.folderOf(code), "network"), LOG_LEVEL: "error" };
  }

  #place(code: string): TrialPlace {
    return this.#state(code).place;
  }

  #state(code: string): State {
    const state = this.#states.get(code);
    if (!state) throw new Error(`there is no state ${code}`);
    return state;
  }
}
