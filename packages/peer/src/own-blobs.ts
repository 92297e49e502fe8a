import type { Tx } from "@concord/database";
import type { Entry } from "@concord/federation";
import { DomainError } from "@concord/runtime";
import { saveBlobs } from "./apply-entries.ts";
import { markPresent } from "./blob-rows.ts";
import type { PeerContext } from "./context.ts";

/** Copies files of our own among the peer's, from where the application keeps them. */
export async function copyIn(
  { blobs: store, published }: Pick<PeerContext, "blobs" | "published">,
  files: readonly { readonly sha256: string }[],
): Promise<void> {
  for (const { sha256 } of files) {
    if (await store.has(sha256)) continue;
    const found = await published?.open(sha256);
    if (!found) throw new DomainError("federation.blob-missing", "invalid", { sha256 });
    await store.put(found.stream, { sha256, maxBytes: found.size });
  }
}

/** Our own revision is complete from the start: its files must be here before anybody hears of it. */
export async function keepOwnBlobs(context: PeerContext, tx: Tx, entry: Entry): Promise<void> {
  const files = "blobs" in entry ? entry.blobs : [];
  if (files.length === 0) return;
  await saveBlobs(tx, context.code, [entry]);
  // A sweep may have taken a file until its row was held just now.
  await copyIn(context, files);
  for (const { sha256 } of files) await markPresent(context, tx, sha256);
}
