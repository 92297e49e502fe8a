import { DomainError } from "@concord/runtime";
import { z } from "zod";
import { defineCommand, defineQuery, nothing } from "../command.ts";
import type { Unit } from "../context.ts";
import { can } from "../identity/index.ts";
import { statusOfNew, statusOfUpdate } from "./after-change.ts";
import { applyLater, mayApplyByRule } from "./apply-by-rule.ts";
import {
  type IncomingItem,
  type PeerRules,
  type RuleChoice,
  ruleChoices,
  type SharedKind,
  sharedKinds,
  usualRules,
} from "./model.ts";
import { putIncoming } from "./store.ts";
import { allRules, lockRuled, putRule } from "./store-rules.ts";

export interface MemberRules {
  readonly code: string;
  readonly name: string;
  readonly rules: PeerRules;
}

/** What happens with the material of each other member that shares any, by kind. */
export const listRules = defineQuery({
  name: "syndication.rules",
  input: z.object({}),
  load: nothing,
  authorize: (actor) => can(actor, "network:read"),
  async run(context): Promise<readonly MemberRules[]> {
    const { code: own } = context.tenant.peer;
    const [{ registry }, rules] = await Promise.all([context.tenant.peer.trust(), allRules(context.db)]);
    const others = registry.members.filter(({ code, roles }) => code !== own && roles.includes("tenant"));
    return others.map(({ code, name }) => ({ code, name, rules: rules.get(code) ?? usualRules }));
  },
});

const choice = z.enum(ruleChoices, "field.required").optional();

/** Decides what happens with a member's material of the kinds named. What waits moves with it; what was adopted stays. */
export const setRules = defineCommand({
  name: "syndication.set-rules",
  input: z.object({ code: z.string().max(40), training: choice, series: choice, toolkit: choice }),
  load: (unit, { code }) => member(unit, code),
  authorize: (actor) => can(actor, "network:adopt"),
  async run(unit, { code, ...chosen }, { name, rules: before }) {
    for (const kind of sharedKinds) {
      const now = chosen[kind];
      if (now !== undefined && now !== before[kind]) await change(unit, code, kind, now);
    }
    const rules = (await allRules(unit.tx)).get(code) ?? usualRules;
    const subject = { kind: "network-member", id: code };
    const audit = { action: "syndication.rules-set", subject, before, after: rules };
    return { result: { code, name, rules } satisfies MemberRules, audit };
  },
});

async function change(unit: Unit, feed: string, kind: SharedKind, choice: RuleChoice): Promise<void> {
  await putRule(unit.tx, { feed, kind, choice }, unit.clock.now());
  for (const before of await lockRuled(unit.tx, feed, kind)) {
    const after: IncomingItem = { ...before, status: statusUnder(choice, before) };
    if (after.status !== before.status) await putIncoming(unit.tx, after);
    if (mayApplyByRule(choice, after)) await applyLater(unit, after);
  }
}

function statusUnder(choice: RuleChoice, { pinnedRevision, significance }: IncomingItem) {
  return pinnedRevision === null ? statusOfNew(choice) : statusOfUpdate(choice, significance);
}

async function member({ tenant, tx }: Unit, code: string): Promise<MemberRules> {
  const peer = await tenant.peer.member(tx, code);
  if (!peer) throw new DomainError("syndication.peer-not-found", "not-found");
  return { ...peer, rules: (await allRules(tx)).get(code) ?? usualRules };
}
