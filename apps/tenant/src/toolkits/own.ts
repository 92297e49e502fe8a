import type { BlobRef, ToolkitBody } from "@concord/content";
import { DomainError } from "@concord/runtime";
import type { Context, Unit } from "../context.ts";
import { findOfferedByName } from "../trainings/index.ts";
import type { Toolkit } from "./model.ts";
import { findToolkit, lockToolkit, putToolkit } from "./store-toolkits.ts";

export interface OwnToolkitRevision {
  readonly revision: number;
  readonly body: ToolkitBody;
  readonly blobs: readonly BlobRef[];
}

/**
 * Our own toolkit as the network may be given it. Trainings are named as the network knows them; one that was not
 * shared is left out, since nobody else could open it. Throws where nothing is offered.
 */
export async function readOwnToolkit(
  scope: Context | Unit,
  id: string,
): Promise<{ toolkit: Toolkit; revision: OwnToolkitRevision }> {
  const found = await findToolkit(scope.db, id);
  if (!found) throw new DomainError("toolkits.not-found", "not-found");
  if (found.source !== "own") throw new DomainError("toolkits.adopted", "conflict");
  const { body, blobs, ...toolkit } = found;
  if (toolkit.status !== "published" || !body) throw new DomainError("toolkits.not-offered", "conflict");
  const names = body.path.flatMap(({ trainings }) => trainings);
  const offered = await findOfferedByName(scope.db, names);
  const shared = new Map(
    offered.flatMap(({ slug, item }) =>
      item ? [...(slug ? [[slug, item] as const] : []), [item, item] as const] : [],
    ),
  );
  const path = body.path.map((step) => ({
    ...step,
    trainings: step.trainings.flatMap((name) => shared.get(name) ?? []),
  }));
  return { toolkit, revision: { revision: toolkit.revision, body: { ...body, path }, blobs } };
}

/** Notes what the network calls our toolkit and which revision it knows, within the caller's transaction. */
export async function markToolkitPublished(
  unit: Unit,
  id: string,
  published: { item: string; revision: number },
): Promise<Toolkit> {
  const before = await lockToolkit(unit.tx, { id });
  if (!before) throw new DomainError("toolkits.not-found", "not-found");
  const after = {
    ...before,
    item: published.item,
    networkRevision: published.revision,
    updatedAt: unit.clock.now(),
  };
  await putToolkit(unit.tx, after);
  return after;
}
