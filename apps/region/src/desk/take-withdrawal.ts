import { draftWithdrawal, readWithdrawal, signersOf, toSeconds } from "@concord/federation";
import { DomainError } from "@concord/runtime";
import type { Region } from "../context.ts";
import type { Proposal } from "./model.ts";
import { readDocument } from "./read-document.ts";
import { readTrust } from "./read-trust.ts";
import { closeProposal, settleDesk } from "./settle-desk.ts";
import { findProposal, lockDesk } from "./store-proposals.ts";

/** What a keeper would sign to withdraw a document. */
export async function composeWithdrawal(region: Region, { sha256 }: Proposal): Promise<string> {
  const { net } = await readTrust(region);
  return await draftWithdrawal({ net, document: sha256, iat: toSeconds(region.clock.now()) });
}

/**
 * Ends a document that waits, at the word of a keeper who had signed it. Throws `desk.document-refused`,
 * `no-signature`, `dropped`.
 */
export async function takeWithdrawal(region: Region, text: string): Promise<Proposal["id"]> {
  await settleDesk(region);
  const trust = await readTrust(region);
  const read = readWithdrawal(text);
  if (!read.ok) throw new DomainError("desk.document-refused", "invalid", { reason: read.reason });
  const { net, document: sha256 } = read.value;
  if (net !== trust.net)
    throw new DomainError("desk.document-refused", "invalid", { reason: "wrong-network" });
  return await region.database.transaction(async (tx) => {
    await lockDesk(tx);
    const proposal = await findProposal(tx, { sha256 });
    const waits = proposal?.standing === "open" || proposal?.standing === "complete";
    if (!proposal || !waits) throw new DomainError("desk.dropped", "conflict");
    const { keys, keepers } = await readDocument(proposal.signed, trust);
    const theirs = keys.filter(({ kid }) => keepers.includes(kid));
    const [kid] = await signersOf(text, "concord-withdrawal+jws", theirs);
    if (kid === undefined) throw new DomainError("desk.no-signature", "forbidden");
    await closeProposal(tx, proposal, { standing: "withdrawn", now: region.clock.now(), kid });
    return proposal.id;
  });
}
