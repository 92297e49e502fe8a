import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { DomainError } from "@concord/runtime";
import type { BlobRef } from "./blob.ts";
import { collectBlobs } from "./collect-blobs.ts";
import { type LibraryFiles, readYaml, sha256 } from "./library-files.ts";
import { type BodyKind, type BodyOf, checkBody, isBodyKind } from "./parse.ts";

export interface LibraryItemOf<K extends BodyKind> {
  /** The folder's name; series and toolkits name trainings by it. */
  readonly slug: string;
  readonly kind: K;
  readonly body: BodyOf<K>;
  readonly licence: "CC-BY-4.0";
  /** The files the body needs, with their bytes. */
  readonly blobs: readonly LibraryBlob[];
}

export type LibraryItem = { [K in BodyKind]: LibraryItemOf<K> }[BodyKind];

export interface LibraryBlob extends BlobRef {
  readonly bytes: Uint8Array;
}

const authored = join(import.meta.dirname, "..", "library");

/**
 * The authored material: one folder per item with `<kind>.yaml` and its files. Everything is read and checked at
 * each call; a faulty item throws `content.item-invalid` with its slug and faults.
 */
export async function library(folder = authored): Promise<LibraryItem[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const slugs = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return Promise.all(slugs.sort().map((slug) => readItem(folder, slug)));
}

async function readItem(folder: string, slug: string): Promise<LibraryItem> {
  const names = await readdir(join(folder, slug));
  const reading = names.map(
    async (name) => [name, new Uint8Array(await readFile(join(folder, slug, name)))] as const,
  );
  const files = new Map(await Promise.all(reading));
  switch (names.map((name) => name.replace(/\.yaml$/, "")).find(isBodyKind)) {
    case "training":
      return itemOf(slug, "training", files);
    case "series":
      return itemOf(slug, "series", files);
    case "toolkit":
      return itemOf(slug, "toolkit", files);
    case "policy-template":
      return itemOf(slug, "policy-template", files);
    case "self-assessment":
      return itemOf(slug, "self-assessment", files);
    case undefined:
      throw new DomainError("content.item-without-body", "invalid", { slug });
  }
}

function itemOf<K extends BodyKind>(slug: string, kind: K, files: LibraryFiles): LibraryItemOf<K> {
  const checked = checkBody(kind, readYaml(`${kind}.yaml`, files));
  if (!checked.valid) throw new DomainError("content.item-invalid", "invalid", { slug }, checked.errors);
  const bytesBySha = new Map([...files.values()].map((bytes) => [sha256(bytes), bytes]));
  const blobs = new Map<string, LibraryBlob>();
  for (const { sha256: name, size, type } of collectBlobs(checked.body)) {
    const bytes = bytesBySha.get(name);
    if (bytes === undefined) throw new DomainError("content.blob-missing", "invalid", { slug, sha256: name });
    blobs.set(name, { sha256: name, size, type, bytes });
  }
  return { slug, kind, body: checked.body, licence: "CC-BY-4.0", blobs: [...blobs.values()] };
}
