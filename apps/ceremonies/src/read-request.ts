import { type JoinRequest, type Trust, verifyJoinRequest } from "@concord/federation";
import { DomainError } from "@concord/runtime";
import { fingerprint, isFingerprintOf } from "@concord/stewardship";
import type { Given, Surroundings } from "./command.ts";
import { readGiven } from "./key-files.ts";

/** Reads and verifies a request to join or to sign with another key. Throws `ceremonies.refused`. */
export async function readRequest(file: string, trust: Trust, around: Surroundings): Promise<JoinRequest> {
  const verdict = await verifyJoinRequest((await readGiven(file)).trim(), trust, around.clock.now());
  if (verdict.verified) return verdict.request;
  throw new DomainError("ceremonies.refused", "conflict", { file, reason: verdict.reason });
}

/**
 * Whoever wrote the request has its key; that this is the member, only a voice that one knows can say.
 * Throws `ceremonies.fingerprint-differs`.
 */
export function demandReadOut(given: Given, { key, code }: JoinRequest): void {
  if (isFingerprintOf(given.needed("fingerprint"), key.kid)) return;
  throw new DomainError("ceremonies.fingerprint-differs", "forbidden", { code, is: fingerprint(key.kid) });
}
