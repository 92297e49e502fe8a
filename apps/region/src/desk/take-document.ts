import type { Tx } from "@concord/database";
import { gatherSignatures, toSeconds } from "@concord/federation";
import { DomainError } from "@concord/runtime";
import type { Region } from "../context.ts";
import { type DeskAct, mayReplace, misfit, type Proposal, waiting } from "./model.ts";
import { type DeskDocument, readDocument } from "./read-document.ts";
import { type DeskTrust, readTrust } from "./read-trust.ts";
import { closeProposal, settleDesk } from "./settle-desk.ts";
import {
  findProposal,
  insertProposal,
  lockDesk,
  record,
  updateProposal,
  waitingProposal,
} from "./store-proposals.ts";

/**
 * Takes a registry or root with at least one keeper's signature, new or added to the one that waits; complete, it
 * takes effect. Throws `desk.document-refused`, `no-signature`, `overtaken`, `ahead`, `document-expired`,
 * `dropped`, `another-open`.
 */
export async function takeDocument(region: Region, text: string): Promise<Proposal> {
  await settleDesk(region);
  const trust = await readTrust(region);
  const document = await readDocument(text, trust);
  demandFit(document, trust, region.clock.now());
  const { database } = region;
  const id = await database.transaction(async (tx) => {
    await lockDesk(tx);
    return await keep(region, tx, { document, trust });
  });
  await settleDesk(region);
  const kept = await findProposal(database.db, { id });
  if (!kept) throw new Error(`${id} is gone`);
  return kept;
}

function demandFit(document: DeskDocument, { net, root, registry }: DeskTrust, now: Date): void {
  const held = { ...(document.document === "registry" ? registry : root), net };
  const fault = misfit(document, held);
  const params = { version: document.version, held: held.version };
  if (fault === "overtaken" || fault === "ahead") throw new DomainError(`desk.${fault}`, "conflict", params);
  if (fault) throw new DomainError("desk.document-refused", "invalid", { reason: fault });
  if (document.exp < toSeconds(now)) throw new DomainError("desk.document-expired", "conflict");
}

interface Keeping {
  readonly document: DeskDocument;
  readonly trust: DeskTrust;
}

async function keep(region: Region, tx: Tx, keeping: Keeping): Promise<string> {
  const { document, trust } = keeping;
  const now = region.clock.now();
  const open = await waitingProposal(tx, document.document);
  if (open?.sha256 === document.sha256) return await addTo(open, tx, { ...keeping, now });
  const [first] = document.keepers;
  if (first === undefined) throw new DomainError("desk.no-signature", "forbidden");
  if (await findProposal(tx, document)) throw new DomainError("desk.dropped", "conflict");
  if (open) {
    const complete = document.needs.length === 0;
    const before = await readDocument(open.signed, trust);
    const theirs = { signers: before.keepers };
    if (!mayReplace(theirs, { signers: document.keepers, complete })) {
      throw new DomainError("desk.another-open", "conflict", { id: open.id, version: open.version });
    }
    await closeProposal(tx, open, { standing: "replaced", now, kid: first });
  }
  const id = region.ids.next("prop");
  const { version, sha256, signed } = document;
  await insertProposal(tx, {
    ...{ id, document: document.document, version, sha256, signed, standing: standingOf(document) },
    ...{ openedAt: now, closedAt: null },
    expiresAt: new Date(Math.min(document.exp, toSeconds(now) + waiting.proposalSeconds) * 1000),
  });
  await record(tx, [act(document, "opened", now, first), ...signedBy(document, document.signers, now)]);
  return id;
}

/** A signature that is there already changes nothing. */
async function addTo(open: Proposal, tx: Tx, { document, trust, now }: Keeping & { now: Date }) {
  const before = await readDocument(open.signed, trust);
  const fresh = document.signers.filter((kid) => !before.signers.includes(kid));
  if (fresh.length === 0) {
    if (document.signers.length === 0) throw new DomainError("desk.no-signature", "forbidden");
    return open.id;
  }
  const typ = `concord-${open.document}+jws` as const;
  const signed = await gatherSignatures([open.signed, document.signed], typ, document.keys);
  const after = await readDocument(signed ?? open.signed, trust);
  await updateProposal(tx, { id: open.id, signed: after.signed, standing: standingOf(after) });
  await record(tx, signedBy(after, fresh, now));
  return open.id;
}

const standingOf = ({ needs }: DeskDocument) => (needs.length === 0 ? "complete" : "open");

function act(of: DeskDocument, name: DeskAct["act"], at: Date, kid: string | null): DeskAct {
  const { document, version, sha256 } = of;
  return { at, act: name, document, version, sha256, kid };
}

/** Who signed, and, where nobody is missing any more, that it is complete. */
function signedBy(document: DeskDocument, kids: readonly string[], now: Date): DeskAct[] {
  const acts = kids.map((kid) => act(document, "signed", now, kid));
  return document.needs.length === 0 ? [...acts, act(document, "complete", now, null)] : acts;
}
