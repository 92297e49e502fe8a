import { createHash } from "node:crypto";

/** Numbers from 0 to 1 that are the same for the same seed. */
export function seededRandom(seed: string): () => number {
  let round = 0;
  return () => createHash("sha256").update(`${seed}/${round++}`).digest().readUInt32BE() / 2 ** 32;
}
