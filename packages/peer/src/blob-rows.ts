import type { Executor } from "@concord/database";
import { eq } from "drizzle-orm";
import type { PeerContext } from "./context.ts";
import { blobs } from "./tables.ts";

/** Notes that a file is here, with its real size: an entry may have named another. */
export async function markPresent(
  { blobs: store }: Pick<PeerContext, "blobs">,
  db: Executor,
  sha256: string,
): Promise<void> {
  const size = await store.size(sha256);
  if (size === undefined) return;
  await db.update(blobs).set({ present: true, size }).where(eq(blobs.sha256, sha256));
}
