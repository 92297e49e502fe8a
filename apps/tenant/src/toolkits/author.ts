import { isDeepStrictEqual } from "node:util";
import { checkBody, collectBlobs, type LibraryItemOf } from "@concord/content";
import { DomainError } from "@concord/runtime";
import { z } from "zod";
import { defineCommand, nothing } from "../command.ts";
import type { Context, Unit } from "../context.ts";
import { can } from "../identity/index.ts";
import { authoredFaults, keepMaterial } from "../trainings/index.ts";
import { factsOf, type StoredToolkit } from "./model.ts";
import { lockToolkit, putToolkit } from "./store-toolkits.ts";

/** Offers a toolkit of our own by its slug: a new one, or a new revision where the body changed. */
export const offerOwnToolkit = defineCommand({
  name: "toolkits.offer-own",
  input: z.object({
    slug: z
      .string()
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
      .max(80),
    body: z.unknown(),
    attribution: z.string().max(300).optional(),
    licence: z.string().max(60).default("CC-BY-4.0"),
  }),
  load: nothing,
  authorize: (actor) => can(actor, "toolkits:manage"),
  async run(unit, input) {
    const body = await readBody(unit, input.body);
    const before = await lockToolkit(unit.tx, { slug: input.slug });
    if (before?.status === "recalled") throw new DomainError("toolkits.recalled", "conflict");
    // The database keeps the fields of a body in its own order.
    if (before && isDeepStrictEqual(before.body, body)) return { result: before, audit: [] };
    const now = unit.clock.now();
    const after: StoredToolkit = {
      id: unit.ids.next("tkt"),
      createdAt: now,
      item: null,
      feed: null,
      networkRevision: null,
      overlay: null,
      ...before,
      ...factsOf(body),
      source: "own",
      status: "published",
      slug: input.slug,
      revision: (before?.revision ?? 0) + 1,
      attribution: input.attribution ?? null,
      licence: input.licence,
      reason: null,
      body,
      blobs: collectBlobs(body),
      updatedAt: now,
    };
    await putToolkit(unit.tx, after);
    return {
      result: after,
      audit: {
        action: before ? "toolkits.revised" : "toolkits.created",
        subject: { kind: "toolkit", id: after.id },
        after: { revision: after.revision, title: after.title },
      },
    };
  },
});

/** Offers an item of the authored library, its files included. */
export async function offerLibraryToolkit(
  scope: Context | Unit,
  item: LibraryItemOf<"toolkit">,
): Promise<StoredToolkit> {
  for (const { bytes, sha256 } of item.blobs) await keepMaterial(scope, bytes, { sha256 });
  const { slug, body, licence } = item;
  return offerOwnToolkit(scope, { slug, body, licence });
}

async function readBody(unit: Unit, json: unknown) {
  const checked = checkBody("toolkit", json);
  if (!checked.valid) throw new DomainError("toolkits.body-invalid", "invalid", {}, checked.errors);
  const faults = await authoredFaults(unit, checked.body);
  if (faults.length > 0) throw new DomainError("toolkits.body-invalid", "invalid", {}, faults);
  return checked.body;
}
