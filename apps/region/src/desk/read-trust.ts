import { type Registry, type Root, Trust, verifyNextRoot } from "@concord/federation";
import type { Region } from "../context.ts";
import { waitingProposal } from "./store-proposals.ts";

export interface DeskTrust {
  readonly net: string;
  /** In force. */
  readonly root: Root;
  readonly registry: Registry;
  /** The root under which the next registry is signed: the one in force, or the finished one that waits for it. */
  readonly signing: Root;
}

/** What is in force here, and what is to follow. */
export async function readTrust({ peer, database }: Region): Promise<DeskTrust> {
  const { root, registry } = await peer.trust();
  const next = await waitingProposal(database.db, "root");
  const verdict = next?.standing === "complete" ? await verifyNextRoot(next.signed, root) : undefined;
  return { net: root.net, root, registry, signing: verdict?.verified ? verdict.root : root };
}

/** The same as the protocol's checks take it. */
export const trustOf = ({ root, registry }: DeskTrust): Trust => new Trust(root, registry);
