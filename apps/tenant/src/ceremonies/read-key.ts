import { z } from "zod";
import { defineQuery, nothing } from "../command.ts";
import type { Context } from "../context.ts";
import { can } from "../identity/index.ts";
import { demandRotation } from "./demand-place.ts";
import { deskIn } from "./desk.ts";
import type { Asked } from "./joining-folder.ts";
import { readRotation } from "./rotation-folder.ts";

type Peer = Context["tenant"]["peer"];

/** How our key and our feed stand, and what is under way with them. */
export interface KeyView {
  readonly alone: boolean;
  readonly code: string;
  /** The key that this instance signs with. */
  readonly kid: string;
  readonly keys: Awaited<ReturnType<Peer["ownKeys"]>>;
  readonly feed: Awaited<ReturnType<Peer["ownFeed"]>>;
  /** Another key that waits for the keepers. */
  readonly asked: Asked | undefined;
  /** The region's name, where requests are taken. */
  readonly desk: string | undefined;
}

export const readKey = defineQuery({
  name: "ceremonies.read-key",
  input: z.object({}),
  load: nothing,
  authorize: (actor) => can(actor, "network:manage"),
  async run({ tenant }): Promise<KeyView> {
    const { peer, place } = tenant;
    const [keys, feed, asked, trust] = await Promise.all([
      peer.ownKeys(),
      peer.ownFeed(),
      readRotation(place),
      peer.trust(),
    ]);
    const desk = deskIn(trust)?.name;
    return { alone: place.alone, code: peer.code, kid: peer.kid, keys, feed, asked, desk };
  },
});

/** The signed request for another key as a file. */
export const readKeyRequest = defineQuery({
  name: "ceremonies.read-key-request",
  input: z.object({}),
  load: nothing,
  authorize: (actor) => can(actor, "network:manage"),
  run: async ({ tenant }): Promise<string> => (await demandRotation(tenant.place)).request,
});
