import { existsSync } from "node:fs";
import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { isAlive, Program, projectRoot, serverOf, until } from "./tenant-program.ts";
import { trialPlace } from "./trial-place.ts";

vi.setConfig({ testTimeout: 240_000 });

let place: Awaited<ReturnType<typeof trialPlace>>;

beforeEach(async () => {
  place = await trialPlace("ms");
});
afterEach(() => place.remove());

/** What a program that cannot start says before it ends with 1. */
async function refusal(program: Program): Promise<string> {
  expect(await program.ended()).toBe(1);
  return program.said;
}

test("a port that is taken is named, nothing stays behind, and the folder starts elsewhere", async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(place.port, resolve));
  expect(await refusal(place.start())).toContain(`http.port-in-use {"port":${place.port}}`);
  await until(() => !existsSync(join(place.folder, "postgres/data/postmaster.pid")));
  await new Promise((resolve) => other.close(resolve));
  await place.start().untilReady();
});

test("a data folder that another process uses is refused, and that process goes on undisturbed", async () => {
  const first = await place.start().untilReady();
  const { pid } = serverOf(place.folder);
  const second = place.start({ PORT: "0" });
  const said = await refusal(second);
  expect(said).toContain("database.folder-in-use");
  expect(said).toContain(join(place.folder, "postgres"));
  expect((await first.fetch("/")).status).toBe(200);
  expect(serverOf(place.folder).pid).toBe(pid);
  expect(isAlive(pid)).toBe(true);
});

test("a data folder that cannot be written is named", async () => {
  const file = join(place.folder, "a-file");
  await writeFile(file, "");
  for (const DATA_DIR of [join(file, "data"), "/proc/data"]) {
    const said = await refusal(place.start({ DATA_DIR }));
    expect(said).toContain(`database.folder-unwritable {"folder":"${join(DATA_DIR, "postgres")}"}`);
  }
});

test("so is a folder for keys or for files, and the server that was started goes with the program", async () => {
  const keys = await refusal(place.start({ KEYS_DIR: "/proc/keys" }));
  expect(keys).toContain('storage.folder-unwritable {"folder":"/proc/keys"}');
  const files = await refusal(place.start({ BLOBS: "file:///proc/files" }));
  expect(files).toContain('storage.folder-unwritable {"folder":"/proc/files"}');
  expect(existsSync(join(place.folder, "postgres/data/postmaster.pid"))).toBe(false);
});

test("who may not write to the data folder is told so, and leaves nothing in it", async () => {
  const closed = join(place.folder, "closed");
  await mkdir(closed, { mode: 0o555 });
  const env = { ...place.env, DATA_DIR: closed, KEYS_DIR: join(place.folder, "keys") };
  const program = new Program({ env, ...heldToModes() });
  expect(await refusal(program)).toContain(
    `database.folder-unwritable {"folder":"${join(closed, "postgres")}"}`,
  );
  expect(existsSync(join(closed, "postgres"))).toBe(false);
  await rm(closed, { recursive: true });
});

test("every fault of a profile is told at once, with its file, its path and how to mend it", async () => {
  const profile = join(place.folder, "zz");
  await cp(join(projectRoot, "apps/tenant/profiles/ms"), profile, { recursive: true });
  const yaml = await readFile(join(profile, "profile.yaml"), "utf8");
  const broken = yaml
    .replace(/^official: false$/m, "official: perhaps")
    .replace(/months: 12/, "months: 0")
    .replace(/email: .*/, "email: nobody")
    .replace(/^brand:$/m, "unknown: 1\n\nbrand:");
  await writeFile(join(profile, "profile.yaml"), broken);
  await writeFile(join(profile, "counties.csv"), "fips,name\n28001,Adams\n99001,Elsewhere\n");
  await rm(join(profile, "emblem.svg"));
  const said = await refusal(place.start({ PROFILE: profile }));
  expect(said).toContain(`The profile in ${profile} has`);
  const faults = [...said.matchAll(/^ {2}- (\S+) (\S+|\(whole file\)): .+\n {4}mend: .+$/gm)];
  const places = faults.map(([, file, path]) => `${file?.split(":")[0]} ${path}`);
  for (const expected of [
    "profile.yaml /code",
    "profile.yaml /official",
    "profile.yaml /office/email",
    "profile.yaml /membership/levels/0/term/months",
    "counties.csv /3",
    "emblem.svg (whole file)",
  ]) {
    expect(places).toContain(expected);
  }
  expect(said).toContain("unknown");
  expect(existsSync(join(place.folder, "postgres"))).toBe(false);
});

test("every fault of the environment is told at once, without its values", async () => {
  const said = await refusal(
    place.start({
      ORIGIN: "ms.example",
      PORT: "many",
      LOG_LEVEL: "loud",
      SMTP_URL: "hush-hush",
      BLOBS: "ftp://x",
    }),
  );
  for (const name of ["ORIGIN", "PORT", "LOG_LEVEL", "SMTP_URL", "BLOBS"]) {
    expect(said).toMatch(new RegExp(`^ {2}- ${name}: .+$`, "m"));
  }
  expect(said).toContain("5 fault(s)");
  expect(said).not.toMatch(/hush-hush|loud|many/);
});

/** Root may write everywhere; without this capability it too is held to a folder's mode, and still reads its own home. */
function heldToModes(): { readonly command?: readonly string[] } {
  if (process.getuid?.() !== 0) return {};
  const without = "--bounding-set=-dac_override,-dac_read_search";
  return { command: ["setpriv", without, "--", process.execPath, "apps/tenant/dist/main.js", "serve"] };
}
