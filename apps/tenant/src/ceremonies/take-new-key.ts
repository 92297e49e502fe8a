import { z } from "zod";
import { defineCommand, defineQuery, nothing } from "../command.ts";
import type { Context } from "../context.ts";
import { can } from "../identity/index.ts";
import { demandRotation } from "./demand-place.ts";
import { deskIn } from "./desk.ts";
import type { Standing } from "./model.ts";
import { keepRotation, readRotation, takeNextKey } from "./rotation-folder.ts";

/** Nothing where no key waits. */
export async function lookForKeyIfAsked(context: Context): Promise<void> {
  const { place } = context.tenant;
  if (!place.alone && (await readRotation(place))) await lookForKey(context);
}

/** Asks how the request for another key stands; where the registry lets the key sign our next entry, it takes over. */
export async function lookForKey(context: Context): Promise<void> {
  const standing = await lookAtKey(context, {});
  if (standing !== "named") return await noteStanding(context, { standing });
  await takeKey(context, {});
  context.tenant.place.changed();
}

/** Calls other servers, and so outside any transaction. */
const lookAtKey = defineQuery({
  name: "ceremonies.look-for-key",
  input: z.object({}),
  load: nothing,
  authorize: (actor) => can(actor, "network:manage"),
  async run({ tenant }): Promise<Standing | "named"> {
    const { peer, place } = tenant;
    const asked = await demandRotation(place);
    const desk = deskIn(await peer.trust());
    if (desk) await peer.syncNow(desk.code);
    const [keys, { size, epoch }] = await Promise.all([peer.ownKeys(), peer.ownFeed()]);
    const named = keys.find(({ kid }) => kid === asked.kid);
    // In a new epoch nothing but the new key signs; in ours it waits for its first entry.
    if (named && (named.epoch !== epoch || named.from <= size + 1)) return "named";
    if (named) return "proposed";
    if (!desk || !asked.sent) return "unknown";
    const answer = await peer.newcomer.standing(desk.baseUrl, asked.kid);
    if (!answer.ok) return "unreachable";
    return answer.standing === "member" ? "proposed" : answer.standing;
  },
});

const noteStanding = defineCommand({
  name: "ceremonies.note-key-standing",
  input: z.object({ standing: z.custom<Standing>() }),
  load: nothing,
  authorize: (actor) => can(actor, "network:manage"),
  async run({ tenant, clock }, { standing }) {
    const asked = await demandRotation(tenant.place);
    await keepRotation(tenant.place, { ...asked, standing, lookedAt: clock.now() });
    return { result: undefined, audit: [] };
  },
});

const takeKey = defineCommand({
  name: "ceremonies.take-key",
  input: z.object({}),
  load: nothing,
  authorize: (actor) => can(actor, "network:manage"),
  async run({ tenant }) {
    const { kid } = await demandRotation(tenant.place);
    const { peer, place } = tenant;
    await takeNextKey(place);
    const subject = { kind: "network-member", id: peer.code };
    const audit = { action: "ceremonies.key-taken", subject, before: { kid: peer.kid }, after: { kid } };
    return { result: undefined, audit };
  },
});
