import { createHash } from "node:crypto";
import { extname } from "node:path";
import { DomainError } from "@concord/runtime";
import { parse, type ScalarTag } from "yaml";

/** The files of one item's folder by name. */
export type LibraryFiles = ReadonlyMap<string, Uint8Array>;

const mediaTypes: Readonly<Record<string, string>> = {
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".webp": "image/webp",
  ".avif": "image/avif",
  ".mp4": "video/mp4",
  ".webm": "video/webm",
  ".vtt": "text/vtt",
};

/** Reads authored YAML, where `!blob name` is a file's reference and `!include name` another YAML file's value. */
export function readYaml(name: string, files: LibraryFiles, including: readonly string[] = []): unknown {
  const bytes = files.get(name);
  if (bytes === undefined || including.includes(name))
    throw new DomainError("content.file-missing", "invalid", { file: name });
  const blob: ScalarTag = { tag: "!blob", resolve: (file) => blobOf(file, files) };
  const include: ScalarTag = {
    tag: "!include",
    resolve: (file) => readYaml(file, files, [...including, name]),
  };
  try {
    return parse(new TextDecoder().decode(bytes), { customTags: [blob, include] });
  } catch (error) {
    const detail = error instanceof Error ? error.message : "";
    throw new DomainError("content.yaml-invalid", "invalid", { file: name, detail });
  }
}

export function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

function blobOf(name: string, files: LibraryFiles) {
  const bytes = files.get(name);
  if (bytes === undefined) throw new DomainError("content.file-missing", "invalid", { file: name });
  return {
    sha256: sha256(bytes),
    size: bytes.length,
    type: mediaTypes[extname(name)] ?? "application/octet-stream",
  };
}
