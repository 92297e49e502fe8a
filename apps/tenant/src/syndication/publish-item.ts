import { collectBlobs } from "@concord/content";
import { DomainError } from "@concord/runtime";
import { z } from "zod";
import { defineCommand, nothing } from "../command.ts";
import { can } from "../identity/index.ts";
import { textIn } from "../profile/index.ts";
import { demandMaterial } from "../trainings/index.ts";
import { catalogues } from "./catalogues.ts";
import { type SharedItem, sharedKinds } from "./model.ts";
import { lockSharedOf, putShared } from "./store.ts";

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
    significance: z.enum(["minor", "major", "safety"]).default("minor"),
  }),
  load: nothing,
  authorize: (actor) => can(actor, "network:publish"),
  async run(unit, { kind, id, significance }) {
    const catalogue = catalogues[kind];
    const own = await catalogue.readOwn(unit, id);
    const before = await lockSharedOf(unit.tx, id);
    if (before && before.status !== "live")
      throw new DomainError("syndication.tombstoned", "conflict", { status: before.status });
    if (before?.sourceRevision === own.revision) throw new DomainError("syndication.nothing-new", "conflict");
    await demandMaterial(unit, own.body);
    const { profile, peer } = unit.tenant;
    const published = await peer.publish(unit.tx, {
      ...(before ? { item: before.item, op: "revise", significance } : { op: "publish" }),
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
      publishedAt: before?.publishedAt ?? now,
      revisedAt: now,
    };
    await putShared(unit.tx, shared);
    await catalogue.markShared(unit, id, { item, revision });
    const action = before ? "syndication.revised" : "syndication.published";
    const after = { kind: own.kind, id, revision, seq, significance: shared.significance };
    return { result: shared, audit: { action, subject: { kind: "network-item", id: item }, after } };
  },
});
