import type { Tx } from "@concord/database";
import type { Region } from "../context.ts";
import type { DeskAct, Proposal } from "./model.ts";
import { lockDesk, record, updateProposal, waitingProposal } from "./store-proposals.ts";
import { dropRequestsBefore, removeRequests } from "./store-requests.ts";

/**
 * Puts what is complete in force, and closes what was overtaken or has waited too long. May be broken off anywhere
 * and repeated: it is done after every signature and at every start.
 */
export async function settleDesk(region: Region): Promise<void> {
  const { database, peer } = region;
  await database.transaction((tx) => closeStale(region, tx));
  const registry = await waitingProposal(database.db, "registry");
  if (registry?.standing === "complete") {
    const root = await waitingProposal(database.db, "root");
    const brought = root?.standing === "complete" ? { root: root.signed } : {};
    const reason = await peer.takeTrust({ ...brought, registry: registry.signed });
    if (reason !== undefined)
      region.log.warn({ reason, version: registry.version }, "a registry was refused");
    await database.transaction((tx) => closeStale(region, tx, reason === undefined ? undefined : registry));
    await keepInForce(region);
  }
}

/** What is in force is kept outside the database as well, for the next start and for whoever hands it on. */
export async function keepInForce(region: Region): Promise<void> {
  const trust = await region.peer.trust();
  if (trust.registry.text === region.bootstrap.registry) return;
  await region.keepInForce?.(trust).catch((err) => region.log.error({ err }, "the registry was not kept"));
}

/** `refused` is one that can no longer take effect. */
async function closeStale(region: Region, tx: Tx, refused?: Proposal): Promise<void> {
  const { peer, clock } = region;
  const { root, registry } = await peer.trustWithin(tx);
  const now = clock.now();
  await lockDesk(tx);
  for (const kind of ["registry", "root"] as const) {
    const proposal = await waitingProposal(tx, kind);
    const held = kind === "registry" ? registry : root;
    const standing = proposal && endOf(proposal, held, now, refused);
    if (proposal && standing) await closeProposal(tx, proposal, { standing, now });
  }
  await dropRequestsBefore(tx, now);
  const named = registry.members.flatMap(({ epochs }) =>
    epochs.flatMap(({ keys }) => keys.map(({ jwk }) => jwk.kid)),
  );
  await removeRequests(tx, named);
}

function endOf(
  { id, version, sha256, expiresAt }: Proposal,
  held: { readonly version: number; readonly sha256: string },
  now: Date,
  refused: Proposal | undefined,
): Ended | undefined {
  if (sha256 === held.sha256) return "finished";
  if (version <= held.version || id === refused?.id) return "overtaken";
  return expiresAt < now ? "expired" : undefined;
}

type Ended = Exclude<Proposal["standing"], "open" | "complete">;

/** Ends what waited, and says so in the record. */
export async function closeProposal(
  tx: Tx,
  { id, document, version, sha256 }: Proposal,
  { standing, now, kid = null }: { standing: Ended; now: Date; kid?: string | null },
): Promise<void> {
  await updateProposal(tx, { id, standing, closedAt: now });
  const act: DeskAct = { at: now, act: standing, document, version, sha256, kid };
  await record(tx, [act]);
}
