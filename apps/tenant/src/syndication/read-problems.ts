import type { Text } from "@concord/content";
import type { Delayed, Unapplied } from "@concord/peer";
import { DomainError } from "@concord/runtime";
import { z } from "zod";
import { defineCommand, defineQuery, nothing } from "../command.ts";
import type { Context } from "../context.ts";
import { can } from "../identity/index.ts";
import { type Expiry, expiriesOf, isLate, itemId, takesTooLong } from "./model.ts";
import { findShared, titlesOf } from "./store.ts";

/** Something of ours that must not wait, with those who have not said that they applied it. */
export interface Owed extends Pick<Unapplied, "item" | "kind" | "op" | "seq" | "since"> {
  readonly title: Text;
  readonly late: boolean;
  readonly by: readonly Pick<Unapplied, "code" | "name" | "holds">[];
}

/** Recalls, erasures and safety updates of ours that somebody has not applied, oldest first. */
export async function readOwed(context: Context): Promise<readonly Owed[]> {
  const open = await context.tenant.peer.unapplied();
  const titles = await titlesOf(
    context.db,
    open.map(({ item }) => item),
  );
  return [...Map.groupBy(open, ({ seq }) => seq).values()].flatMap((all) => {
    const [first] = all;
    if (!first) return [];
    const { item, kind, op, seq, since } = first;
    const by = all.map(({ code, name, holds }) => ({ code, name, holds }));
    const late = isLate(since, context.clock.now());
    return [{ item, kind, op, seq, since, by, late, title: titles.get(item) ?? {} }];
  });
}

/** A recall or erasure that has not had all its effect here. */
export interface LateHere extends Delayed {
  readonly title: Text;
}

export async function readDelayed({ tenant, db, clock }: Context): Promise<readonly LateHere[]> {
  const open = (await tenant.peer.delayed()).filter(({ since }) => takesTooLong(since, clock.now()));
  const titles = await titlesOf(
    db,
    open.map(({ item }) => item),
  );
  return open.map((one) => ({ ...one, title: titles.get(one.item) ?? {} }));
}

/** Everything on the network that does not go as it should, with its evidence. */
export const readProblems = defineQuery({
  name: "syndication.problems",
  input: z.object({}),
  load: nothing,
  authorize: (actor) => can(actor, "network:read"),
  async run(context) {
    const { peer } = context.tenant;
    const [owed, delayed, quarantines, refused, peers, own, expiries] = await Promise.all([
      readOwed(context),
      readDelayed(context),
      peer.quarantines(),
      peer.refused(),
      peer.status(),
      peer.ownFeed(),
      readExpiries(context),
    ]);
    const titles = await titlesOf(
      context.db,
      refused.flatMap(({ item }) => item ?? []),
    );
    return { owed, delayed, quarantines, refused, titles, peers, own, expiries };
  },
});

/** Lets a member out of quarantine. Where its contradiction lasts, the next sync finds it again. */
export const releaseMember = defineCommand({
  name: "syndication.release",
  input: z.object({ code: z.string().max(40) }),
  load: async (unit, { code }) => {
    const known = await unit.tenant.peer.member(unit.tx, code);
    if (!known) throw new DomainError("syndication.peer-not-found", "not-found");
    return known;
  },
  authorize: (actor) => can(actor, "network:adopt"),
  async run(unit, { code }) {
    const reason = await unit.tenant.peer.release(unit.tx, code);
    const subject = { kind: "network-member", id: code };
    const audit = { action: "syndication.released", subject, before: { reason } };
    return { result: undefined, audit };
  },
});

/** One item of ours, and which revision of it each member says that it holds. */
export const readHolders = defineQuery({
  name: "syndication.holders",
  input: z.object({ item: itemId }),
  load: async (context, { item }) => {
    const shared = await findShared(context.db, item);
    if (!shared) throw new DomainError("syndication.not-found", "not-found");
    return shared;
  },
  authorize: (actor) => can(actor, "network:read"),
  run: async (context, { item }, shared) => ({ shared, holders: await context.tenant.peer.holders(item) }),
});

/** The network as we know it: who is in it, by whose keys, and how long that holds. */
export const readRegistry = defineQuery({
  name: "syndication.registry",
  input: z.object({}),
  load: nothing,
  authorize: (actor) => can(actor, "network:read"),
  async run(context) {
    const { root, registry } = await context.tenant.peer.trust();
    return { root, registry, expiries: await readExpiries(context) };
  },
});

export async function readExpiries({ tenant, clock }: Context): Promise<readonly Expiry[]> {
  return expiriesOf(await tenant.peer.trust(), clock.now());
}
