import type { Tenant } from "./context.ts";

/**
 * Where the files of library material are. What came from the network is read from the peer's files alone: an entry
 * can name the hash of a file that a member or the office gave us, and must not open it.
 */
export function materialFiles({ blobs, peer }: Tenant, source: "own" | "adopted") {
  return source === "adopted" ? peer.files : blobs;
}
