import { addMonths, type Day, type FieldError } from "@concord/runtime";
import type { Level, MembershipRules } from "../profile/index.ts";
import type { ApplicationForm } from "./model.ts";

/** What a profile's rules are held against. */
export interface JudgedAgainst {
  readonly rules: MembershipRules;
  readonly countyFips: ReadonlySet<string>;
  readonly sectors: ReadonlySet<string>;
  /** What an address may name as its state, by two letters. */
  readonly states: ReadonlySet<string>;
  readonly today: Day;
  /** Commitments, and `affidavit`, for which a file was handed in. */
  readonly files: ReadonlySet<string>;
}

/** Every rule of the profile that a complete form breaks; nothing found means it may be submitted. */
export function judgeApplication(form: ApplicationForm, against: JudgedAgainst): FieldError[] {
  const faults: FieldError[] = [];
  const { rules } = against;
  if (!rules.eligibility.entityTypes.some((type) => type === form.entityType)) {
    faults.push({ pointer: "/entityType", code: "membership.not-eligible" });
  }
  if (!against.sectors.has(form.sector)) faults.push({ pointer: "/sector", code: "field.required" });
  for (const [index, location] of form.locations.entries()) {
    if (!against.states.has(location.region)) {
      faults.push({ pointer: `/locations/${index}/region`, code: "membership.region" });
    }
    if (!against.countyFips.has(location.countyFips)) {
      faults.push({ pointer: `/locations/${index}/countyFips`, code: "membership.county" });
    }
  }
  if (rules.oath.method === "notary" && !against.files.has("affidavit")) {
    faults.push({ pointer: "/files/affidavit", code: "membership.affidavit-missing" });
  }
  const level = rules.levels.find(({ id }) => id === form.level);
  if (!level) return [...faults, { pointer: "/level", code: "field.required" }];
  return [...faults, ...judgeCommitments(form, level, against)];
}

function judgeCommitments(form: ApplicationForm, level: Level, against: JudgedAgainst): FieldError[] {
  return level.commitments.flatMap((commitment): FieldError[] => {
    if (!form.commitments.includes(commitment.id)) {
      return [
        {
          pointer: "/commitments",
          code: "membership.commitment-missing",
          params: { commitment: commitment.id },
        },
      ];
    }
    if (commitment.evidence === "upload" && !against.files.has(commitment.id)) {
      return [{ pointer: `/files/${commitment.id}`, code: "membership.evidence-missing" }];
    }
    return commitment.evidence === "campaign-date"
      ? judgeCampaign(form.campaignOn, commitment.priorMonths, against.today)
      : [];
  });
}

/** A campaign that is only planned is no evidence, whatever the commitment asks for. */
function judgeCampaign(day: Day | undefined, priorMonths: number | undefined, today: Day): FieldError[] {
  const pointer = "/campaignOn";
  if (day !== undefined && day > today) return [{ pointer, code: "membership.done-in-future" }];
  if (priorMonths === undefined || (day !== undefined && day >= addMonths(today, -priorMonths))) return [];
  return [{ pointer, code: "membership.campaign-too-old", params: { months: priorMonths } }];
}
