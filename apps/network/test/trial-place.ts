import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort, Program } from "./tenant-program.ts";

export const officer = { email: "olive@office.example", name: "Olive Officer" };

type Settings = Readonly<Record<string, string>>;

export type TrialPlace = Awaited<ReturnType<typeof trialPlace>>;

/** A folder, a port and an address for one tenant of a trial, and what its process is told. */
export async function trialPlace(profile: string, code = profile) {
  const folder = await mkdtemp(join(tmpdir(), "concord-fault-"));
  const port = await freePort();
  const env: Settings = {
    PROFILE: profile,
    ORIGIN: `http://${code}.localhost:${port}`,
    PORT: String(port),
    TRIAL: "true",
    DATA_DIR: folder,
  };
  const programs: Program[] = [];
  return {
    folder,
    port,
    env,
    code,
    start(more: Settings = {}): Program {
      const program = new Program({ env: { ...env, ...more } });
      programs.push(program);
      return program;
    },
    async remove() {
      await Promise.all(programs.map((program) => program.stop()));
      await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}

/** What an operator does before the doors open: somebody must work in the office. */
export async function appointFirstOfficer(env: Settings): Promise<void> {
  const main = ["node", "apps/tenant/dist/main.js"];
  const program = new Program({ command: [...main, "appoint", officer.email, officer.name], env });
  if ((await program.ended()) !== 0) throw new Error(program.said);
}
