import { addDays, addMonths, type Day, daysBetween } from "@concord/runtime";
import type { Profile } from "@concord/tenant";
import { placesOf } from "./places.ts";
import { type Firms, planFirm } from "./plan-firm.ts";
import { type Chance, chanceFrom } from "./random.ts";
import { trialPeople } from "./trial-people.ts";

/** One made-up firm and what it did, as the verbs will be asked to do it. */
export interface PlannedMember {
  readonly form: Readonly<Record<string, unknown>>;
  readonly appliedOn: Day;
  /** Undefined waits in the queue. */
  readonly decision?: { readonly kind: "approve" | "deny" | "ask"; readonly on: Day };
  readonly files: readonly string[];
}

/** Two years of a program's life, uneven as life is: a launch, summer lulls, a push each January. */
export function planMembers(profile: Profile, target: number, begins: Day, today: Day): PlannedMember[] {
  const chance = chanceFrom(`members of ${profile.code}`);
  const firms: Firms = { profile, places: placesOf(profile), taken: new Set() };
  const plan = Array.from({ length: target }, (_, at) => {
    const appliedOn = at < 6 ? addDays(today, -chance.between(1, 12)) : applicationDay(chance, begins, today);
    return planOne(chance, firms, appliedOn, today, at);
  }).sort((a, b) => a.appliedOn.localeCompare(b.appliedOn));
  return withTrialMember(plan, profile, addMonths(today, -6));
}

/** The member whom the lobby lets anybody sign in as: one that joined lately. */
function withTrialMember(plan: readonly PlannedMember[], profile: Profile, since: Day): PlannedMember[] {
  const known = trialPeople(profile.code).find(({ role }) => role === "member");
  const at = plan.findIndex(({ appliedOn, decision }) => appliedOn >= since && decision?.kind === "approve");
  if (!known) return [...plan];
  const contact = { contactName: known.name, contactEmail: known.email, signature: known.name };
  return plan.map((planned, index) =>
    index === at ? { ...planned, form: { ...planned.form, ...contact } } : planned,
  );
}

function applicationDay(chance: Chance, begins: Day, today: Day): Day {
  for (;;) {
    const day = addDays(begins, chance.between(0, daysBetween(begins, today)));
    const month = Number(day.slice(5, 7));
    const pull = month === 1 ? 1 : month >= 6 && month <= 8 ? 0.35 : 0.7;
    if (day < addDays(today, -14) && chance.happens(pull)) return day;
  }
}

function planOne(chance: Chance, firms: Firms, appliedOn: Day, today: Day, at: number): PlannedMember {
  const form = planFirm(chance, firms, appliedOn);
  const { levels, oath } = firms.profile.membership;
  const level = levels.find(({ id }) => id === form.level);
  const files = [
    ...(level?.commitments ?? []).filter(({ evidence }) => evidence === "upload").map(({ id }) => id),
    ...(oath.method === "notary" ? ["affidavit"] : []),
  ];
  const decision = decisionOf(chance, appliedOn, today, at);
  return { form, appliedOn, files, ...(decision ? { decision } : {}) };
}

function decisionOf(chance: Chance, appliedOn: Day, today: Day, at: number): PlannedMember["decision"] {
  if (at < 5) return undefined;
  const on = addDays(appliedOn, chance.between(1, 16));
  if (on >= today) return undefined;
  const kind =
    at === 5
      ? "ask"
      : chance.weighted([
          ["approve", 95],
          ["deny", 5],
        ] as const);
  return { kind, on };
}
