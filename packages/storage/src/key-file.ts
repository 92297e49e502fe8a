import { randomBytes } from "node:crypto";
import { link, mkdir, open, readFile, rm, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { DomainError } from "@concord/runtime";

/**
 * Reads a key file, or makes it with what `generate` gives. The file has mode 0600; one that group or others
 * may read is refused with `storage.key-file-open`. Two processes that make it at once end with the same key.
 */
export async function loadOrCreateKeyFile(path: string, generate: () => Promise<string>): Promise<string> {
  const found = await readKey(path);
  if (found !== undefined) return found;
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const temporary = `${path}.${randomBytes(6).toString("hex")}`;
  try {
    const file = await open(temporary, "wx", 0o600);
    try {
      await file.writeFile(await generate());
      await file.sync();
    } finally {
      await file.close();
    }
    // A link fails where the name is taken, a rename would replace the other's key.
    await link(temporary, path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error;
    });
  } finally {
    await rm(temporary, { force: true });
  }
  const made = await readKey(path);
  if (made === undefined) throw new DomainError("storage.key-file-unreadable", "unavailable", { path });
  return made;
}

async function readKey(path: string): Promise<string | undefined> {
  const found = await stat(path).catch(() => undefined);
  if (!found) return undefined;
  if ((found.mode & 0o077) !== 0) throw new DomainError("storage.key-file-open", "unavailable", { path });
  return readFile(path, "utf8");
}
