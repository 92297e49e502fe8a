import { join } from "node:path";
import { connect, type EmbeddedServer, startEmbeddedServer } from "@concord/database";
import { createLogger } from "@concord/runtime";
import { freePort, Program, serverOf, until } from "../test/tenant-program.ts";
import { appointFirstOfficer, type TrialPlace, trialPlace } from "../test/trial-place.ts";
import { fillDirectory } from "./fill-directory.ts";
import { type Measure, median, timed, treeMemory } from "./measure.ts";
import { measureCertificates } from "./measure-certificates.ts";
import { measureDirectory } from "./measure-directory.ts";
import { untilUndone } from "./undo.ts";

const members = 100_000;
const starts = 3;
const log = createLogger({ level: "fatal" });

/** One tenant as a process of its own, from its start to its fullest. */
export async function measureTenant(): Promise<Measure[]> {
  const place = await trialPlace("ms");
  const clear = untilUndone(() => place.remove());
  try {
    await appointFirstOfficer(place.env);
    const [startUp, program] = await measureStarts(place);
    const idle = memory("memory of one tenant with its database, idle", program, place);
    const certificates = await measureCertificates(program);
    const directory = await measureFilled(place, program);
    const loaded = memory("memory of one tenant with its database, after the directory", program, place);
    return [...directory, certificates, startUp, ...idle, ...loaded];
  } finally {
    await clear();
  }
}

/** Against what no start can do without: a bare Node process and the same database's server. */
async function measureStarts(place: TrialPlace): Promise<[Measure, Program]> {
  const spent: number[] = [];
  const bounds: number[] = [];
  let program = place.start({ LOG_LEVEL: "error" });
  await program.untilReady();
  for (let start = 0; start < starts; start++) {
    await program.stop();
    bounds.push(await timeBare(place.folder));
    spent.push(
      await timed(async () => {
        program = place.start({ LOG_LEVEL: "error" });
        await program.untilReady();
      }),
    );
  }
  const measure: Measure = {
    name: "start-up of one tenant on its own data",
    value: median(spent),
    unit: "s",
    ratio: median(spent.map((value, at) => (bounds[at] ?? 0) / value)),
    against: `a bare Node process and the database server: ${median(bounds).toFixed(1)} s`,
  };
  return [measure, program];
}

async function timeBare(folder: string): Promise<number> {
  let server: EmbeddedServer | undefined;
  const spent = await timed(async () => {
    await new Program({ command: ["node", "-e", ""], env: {} }).ended();
    server = await startEmbeddedServer({ folder: join(folder, "postgres"), log });
  });
  await server?.stop();
  return spent;
}

async function measureFilled(place: TrialPlace, program: Program): Promise<Measure[]> {
  const host = encodeURIComponent(serverOf(place.folder).sockets);
  const owner = connect(`postgres://concord_owner@${host}/tenant_ms`, { max: 1 });
  await fillDirectory(owner, members);
  await owner.end();
  const port = await freePort();
  const command = ["node", "--import", "tsx", join(import.meta.dirname, "hand-written.ts")];
  const url = `postgres://concord_app@${host}/tenant_ms`;
  const handWritten = new Program({
    command: [...command, url, String(port), program.origin],
    env: { ORIGIN: `http://127.0.0.1:${port}` },
  });
  try {
    await until(() =>
      handWritten.fetch("/").then(
        () => true,
        () => {
          if (!handWritten.running) throw new Error(`the hand-written route ended: ${handWritten.said}`);
          return false;
        },
      ),
    );
    return await measureDirectory({
      product: { port: place.port, host: new URL(program.origin).host },
      handWritten: { port, host: `127.0.0.1:${port}` },
    });
  } finally {
    await handWritten.stop();
  }
}

/** Against the database's own part of it. */
function memory(name: string, program: Program, place: TrialPlace): Measure[] {
  const value = treeMemory(program.child.pid ?? 0);
  const database = treeMemory(serverOf(place.folder).pid);
  if (value === undefined || database === undefined) return [];
  const against = `its database's part: ${database.toFixed(0)} MiB PSS`;
  return [{ name, value, unit: "MiB PSS", ratio: database / value, against }];
}
