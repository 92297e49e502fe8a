import { join } from "node:path";
import { connect } from "@concord/database";
import { freePort, Program, serverOf, until } from "../test/tenant-program.ts";
import { appointFirstOfficer, officer, type TrialPlace, trialPlace } from "../test/trial-place.ts";
import { apply, approve, motel } from "../test/walk-join.ts";
import { fillDirectory } from "./fill-directory.ts";
import { type Measure, median, perSecond, timed, treeMemory } from "./measure.ts";
import { measureDirectory } from "./measure-directory.ts";

const members = 100_000;
const starts = 3;

/** One tenant as a process of its own, from its start to its fullest. */
export async function measureTenant(): Promise<Measure[]> {
  const place = await trialPlace("ms");
  try {
    await appointFirstOfficer(place.env);
    const [startUp, program] = await measureStarts(place);
    const idle = memory("memory of one tenant with its database, idle", program);
    const certificates = await measureCertificates(program);
    const directory = await measureFilled(place, program);
    const loaded = memory("memory of one tenant with its database, after the directory", program);
    return [...directory, certificates, startUp, ...idle, ...loaded];
  } finally {
    await place.remove();
  }
}

async function measureStarts(place: TrialPlace): Promise<[Measure, Program]> {
  const spent: number[] = [];
  let program = place.start({ LOG_LEVEL: "error" });
  await program.untilReady();
  for (let start = 0; start < starts; start++) {
    await program.stop();
    spent.push(
      await timed(async () => {
        program = place.start({ LOG_LEVEL: "error" });
        await program.untilReady();
      }),
    );
  }
  const name = "start-up of one tenant on its own data";
  return [{ name, value: median(spent), unit: "s", ratio: null, against: null }, program];
}

/** As the office downloads them: session, authorization, facts from the database, PDF/UA. */
async function measureCertificates(program: Program): Promise<Measure> {
  const firm = motel("Bench Motel LLC");
  await apply(program.visitor(), firm);
  const office = program.visitor();
  await office.signIn(officer.email);
  await approve(office, firm);
  await office.open("/office/members?q=Bench");
  await office.open(office.link(/\/office\/members\/mem_\w+$/));
  const path = office.link(/\/certificates\/crt_\w+\.pdf$/);
  const headers = { cookie: office.cookies };
  const one = async () => {
    const response = await program.fetch(path, { headers });
    const bytes = Buffer.from(await response.arrayBuffer());
    if (bytes.subarray(0, 5).toString() !== "%PDF-") throw new Error(`no PDF: ${response.status}`);
  };
  await one();
  const value = await perSecond(one, { concurrency: 2, seconds: 5 });
  return { name: "certificate PDFs, over HTTP", value, unit: "PDFs/s", ratio: null, against: null };
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

function memory(name: string, program: Program): Measure[] {
  const value = treeMemory(program.child.pid ?? 0);
  return value === undefined ? [] : [{ name, value, unit: "MiB PSS", ratio: null, against: null }];
}
