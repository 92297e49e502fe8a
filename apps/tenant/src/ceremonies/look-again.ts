import { defineQueue } from "@concord/database";
import type { LookedUp } from "@concord/peer";
import { z } from "zod";
import { defineCommand, defineQuery, nothing } from "../command.ts";
import type { Context } from "../context.ts";
import { can } from "../identity/index.ts";
import { demandJoining } from "./demand-place.ts";
import { deskOf } from "./desk.ts";
import { type Joining, keepJoined, keepJoining, readJoining } from "./joining-folder.ts";
import { namedAs, type Standing } from "./model.ts";

export const lookAgainQueue = defineQueue<object>("ceremonies-look-again", { retryLimit: 0 });

/** Every minute, while somebody waits for it. */
export const lookAgainCron = "* * * * *";

/** Nothing where nobody asked to join. */
export async function lookAgainIfAsked(context: Context): Promise<void> {
  const { place } = context.tenant;
  if (place.alone && (await readJoining(place))?.asked) await lookAgain(context);
}

/** Asks how the request stands; where the registry names us with our key, the instance is in the network from then on. */
export async function lookAgain(context: Context): Promise<Standing | "member"> {
  const seen = await lookAtNetwork(context, {});
  if (seen.standing !== "member") await noteStanding(context, { standing: seen.standing });
  else if (seen.found) {
    await enterFound(context, seen.found);
    context.tenant.place.changed();
  }
  return seen.standing;
}

type Found = Extract<LookedUp, { ok: true }>;

/** Calls other servers, and so outside any transaction. */
const lookAtNetwork = defineQuery({
  name: "ceremonies.look-again",
  input: z.object({}),
  load: nothing,
  authorize: (actor) => can(actor, "network:manage"),
  async run({ tenant }): Promise<{ standing: Standing | "member"; found?: Found }> {
    const { peer, place } = tenant;
    const joining = await demandJoining(place);
    const found = await newest(tenant, joining);
    const named = namedAs(found?.trust.member(peer.code), peer.kid);
    if (named && found) return { standing: named, found };
    const desk = await deskOf(joining.bootstrap);
    if (!found || !desk || !joining.asked?.sent) return { standing: found ? "unknown" : "unreachable" };
    const answer = await peer.newcomer.standing(desk.baseUrl, peer.kid);
    if (!answer.ok) return { standing: "unreachable" };
    // The desk is ahead of the registry that it serves for a moment.
    return { standing: answer.standing === "member" ? "proposed" : answer.standing };
  },
});

/** The newest registry of the desk and of the member where the network was found; never one older than was seen. */
async function newest({ peer }: Context["tenant"], joining: Joining): Promise<Found | undefined> {
  const { address, bootstrap } = joining;
  const desk = await deskOf(bootstrap);
  const origins = new Set([...(desk ? [desk.baseUrl] : []), address]);
  const answers = await Promise.all(
    [...origins].map((origin) => peer.newcomer.lookUp(origin, bootstrap.rootSha256)),
  );
  const good = answers.flatMap((answer) => (answer.ok ? [answer] : []));
  return good.sort((a, b) => b.trust.registry.version - a.trust.registry.version)[0];
}

const noteStanding = defineCommand({
  name: "ceremonies.note-standing",
  input: z.object({ standing: z.custom<Standing>() }),
  load: nothing,
  authorize: (actor) => can(actor, "network:manage"),
  async run({ tenant, clock }, { standing }) {
    const joining = await demandJoining(tenant.place);
    if (joining.asked)
      await keepJoining(tenant.place, {
        ...joining,
        asked: { ...joining.asked, standing, lookedAt: clock.now() },
      });
    return { result: undefined, audit: [] };
  },
});

const enterFound = defineCommand({
  name: "ceremonies.enter-found",
  // Verified by the look before it, against the pin that the office gave.
  input: z.custom<Found>(),
  load: nothing,
  authorize: (actor) => can(actor, "network:manage"),
  async run({ tenant }, { bootstrap, trust }) {
    const joining = await demandJoining(tenant.place);
    const { rootSha256 } = joining.bootstrap;
    await keepJoined(tenant.place, { ...bootstrap, rootSha256 });
    const subject = { kind: "network", id: rootSha256 };
    const after = { registryVersion: trust.registry.version };
    return { result: undefined, audit: { action: "ceremonies.network-pinned", subject, after } };
  },
});
