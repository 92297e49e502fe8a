import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { DomainError } from "@concord/runtime";
import { writeDurably } from "@concord/storage";

/**
 * Replaces a file, whole or not at all, in a folder that is made where it is missing. Throws
 * `ceremonies.file-unwritable`.
 */
export async function writeFile(path: string, text: string, mode: number): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeDurably(path, text, mode);
  } catch (error) {
    const why = error instanceof Error && "code" in error ? String(error.code) : String(error);
    throw new DomainError("ceremonies.file-unwritable", "unavailable", { file: path, why });
  }
}
