import { defineQueue } from "@concord/database";
import type { Tenant } from "../context.ts";
import { educationKeepsFile } from "../education/index.ts";
import { membershipKeepsFile } from "../membership/index.ts";
import { toolkitsKeepFile } from "../toolkits/index.ts";
import { trainingsKeepFile } from "../trainings/index.ts";

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
    const kept = await Promise.all(keepers.map((keeps) => keeps(database.db, sha256)));
    if (!kept.includes(true)) await blobs.delete(sha256);
  }
}
