import { collectBlobs } from "@concord/content";
import { DomainError } from "@concord/runtime";
import { z } from "zod";
import { defineCommand, nothing } from "../command.ts";
import type { Unit } from "../context.ts";
import { can } from "../identity/index.ts";
import { textIn } from "../profile/index.ts";
import { demandMaterial } from "../trainings/index.ts";
import { catalogues } from "./catalogues.ts";
import { itemId, type SharedItem, sharedKinds, weights } from "./model.ts";
import { findIncoming, findShared, lockSharedOf, putShared } from "./store.ts";

const defaultLicence = "CC-BY-4.0";

/**
 * Publishes own material to the network, or a revision of it. What our catalogue offers is what is sent; the
 * entry is signed and appended in the same transaction.
 */
export const publishItem = defineCommand({
  name: "syndication.publish",
  input: z.object({
    kind: z.enum(sharedKinds),
    id: z.string().max(64),
    significance: z.enum(weights).default("minor"),
    /** Of a first publication: the item of ours, taken back, that it replaces. */
    supersedes: itemId.optional(),
    /** Of a first publication: the item in our catalogue that it is built on. */
    derivedFrom: itemId.optional(),
  }),
  load: nothing,
  authorize: (actor) => can(actor, "network:publish"),
  async run(unit, { kind, id, significance, ...from }) {
    const catalogue = catalogues[kind];
    const own = await catalogue.readOwn(unit, id);
    const before = await lockSharedOf(unit.tx, id);
    if (before && before.status !== "live")
      throw new DomainError("syndication.tombstoned", "conflict", { status: before.status });
    if (before?.sourceRevision === own.revision) throw new DomainError("syndication.nothing-new", "conflict");
    await demandMaterial(unit, own.body);
    const origin = before ? {} : await originOf(unit, from);
    const { profile, peer } = unit.tenant;
    const published = await peer.publish(unit.tx, {
      ...(before ? { item: before.item, op: "revise", significance } : { op: "publish", ...origin }),
      kind: own.kind,
      schema: own.body.schema,
      body: JSON.parse(JSON.stringify(own.body)),
      blobs: collectBlobs(own.body).map(({ language, ...blob }) => ({
        ...blob,
        ...(language ? { lang: language } : {}),
      })),
      licence: own.licence ?? defaultLicence,
      attribution: own.attribution ?? textIn(profile.program.name, profile.locales.default),
    });
    const now = unit.clock.now();
    const { item, revision, seq } = published;
    const shared: SharedItem = {
      ...{ item, revision, seq, kind: own.kind, sourceId: id, sourceRevision: own.revision },
      ...{ title: own.title, status: "live", reason: null },
      significance: before ? significance : "minor",
      supersedes: before?.supersedes ?? origin.supersedes ?? null,
      derivedFrom: before?.derivedFrom ?? origin.derivedFrom?.item ?? null,
      recoveredAt: null,
      publishedAt: before?.publishedAt ?? now,
      revisedAt: now,
    };
    await putShared(unit.tx, shared);
    await catalogue.markShared(unit, id, { item, revision, mended: shared.significance === "safety" });
    const action = before ? "syndication.revised" : "syndication.published";
    const after = { kind: own.kind, id, revision, seq, significance: shared.significance };
    return { result: shared, audit: { action, subject: { kind: "network-item", id: item }, after } };
  },
});

/** What a new item says of where it comes from: both must be as it says. */
async function originOf(
  unit: Unit,
  from: { supersedes?: string | undefined; derivedFrom?: string | undefined },
) {
  const [replaced, source] = await Promise.all([
    from.supersedes === undefined ? undefined : findShared(unit.tx, from.supersedes),
    from.derivedFrom === undefined ? undefined : findIncoming(unit.tx, from.derivedFrom),
  ]);
  if (from.supersedes !== undefined && (!replaced || replaced.status === "live"))
    throw new DomainError("syndication.not-taken-back", "conflict");
  if (from.derivedFrom !== undefined && (!source || source.pinnedRevision === null))
    throw new DomainError("syndication.not-adopted", "conflict");
  return {
    ...(replaced ? { supersedes: replaced.item } : {}),
    ...(source?.pinnedRevision
      ? { derivedFrom: { item: source.item, revision: source.pinnedRevision } }
      : {}),
  };
}
