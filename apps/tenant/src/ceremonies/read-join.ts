import type { Registry, RegistryMember } from "@concord/federation";
import { DomainError } from "@concord/runtime";
import { z } from "zod";
import { defineQuery, nothing } from "../command.ts";
import type { Context } from "../context.ts";
import { can } from "../identity/index.ts";
import { listUnsentMonths } from "../statistics/index.ts";
import { listPublished } from "../syndication/index.ts";
import { demandJoining } from "./demand-place.ts";
import { deskIn, trustOf } from "./desk.ts";
import { type Asked, hasJoined, readJoining } from "./joining-folder.ts";

/** Who we are, as a registry would name us. */
export interface Ourselves {
  readonly code: string;
  readonly name: string;
  readonly address: string;
  readonly kid: string;
}

/** A network as it was found, verified against the id. */
export interface NetworkFacts {
  readonly net: string;
  readonly registry: Registry;
  readonly desk: RegistryMember | undefined;
}

export type JoinView = { readonly ourselves: Ourselves } & (
  | { readonly step: "find" }
  | { readonly step: "ask"; readonly network: NetworkFacts }
  | { readonly step: "wait"; readonly network: NetworkFacts; readonly asked: Asked }
  /** Another process has entered the network, and this one is about to. */
  | { readonly step: "switch" }
  | { readonly step: "member"; readonly network: NetworkFacts; readonly first: FirstSteps }
);

/** What a new member has to do first. */
export interface FirstSteps {
  /** Months of figures that the network does not have, YYYY-MM. */
  readonly months: readonly string[];
  /** Trainings, series and toolkits of ours that could be published. */
  readonly ready: number;
  readonly others: number;
}

/** How far this office has come on the way into a network, or that it is in one. */
export const readJoin = defineQuery({
  name: "ceremonies.read-join",
  input: z.object({}),
  load: nothing,
  authorize: (actor) => can(actor, "network:manage"),
  async run(context): Promise<JoinView> {
    const { place, peer } = context.tenant;
    const ourselves = { code: peer.code, name: peer.name, address: context.tenant.origin, kid: peer.kid };
    if (!place.alone) return { ourselves, step: "member", ...(await readMember(context)) };
    if (await hasJoined(place)) return { ourselves, step: "switch" };
    const joining = await readJoining(place);
    if (!joining) return { ourselves, step: "find" };
    const trust = await trustOf(joining.bootstrap);
    const network = { net: trust.net, registry: trust.registry, desk: deskIn(trust) };
    if (!joining.asked) return { ourselves, step: "ask", network };
    return { ourselves, step: "wait", network, asked: joining.asked };
  },
});

async function readMember(context: Context) {
  const { peer } = context.tenant;
  const { root, registry } = await peer.trust();
  const [months, published] = await Promise.all([listUnsentMonths(context, {}), listPublished(context, {})]);
  const others = registry.members.filter(({ code, roles }) => code !== peer.code && roles.includes("tenant"));
  return {
    network: { net: root.net, registry, desk: deskIn({ registry }) },
    first: { months, ready: published.ready.length, others: others.length },
  };
}

/** The signed request as a file, to be mailed where the desk is not reached. */
export const readRequest = defineQuery({
  name: "ceremonies.read-request",
  input: z.object({}),
  load: nothing,
  authorize: (actor) => can(actor, "network:manage"),
  async run({ tenant }): Promise<string> {
    const { asked } = await demandJoining(tenant.place);
    if (!asked) throw new DomainError("ceremonies.nothing-begun", "conflict");
    return asked.request;
  },
});
