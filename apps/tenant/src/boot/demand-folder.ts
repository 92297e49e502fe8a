import { stat } from "node:fs/promises";
import { makeWritable } from "@concord/database";
import { DomainError } from "@concord/runtime";

/** Makes a folder where it is missing. Throws `storage.folder-unwritable` where that cannot be done. */
export async function demandFolder(folder: string): Promise<void> {
  const found = await stat(folder).catch(() => undefined);
  if (found?.isDirectory()) return;
  await makeWritable(folder).catch(() => {
    throw new DomainError("storage.folder-unwritable", "unavailable", { folder });
  });
}
