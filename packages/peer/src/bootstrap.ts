import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Tx } from "@concord/database";
import { writeDurably } from "@concord/storage";

/** What an instance is told when it is installed; a newer registry is learned from any member. */
export interface Bootstrap {
  /** The network's id: SHA-256 of the payload of root version 1, pinned. */
  readonly rootSha256: string;
  /** Root version 1, a general JWS as JSON text. */
  readonly root: string;
  /** Versions 2 and later, in order; left out where there are none. */
  readonly laterRoots?: readonly string[];
  /** Any registry version, a general JWS as JSON text. */
  readonly registry: string;
}

/** Writes all that `readBootstrap` reads, and returns when it outlives a power cut. The pin comes last: with it all is there. */
export async function pinNetwork(folder: string, given: Bootstrap): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const put = (name: string, text: string) => writeDurably(join(folder, name), text);
  await put("root.json", given.root);
  for (const [at, root] of (given.laterRoots ?? []).entries()) await put(`root-${at + 2}.json`, root);
  await put("registry.json", given.registry);
  await put("network.json", `${JSON.stringify({ rootSha256: given.rootSha256 })}\n`);
}

/** From a network that this instance was alone in to the one that it is given. */
export interface NetworkMove {
  /** The id of the network that it was alone in, where there is one; no other network is left so. */
  readonly alone: string | undefined;
  /** Lets the application forget what it published there, in the transaction that begins the feed anew. */
  leave(tx: Tx): Promise<void>;
}
