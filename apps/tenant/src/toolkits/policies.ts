import { checkAnswers, type PolicyAnswers, type PolicyTemplate } from "@concord/content";
import { DomainError } from "@concord/runtime";
import { z } from "zod";
import { defineCommand, defineQuery } from "../command.ts";
import type { Context } from "../context.ts";
import { can } from "../identity/index.ts";
import { heldAdoption, knownAdoption, memberOf, toolkitOf } from "./adoption.ts";
import { type Adoption, adoptionId, itemsOf, partId, policyId, type StoredPolicy } from "./model.ts";
import { todayOf } from "./steps.ts";
import { findDraft, findPolicy, lastVersion, putPolicy } from "./store-policies.ts";

const answer = z.union([z.string().max(4_000), z.boolean(), z.array(z.string().max(64)).max(40)]);

/** Fills a template: the member's draft of it is written anew, or begun as the next version. */
export const savePolicy = defineCommand({
  name: "toolkits.save-policy",
  input: z.object({
    adoptionId,
    item: partId,
    locale: z.string().min(2).max(12),
    answers: z.record(partId, answer),
  }),
  load: (unit, input) => heldAdoption(unit, input.adoptionId),
  authorize: (actor, adoption) => can(actor, "toolkits:use", { memberId: adoption.memberId }),
  async run(unit, input, adoption) {
    const { toolkit, body } = await toolkitOf(unit, adoption);
    const template = itemsOf(body, "policy-template").find(({ id }) => id === input.item)?.template;
    if (!template) throw new DomainError("toolkits.item-not-found", "not-found");
    const answers = checkedAnswers(template, input.answers, input.locale);
    const draft = await findDraft(unit.tx, adoption.id, input.item);
    const member = await memberOf(unit, adoption);
    const now = unit.clock.now();
    const policy: StoredPolicy = {
      id: unit.ids.next("pol"),
      adoptionId: adoption.id,
      version: (await lastVersion(unit.tx, adoption.id, input.item)) + 1,
      createdAt: now,
      adoptedOn: null,
      adoptedBy: null,
      position: null,
      ...draft,
      item: input.item,
      revision: toolkit.revision,
      template,
      answers,
      company: member.legalName,
      locale: input.locale,
      updatedAt: now,
    };
    await putPolicy(unit.tx, policy);
    return { result: policy, audit: record("toolkits.policy-saved", adoption, policy) };
  },
});

/** Records that the member adopted the policy: who signed, and when. From then on it is never changed. */
export const adoptPolicy = defineCommand({
  name: "toolkits.adopt-policy",
  input: z.object({
    policyId,
    adoptedBy: z.string().trim().min(1, "field.required").max(200, "field.too-big"),
    position: z.string().trim().max(200, "field.too-big").default(""),
    adoptedOn: z.iso.date("toolkits.date"),
  }),
  load: async (unit, input) => {
    const policy = await knownPolicy(unit, input.policyId);
    return { policy, adoption: await heldAdoption(unit, policy.adoptionId) };
  },
  authorize: (actor, { adoption }) => can(actor, "toolkits:use", { memberId: adoption.memberId }),
  async run(unit, input, { adoption }) {
    // Read again under the lock: somebody else may have signed in the meantime.
    const before = await knownPolicy(unit, input.policyId);
    if (before.adoptedOn) throw new DomainError("toolkits.policy-adopted", "conflict");
    if (input.adoptedOn > todayOf(unit))
      throw new DomainError("toolkits.date", "invalid", {}, [
        { pointer: "/adoptedOn", code: "toolkits.date-ahead" },
      ]);
    const { adoptedBy, adoptedOn } = input;
    const position = input.position || null;
    const after: StoredPolicy = {
      ...before,
      adoptedBy,
      adoptedOn,
      position,
      updatedAt: unit.clock.now(),
    };
    await putPolicy(unit.tx, after);
    return { result: after, audit: record("toolkits.policy-adopted", adoption, after) };
  },
});

/** A policy with its text, for the member's own people. */
export const readPolicy = defineQuery({
  name: "toolkits.read-policy",
  input: z.object({ policyId }),
  load: async (context, input) => {
    const policy = await knownPolicy(context, input.policyId);
    return { policy, adoption: await knownAdoption(context, policy.adoptionId) };
  },
  authorize: (actor, { adoption }) => can(actor, "toolkits:use", { memberId: adoption.memberId }),
  run: async (_context, _input, found) => found,
});

/** The answers to the template's own questions. Throws with a fault for each that is missing or unknown. */
function checkedAnswers(template: PolicyTemplate, given: PolicyAnswers, locale: string): PolicyAnswers {
  const known = new Set(template.questions.map(({ id }) => id));
  const answers = Object.fromEntries(Object.entries(given).filter(([id]) => known.has(id)));
  const faults = checkAnswers(template, answers).map(({ pointer, code }) => ({
    pointer: `/answers${pointer}`,
    code: `toolkits.${code}`,
  }));
  if (!template.languages.includes(locale))
    faults.push({ pointer: "/locale", code: "toolkits.language-missing" });
  if (faults.length > 0) throw new DomainError("toolkits.answers-invalid", "invalid", {}, faults);
  return answers;
}

async function knownPolicy(scope: Context, id: string): Promise<StoredPolicy> {
  const policy = await findPolicy(scope.db, id);
  if (!policy) throw new DomainError("toolkits.policy-not-found", "not-found");
  return policy;
}

function record(action: string, adoption: Adoption, policy: StoredPolicy) {
  const { id, item, version, locale, adoptedBy, position, adoptedOn } = policy;
  return {
    action,
    subject: { kind: "member", id: adoption.memberId },
    after: {
      policyId: id,
      toolkitId: adoption.toolkitId,
      item,
      version,
      locale,
      adoptedBy,
      position,
      adoptedOn,
    },
  };
}
