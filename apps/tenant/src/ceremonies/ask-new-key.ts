import { DomainError } from "@concord/runtime";
import { z } from "zod";
import { defineCommand, defineQuery, nothing } from "../command.ts";
import type { Context } from "../context.ts";
import { can } from "../identity/index.ts";
import { notTaken } from "./ask-to-join.ts";
import { demandMember, demandRotation } from "./demand-place.ts";
import { deskIn } from "./desk.ts";
import { dropRotation, keepRotation, nextKey } from "./rotation-folder.ts";

const wanted = z.object({ way: z.enum(["send", "file"], "field.required") });

/**
 * Makes the next key and asks the keepers to let it sign, as `askToJoin` does. The present key vouches for it, unless
 * the office stopped signing because that key may be stolen: then the voice alone does.
 */
export async function askNewKey(context: Context, input: z.input<typeof wanted>): Promise<void> {
  await signRequest(context, input);
  if (input.way !== "send") return;
  const answer = await sendRequest(context, {});
  if (!answer.ok) throw notTaken(answer);
  await noteSent(context, {});
}

const signRequest = defineCommand({
  name: "ceremonies.ask-new-key",
  input: wanted,
  load: nothing,
  authorize: (actor) => can(actor, "network:manage"),
  async run({ tenant, clock }) {
    const { peer, place } = tenant;
    await demandMember(place);
    const { halted } = await peer.ownFeed();
    const signed = await peer.keyRequest(await nextKey(place), halted?.source !== "office");
    await keepRotation(place, { ...signed, at: clock.now(), sent: false });
    const subject = { kind: "network-member", id: peer.code };
    const after = { kid: signed.kid };
    return { result: undefined, audit: { action: "ceremonies.key-requested", subject, after } };
  },
});

/** Calls another server, and so outside any transaction. */
const sendRequest = defineQuery({
  name: "ceremonies.send-key-request",
  input: z.object({}),
  load: nothing,
  authorize: (actor) => can(actor, "network:manage"),
  async run({ tenant }) {
    const { request } = await demandRotation(tenant.place);
    const desk = deskIn(await tenant.peer.trust());
    if (!desk) throw new DomainError("ceremonies.no-desk", "conflict");
    return await tenant.peer.newcomer.send(desk.baseUrl, request);
  },
});

const noteSent = defineCommand({
  name: "ceremonies.note-key-sent",
  input: z.object({}),
  load: nothing,
  authorize: (actor) => can(actor, "network:manage"),
  async run({ tenant, clock }) {
    const asked = await demandRotation(tenant.place);
    const now = { sent: true, standing: "waiting" as const, lookedAt: clock.now() };
    await keepRotation(tenant.place, { ...asked, ...now });
    const subject = { kind: "network-member", id: tenant.peer.code };
    return { result: undefined, audit: { action: "ceremonies.key-request-sent", subject } };
  },
});

/** The next key is forgotten; the present one goes on. */
export const giveUpKey = defineCommand({
  name: "ceremonies.give-up-key",
  input: z.object({}),
  load: nothing,
  authorize: (actor) => can(actor, "network:manage"),
  async run({ tenant }) {
    const { kid } = await demandRotation(tenant.place);
    const named = await tenant.peer.ownKeys();
    // Once the registry names it, it is ours for good.
    if (named.some((key) => key.kid === kid)) throw new DomainError("ceremonies.key-named", "conflict");
    await dropRotation(tenant.place);
    const subject = { kind: "network-member", id: tenant.peer.code };
    return { result: undefined, audit: { action: "ceremonies.key-given-up", subject, before: { kid } } };
  },
});
