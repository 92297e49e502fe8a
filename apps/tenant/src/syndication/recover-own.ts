import { isDeepStrictEqual } from "node:util";
import { type Body, collectBlobs } from "@concord/content";
import type { ItemChange, ItemHandler } from "@concord/peer";
import { DomainError } from "@concord/runtime";
import { z } from "zod";
import { defineCommand } from "../command.ts";
import type { Context, Unit } from "../context.ts";
import { keepMaterial } from "../trainings/index.ts";
import { catalogues } from "./catalogues.ts";
import { endShared } from "./end-item.ts";
import { goneTitle } from "./messages.ts";
import {
  isSharedKind,
  readShared,
  type SharedItem,
  type SharedKind,
  sharedKinds,
  statusAfter,
} from "./model.ts";
import { lockShared, lockSharedOf, putShared } from "./store.ts";

/**
 * What happens here when an entry of our own comes back from other members after a restore: our lists and our
 * catalogue have it again, so that the office can revise it or take it back.
 */
export function recoveredHandlers(contextOf: () => Context): Record<string, ItemHandler> {
  const handle: ItemHandler = async (tx, change) => {
    await recoverOwn({ ...contextOf(), db: tx, tx }, change);
  };
  return Object.fromEntries(sharedKinds.map((kind) => [kind, handle]));
}

const recoverOwn = defineCommand({
  name: "syndication.recover-own",
  // Read by the peer from an entry that our own key signed.
  input: z.custom<ItemChange>(),
  load: (unit, { item }) => lockShared(unit.tx, item),
  authorize: (actor) => actor.kind === "system",
  async run(unit, change, before) {
    const { op, item, seq, revision } = change;
    const after =
      op === "publish" || op === "revise"
        ? await recoverRevision(unit, change, before)
        : await recoverEnding(unit, change, before);
    if (!after) return { result: undefined, audit: [] };
    await putShared(unit.tx, { ...after, recoveredAt: unit.clock.now() });
    const subject = { kind: "network-item", id: item };
    return {
      result: undefined,
      audit: { action: "syndication.recovered", subject, after: { op, seq, revision } },
    };
  },
});

/** Undefined where we have the revision already, or cannot read it. */
async function recoverRevision(
  unit: Unit,
  change: ItemChange,
  before: SharedItem | undefined,
): Promise<SharedItem | undefined> {
  const { kind, item, revision, seq, significance = "minor" } = change;
  const body = readShared(kind, change.body);
  if (!isSharedKind(kind) || !body || !("title" in body)) return undefined;
  if (before && before.revision >= revision) return undefined;
  const { attribution = null, licence = null } = change;
  const told = { id: before?.sourceId, kind, title: body.title, attribution, licence };
  const whole = await bringFiles(unit, body);
  const own =
    (whole ? await sameHere(unit, { kind, body, title: body.title }, before) : undefined) ??
    (await catalogues[kind].bringBack(unit, { ...told, ...(whole ? { body } : {}) }));
  await catalogues[kind].markShared(unit, own.id, { item, revision, mended: significance === "safety" });
  return {
    ...{ item, kind, revision, seq, significance, title: body.title, status: "live", reason: null },
    ...{ sourceId: own.id, sourceRevision: own.revision, recoveredAt: null },
    supersedes: change.supersedes ?? before?.supersedes ?? null,
    derivedFrom: change.derivedFrom?.item ?? before?.derivedFrom ?? null,
    publishedAt: before?.publishedAt ?? change.at,
    revisedAt: change.at,
  };
}

/** Where our catalogue offers these very words: as what it was before, or as what was given to nobody before the backup. */
async function sameHere(
  unit: Unit,
  { kind, body, title }: { readonly kind: SharedKind; readonly body: Body; readonly title: object },
  before: SharedItem | undefined,
): Promise<{ readonly id: string; readonly revision: number } | undefined> {
  for (const one of await catalogues[kind].listOffered(unit)) {
    if (one.kind !== kind || !isDeepStrictEqual(one.title, title)) continue;
    const given = await lockSharedOf(unit.tx, one.id);
    if (given && given.item !== before?.item) continue;
    const own = await catalogues[kind].readOwn(unit, one.id).catch(unlessRefused);
    if (own && isDeepStrictEqual(plain(own.body), plain(body))) return one;
  }
  return undefined;
}

/** What cannot be given to the network as it is was not given to it. */
function unlessRefused(error: unknown): undefined {
  if (!(error instanceof DomainError)) throw error;
}

const plain = (body: Body): unknown => JSON.parse(JSON.stringify(body));

/** A tombstone of what our lists do not have is listed as well, with its text where anybody may still have that. */
async function recoverEnding(
  unit: Unit,
  change: ItemChange,
  before: SharedItem | undefined,
): Promise<SharedItem | undefined> {
  const { op, reason, seq, at, kind } = change;
  if (op === "publish" || op === "revise" || !isSharedKind(kind)) return undefined;
  if (before?.status === statusAfter[op]) return undefined;
  const shared = before ?? (await publishedOnce(unit, change, kind));
  return await endShared(unit, shared, { op, seq, at, ...(reason === undefined ? {} : { reason }) });
}

/** What was published and taken back since the backup; nobody gives the text of what was recalled. */
async function publishedOnce(unit: Unit, change: ItemChange, kind: SharedKind): Promise<SharedItem> {
  const { item, revision, seq } = change;
  const { peer } = unit.tenant;
  const at = (await peer.item(item, unit.tx))?.publishedAt ?? change.at;
  const body = await peer.revisionBody(item, revision, unit.tx);
  const told = { ...change, op: "publish" as const, at, ...(body === undefined ? {} : { body }) };
  const shared = await recoverRevision(unit, told, undefined);
  if (shared) return shared;
  const gone = { id: undefined, kind, title: goneTitle, attribution: null, licence: null };
  const own = await catalogues[kind].bringBack(unit, gone);
  await catalogues[kind].markShared(unit, own.id, { item, revision });
  return {
    ...{ item, kind, revision, seq, title: goneTitle, significance: "minor", status: "live", reason: null },
    ...{ sourceId: own.id, sourceRevision: own.revision, supersedes: null, derivedFrom: null },
    ...{ recoveredAt: null, publishedAt: at, revisedAt: change.at },
  };
}

/**
 * The office's own store may have lost what it published; the peer has it from another member. False where it has
 * not: a text without its files is not offered again.
 */
async function bringFiles(unit: Unit, body: Body): Promise<boolean> {
  const wanted = collectBlobs(body).map(({ sha256 }) => sha256);
  const { files } = unit.tenant.peer;
  if ((await Promise.all(wanted.map((sha256) => files.has(sha256)))).includes(false)) return false;
  for (const sha256 of wanted) {
    const bytes = await files.read(sha256);
    if (bytes) await keepMaterial(unit, bytes, { sha256 });
  }
  return true;
}
