import type { Region } from "../context.ts";
import { readDocument } from "./read-document.ts";
import { readTrust } from "./read-trust.ts";
import { waitingProposal } from "./store-proposals.ts";
import { findRequest } from "./store-requests.ts";

export interface RequestStanding {
  readonly kid: string;
  readonly code: string;
  readonly standing: "waiting" | "proposed" | "member";
  readonly signatures: { readonly given: number; readonly needed: number } | null;
  readonly registryVersion: number;
  readonly expiresAt: Date | null;
}

/** How far a request for a key is, whoever asks; undefined for a key that nobody asked for. */
export async function readStanding(region: Region, kid: string): Promise<RequestStanding | undefined> {
  const trust = await readTrust(region);
  const { registry, signing } = trust;
  const about = { kid, registryVersion: registry.version, signatures: null };
  const member = registry.members.find(({ epochs }) =>
    epochs.some(({ keys }) => keys.some(({ jwk }) => jwk.kid === kid)),
  );
  if (member) return { ...about, code: member.code, standing: "member", expiresAt: null };
  const request = await findRequest(region.database.db, { kid });
  if (!request || request.expiresAt < region.clock.now()) return undefined;
  const { code, expiresAt } = request;
  const proposal = await waitingProposal(region.database.db, "registry");
  const document = proposal && (await readDocument(proposal.signed, trust));
  if (!document || !names(document.signed, kid)) return { ...about, code, standing: "waiting", expiresAt };
  const signatures = { given: document.signers.length, needed: signing.registry.threshold };
  return { ...about, code, standing: "proposed", signatures, expiresAt };
}

/** A thumbprint stands in a registry only as the name of its key. */
function names(signed: string, kid: string): boolean {
  const { payload } = JSON.parse(signed);
  return Buffer.from(payload, "base64url").toString("utf8").includes(`"${kid}"`);
}
