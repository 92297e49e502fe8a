import { type JoinRequest, verifyJoinRequest } from "@concord/federation";
import type { Region } from "../context.ts";
import type { DeskAct, Proposal, WaitingRequest } from "./model.ts";
import { type DeskDocument, readDocument } from "./read-document.ts";
import { type DeskTrust, readTrust, trustOf } from "./read-trust.ts";
import { actsOf, findProposal, listActs, waitingProposal } from "./store-proposals.ts";
import { findRequest, listRequests } from "./store-requests.ts";

/** A request that still holds, with what it asks. */
export interface AskedRequest {
  readonly waiting: WaitingRequest;
  readonly request: JoinRequest;
  /** The code is a member's already: it asks for another key. */
  readonly isMember: boolean;
}

export interface WaitingDocument {
  readonly proposal: Proposal;
  readonly document: DeskDocument;
}

export interface DeskView {
  readonly trust: DeskTrust;
  readonly documents: readonly WaitingDocument[];
  readonly requests: readonly AskedRequest[];
  readonly acts: readonly DeskAct[];
}

const actsShown = 30;

/** Everything that waits at the desk, and what was done at it lately. */
export async function readDesk(region: Region): Promise<DeskView> {
  const { db } = region.database;
  const trust = await readTrust(region);
  const [registry, root, acts, requests] = await Promise.all([
    waitingProposal(db, "registry"),
    waitingProposal(db, "root"),
    listActs(db, actsShown),
    readRequests(region, trust),
  ]);
  const documents = await Promise.all(
    [root, registry].flatMap((proposal) => (proposal ? [withDocument(proposal, trust)] : [])),
  );
  return { trust, documents, requests, acts };
}

/** The requests that wait and still hold, oldest first. */
async function readRequests(region: Region, trust: DeskTrust): Promise<AskedRequest[]> {
  const rows = await listRequests(region.database.db);
  const asked = await Promise.all(rows.map((waiting) => ask(region, waiting, trust)));
  return asked.flatMap((one) => (one ? [one] : []));
}

/** One of them by the id of its page. */
export async function readRequest(region: Region, id: string): Promise<AskedRequest | undefined> {
  const waiting = await findRequest(region.database.db, { id });
  return waiting && (await ask(region, waiting, await readTrust(region)));
}

async function ask({ clock }: Region, waiting: WaitingRequest, trust: DeskTrust) {
  const verdict = await verifyJoinRequest(waiting.signed, trustOf(trust), clock.now());
  if (!verdict.verified) return undefined;
  const isMember = trust.registry.members.some(({ code }) => code === waiting.code);
  return { waiting, request: verdict.request, isMember };
}

export interface ProposalView extends WaitingDocument {
  readonly acts: readonly DeskAct[];
}

/** One document that keepers signed, whether or not it still waits. */
export async function readProposal(region: Region, id: string): Promise<ProposalView | undefined> {
  const { db } = region.database;
  const proposal = await findProposal(db, { id });
  if (!proposal) return undefined;
  const waiting = await withDocument(proposal, await readTrust(region));
  return { ...waiting, acts: await actsOf(db, proposal.sha256) };
}

async function withDocument(proposal: Proposal, trust: DeskTrust): Promise<WaitingDocument> {
  return { proposal, document: await readDocument(proposal.signed, trust) };
}
