import { defineQueue, type Executor } from "@concord/database";
import type { Tenant } from "../context.ts";
import { educationKeepsFile } from "../education/index.ts";
import { membershipKeepsFile } from "../membership/index.ts";
import { toolkitsKeepFile } from "../toolkits/index.ts";
import { forgetMaterial, trainingsKeepFile } from "../trainings/index.ts";

/** Files go after the commit, since a rollback could not bring them back, and as a job, since a process may die. */
export const forgetFilesQueue = defineQueue<{ readonly sha256s: readonly string[] }>("forget-files", {
  retryLimit: 20,
  retryDelay: 30,
});

/** Everyone who keeps a file in our own store; a slice that begins to must be named here. */
const keepers = [educationKeepsFile, membershipKeepsFile, toolkitsKeepFile, trainingsKeepFile];

/** Deletes files that an erased item of ours named, unless something else of ours is kept in them. */
export async function forgetFiles(
  { database, blobs }: Pick<Tenant, "database" | "blobs">,
  sha256s: readonly string[],
): Promise<void> {
  for (const sha256 of sha256s) {
    if (await isKept(database.db, sha256)) continue;
    await blobs.delete(sha256);
    await forgetMaterial(database.db, sha256);
  }
}

/** Once a day, after the drafts that nobody touched were removed. */
export const sweepFilesQueue = defineQueue<object>("sweep-files", { retryLimit: 2, retryDelay: 300 });
export const sweepFilesCron = "45 10 * * *";

/** A week: until then somebody may still be at the form that a file was handed in with. */
const atWorkMs = 7 * 86_400_000;

/**
 * Deletes the files in our own store that nothing refers to: those of drafts that were removed, and of uploads that
 * broke off before they were noted. Gives how many.
 */
export async function sweepFiles(
  { database, blobs }: Pick<Tenant, "database" | "blobs">,
  notPutForMs = atWorkMs,
): Promise<number> {
  let swept = 0;
  for await (const sha256 of blobs.notPutFor(notPutForMs)) {
    if (await isKept(database.db, sha256)) continue;
    await blobs.delete(sha256, notPutForMs);
    if (!(await blobs.has(sha256))) await forgetMaterial(database.db, sha256);
    swept += 1;
  }
  return swept;
}

async function isKept(db: Executor, sha256: string): Promise<boolean> {
  return (await Promise.all(keepers.map((keeps) => keeps(db, sha256)))).includes(true);
}
