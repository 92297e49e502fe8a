import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { generateSigningKey, readSigningKey, type SigningKey } from "@concord/federation";
import { loadOrCreateKeyFile } from "@concord/storage";

/** Reads the region's online key from its file of mode 0600, and makes it where it is missing. */
export async function loadRegionKeys(folder: string): Promise<{ readonly feed: SigningKey }> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const text = await loadOrCreateKeyFile(join(folder, "feed.json"), async () => generateSigningKey());
  return { feed: readSigningKey(text) };
}
