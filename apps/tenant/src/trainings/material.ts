import { blobPlaces, unknownHotlines } from "@concord/content";
import { DomainError, type FieldError } from "@concord/runtime";
import { z } from "zod";
import { defineCommand, nothing } from "../command.ts";
import type { Context, Unit } from "../context.ts";
import { can } from "../identity/index.ts";
import { findMaterial, noteMaterial } from "./store-files.ts";

/**
 * Keeps a file that what this office writes may name. It takes bytes and no hash: whoever knows the hash of a
 * member's file cannot make material of it.
 */
export async function keepMaterial(
  scope: Context | Unit,
  bytes: Uint8Array,
  expect?: { readonly sha256: string },
): Promise<{ readonly sha256: string; readonly size: number }> {
  const stored = await scope.tenant.blobs.put(bytes, expect);
  await noteFile(scope, { sha256: stored.sha256 });
  return stored;
}

const noteFile = defineCommand({
  name: "trainings.keep-material",
  input: z.object({ sha256: z.string() }),
  load: nothing,
  authorize: (actor) => can(actor, "trainings:manage") || can(actor, "toolkits:manage"),
  async run(unit, { sha256 }) {
    await noteMaterial(unit.tx, sha256, unit.clock.now());
    const subject = { kind: "material-file", id: sha256 };
    return { result: undefined, audit: { action: "trainings.file-kept", subject } };
  },
});

/** What keeps a body of our own from being written, beside its schema: files and hotlines that are not there. */
export async function authoredFaults(scope: Context | Unit, body: unknown): Promise<FieldError[]> {
  return [...(await fileFaults(scope, body)), ...hotlineFaults(scope, body)];
}

/** Throws where a body names a file that is not here, or did not come in as material. */
export async function demandMaterial(scope: Context | Unit, body: unknown): Promise<void> {
  const faults = await fileFaults(scope, body);
  if (faults.length > 0) throw new DomainError("trainings.file-missing", "invalid", {}, faults);
}

/** Every token of a hotline that this office does not have, each with those that it has. */
export function hotlineFaults({ tenant }: Context | Unit, body: unknown): FieldError[] {
  const { hotlines } = tenant.profile;
  const known = hotlines.map(({ id }) => id).join(", ");
  return unknownHotlines(body, hotlines).map(({ pointer, token }) => ({
    pointer,
    code: "trainings.hotline-unknown",
    params: { token, known },
  }));
}

/** A file that is here but no material is answered like one that is not: nobody learns what others handed in. */
async function fileFaults({ db, tenant }: Context | Unit, body: unknown): Promise<FieldError[]> {
  const places = blobPlaces(body);
  const material = await findMaterial(
    db,
    places.map(({ sha256 }) => sha256),
  );
  const usable = await Promise.all(
    places.map(async ({ sha256 }) => material.has(sha256) && (await tenant.blobs.has(sha256))),
  );
  return places.flatMap(({ pointer }, at) =>
    usable[at] ? [] : [{ pointer, code: "trainings.file-missing" }],
  );
}
