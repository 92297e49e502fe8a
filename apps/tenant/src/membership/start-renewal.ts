import { DomainError } from "@concord/runtime";
import type { Context } from "../context.ts";
import { resumeSecretOf, startApplication } from "./apply.ts";
import { readMember } from "./list.ts";
import { type ApplicationDraft, isForsaken, type Member } from "./model.ts";
import { findOpenRenewal } from "./store-applications.ts";
import type { StoredLocation } from "./store-members.ts";
import { judgeRenewal } from "./terms.ts";
import { todayOf } from "./today.ts";

/** Opens the renewal of a membership, filled in from what is known; the one under way, if there is one. */
export async function startRenewal(context: Context, memberId: string): Promise<string> {
  const { member, locations } = await readMember(context, { memberId });
  const rule = context.tenant.profile.membership.renewal;
  const verdict = judgeRenewal(member.validUntil, rule, todayOf(context));
  if (!verdict.allowed)
    throw new DomainError(`membership.renewal-${verdict.reason}`, "conflict", { opensOn: verdict.opensOn });
  const open = await findOpenRenewal(context.db, member.id);
  if (open && !isForsaken(open, context.clock.now())) return resumeSecretOf(context.tenant, open.id);
  const { secret } = await startApplication(context, { memberId, form: prefilled(member, locations) });
  return secret;
}

/** Commitments and signature are left out: they are made anew each time. */
function prefilled(member: Member, locations: readonly StoredLocation[]): ApplicationDraft {
  return {
    legalName: member.legalName,
    doingBusinessAs: member.doingBusinessAs ?? undefined,
    entityType: member.entityType,
    fileNumber: member.fileNumber ?? undefined,
    sector: member.sector,
    employees: String(member.employees),
    website: member.website ?? undefined,
    contactName: member.contactName,
    contactEmail: member.contactEmail,
    contactPhone: member.contactPhone ?? undefined,
    locations: locations.map(({ label, street, city, region, postalCode, countyFips, published }) => ({
      label: label ?? undefined,
      street,
      city,
      region,
      postalCode,
      countyFips,
      published,
    })),
    level: member.level,
    listed: member.listed,
  };
}
