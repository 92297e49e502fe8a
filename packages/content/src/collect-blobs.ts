import type { BlobRef } from "./blob.ts";
import { valuesOf } from "./pointers.ts";

export interface CollectedBlob extends BlobRef {
  readonly role: "image" | "video" | "captions";
  /** The language of captions. */
  readonly language?: string;
}

/** Every file that a body needs, each once per role and language, in reading order. */
export function collectBlobs(body: unknown): CollectedBlob[] {
  const found = new Map<string, CollectedBlob>();
  visit(body, [], (blob) => {
    const key = `${blob.role} ${blob.language ?? ""} ${blob.sha256}`;
    if (!found.has(key)) found.set(key, blob);
  });
  return [...found.values()];
}

/** Where a body names files, each place by its JSON Pointer. */
export function blobPlaces(body: unknown): { readonly pointer: string; readonly sha256: string }[] {
  return [...valuesOf(body)].flatMap(({ pointer, value }) =>
    typeof value === "object" && value !== null && "sha256" in value && typeof value.sha256 === "string"
      ? [{ pointer, sha256: value.sha256 }]
      : [],
  );
}

function visit(value: unknown, path: readonly string[], report: (blob: CollectedBlob) => void): void {
  if (typeof value !== "object" || value === null) return;
  if ("sha256" in value && "size" in value && "type" in value) {
    const { sha256, size, type } = value;
    if (typeof sha256 !== "string" || typeof size !== "number" || typeof type !== "string") return;
    const role = type === "text/vtt" ? "captions" : type.startsWith("video/") ? "video" : "image";
    const language = role === "captions" ? path.at(-1) : undefined;
    report({ sha256, size, type, role, ...(language === undefined ? {} : { language }) });
    return;
  }
  for (const [key, child] of Object.entries(value)) visit(child, [...path, key], report);
}
