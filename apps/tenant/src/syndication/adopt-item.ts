import { applyOverlay, type Body, collectBlobs, kindOf, type Overlay, parseOverlay } from "@concord/content";
import { DomainError } from "@concord/runtime";
import { z } from "zod";
import { defineCommand } from "../command.ts";
import type { Unit } from "../context.ts";
import { can } from "../identity/index.ts";
import { hotlineFaults } from "../trainings/index.ts";
import { catalogues } from "./catalogues.ts";
import { keptOverlay } from "./kept-overlay.ts";
import { endedStatuses, type IncomingItem, itemId, readShared } from "./model.ts";
import { pinnedBody, takenInPart } from "./pinned-body.ts";
import { lockIncoming, putIncoming, putOverlay, putPartBody } from "./store.ts";

const overlay = z.unknown();
const emptyOverlay: Overlay = { schema: "concord.overlay/1", contacts: [], lawNotes: [], texts: {} };

/**
 * Pins the revision that was reviewed and offers it in our catalogue. Without `overlay` the stored one is kept, which
 * is how an update is applied. No approval of a board comes with it.
 */
export const adoptItem = defineCommand({
  name: "syndication.adopt",
  input: z.object({
    item: itemId,
    revision: z.coerce.number().int().positive(),
    overlay: overlay.optional(),
    /** Of an update, the changed parts to take; all of them unless given. */
    parts: z.array(z.string().max(400)).max(2_000).optional(),
  }),
  load: (unit, { item }) => known(unit, item),
  authorize: (actor) => can(actor, "network:adopt"),
  async run(unit, input, before) {
    if (endedStatuses.includes(before.status)) throw new DomainError("syndication.gone", "conflict");
    if (before.status === "blocked") throw new DomainError("syndication.blocked", "conflict");
    if (input.revision !== before.revision) throw new DomainError("syndication.moved-on", "conflict");
    const own = await overlayFor(unit, input.item, input.overlay);
    const { revision, parts } = input;
    const newest = readShared(before.kind, await unit.tenant.peer.revisionBody(before.item, revision));
    const part = parts && newest && takenInPart(await pinnedBody(unit, before), newest, parts, unit.locale);
    const mended = before.significance === "safety";
    await offer(unit, { ...before, pinnedRevision: revision, mended }, part ?? newest, own);
    await putPartBody(unit.tx, before.item, part, unit.clock.now());
    const after: IncomingItem = {
      ...before,
      ...{ status: "adopted", pinnedRevision: input.revision, note: null, decidedAt: unit.clock.now() },
    };
    await putIncoming(unit.tx, after);
    const audit = record("syndication.adopted", before, after);
    const taken = part ? { ...audit, after: { ...audit.after, parts: parts ?? [] } } : audit;
    return { result: after, audit: taken };
  },
});

/** Changes what is our own on adopted material; the pinned revision stays. */
export const editOverlay = defineCommand({
  name: "syndication.edit-overlay",
  input: z.object({ item: itemId, overlay }),
  load: (unit, { item }) => known(unit, item),
  authorize: (actor) => can(actor, "network:adopt"),
  async run(unit, input, before) {
    if (endedStatuses.includes(before.status)) throw new DomainError("syndication.gone", "conflict");
    if (before.pinnedRevision === null) throw new DomainError("syndication.not-adopted", "conflict");
    await offer(
      unit,
      { ...before, mended: false },
      await pinnedBody(unit, before),
      parseOverlay(input.overlay),
    );
    return { result: before, audit: record("syndication.overlay-edited", before, before) };
  },
});

/** Leaves an item, or its newest revision, aside. What was adopted before stays as it is. */
export const declineItem = defineCommand({
  name: "syndication.decline",
  input: z.object({
    item: itemId,
    revision: z.coerce.number().int().positive(),
    note: z.string().trim().min(1, "field.required").max(2_000, "field.too-big"),
  }),
  load: (unit, { item }) => known(unit, item),
  authorize: (actor) => can(actor, "network:adopt"),
  async run(unit, input, before) {
    if (!["new", "followed", "update-available"].includes(before.status))
      throw new DomainError("syndication.nothing-to-decide", "conflict");
    if (input.revision !== before.revision) throw new DomainError("syndication.moved-on", "conflict");
    const status = before.pinnedRevision === null ? "declined" : "adopted";
    const after: IncomingItem = { ...before, status, note: input.note, decidedAt: unit.clock.now() };
    await putIncoming(unit.tx, after);
    return { result: after, audit: record("syndication.declined", before, after) };
  },
});

async function known(unit: Unit, item: string): Promise<IncomingItem> {
  const found = await lockIncoming(unit.tx, item);
  if (found) return found;
  // A handler hears of a revision only when all its files are here.
  const coming = await unit.tenant.peer.item(item, unit.tx);
  if (coming && !coming.complete) throw new DomainError("syndication.not-complete", "conflict");
  throw new DomainError("syndication.not-found", "not-found");
}

async function overlayFor(unit: Unit, item: string, given: unknown): Promise<Overlay> {
  if (given !== undefined) return parseOverlay(given);
  return (await keptOverlay(unit, item)) ?? emptyOverlay;
}

async function offer(
  unit: Unit,
  incoming: IncomingItem & { readonly mended: boolean },
  body: Body | undefined,
  own: Overlay,
): Promise<void> {
  const { item, feed, kind, pinnedRevision, mended } = incoming;
  const { peer } = unit.tenant;
  const blobs = body ? collectBlobs(body) : [];
  const present = await Promise.all(blobs.map(({ sha256 }) => peer.files.has(sha256)));
  if (!body || present.includes(false)) throw new DomainError("syndication.not-complete", "conflict");
  demandFitting(body, own);
  // A local text remembers the origin's wording beside its own; only what is ours is judged.
  const texts = Object.values(own.texts).map(({ text }) => text);
  const [unknown] = hotlineFaults(unit, { ...own, texts });
  if (unknown) throw new DomainError(unknown.code, "invalid", unknown.params);
  await catalogues[kind].offer(unit, {
    ...{ item, feed, body, blobs, overlay: own, mended },
    revision: pinnedRevision ?? incoming.revision,
    attribution: incoming.attribution ?? feed,
    licence: incoming.licence ?? "",
  });
  await putOverlay(unit.tx, item, own, unit.clock.now());
}

/** A local text can be too long for its place, or hold a phone number, which content takes only as data. */
function demandFitting(body: Body, own: Overlay): void {
  try {
    applyOverlay(kindOf(body), body, own);
  } catch (error) {
    if (error instanceof z.ZodError) throw new DomainError("syndication.overlay-breaks", "invalid");
    throw error;
  }
}

function record(action: string, before: IncomingItem, after: IncomingItem) {
  const facts = ({ status, revision, pinnedRevision, note }: IncomingItem) => ({
    ...{ status, revision, pinnedRevision, note },
  });
  const subject = { kind: "network-item", id: after.item };
  return { action, subject, before: facts(before), after: facts(after) };
}
